import { existsSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../db/world';
import { call, linesOf, type Printed, run, writeFiles } from './command';

const STORY = 'The storm closed 12 schools in the valley, officials said.\n\nSome 300 people were moved to tents.';
const OTHER = 'The storm closed 19 schools in the valley, officials said.';
const sidecar = (outlet: string, more: object = {}) => ({ outlet, publishedAt: '2024-05-02', ...more });

async function world(files: Parameters<typeof writeFiles>[1]) {
  const folder = await temporaryFolder();
  await writeFiles(join(folder, 'in'), files);
  const db = ['--db', `file:${join(folder, 'record.db')}`];
  const importAll = async (...more: string[]) => {
    const ended = await call(['import', join(folder, 'in'), ...db, '--json', ...more]);
    return { ...ended, summary: linesOf(ended.out).at(-1), err: ended.err.replaceAll(`${folder}/`, '') };
  };
  const exported = async (): Promise<Printed> => JSON.parse((await call(['export', ...db])).out);
  return { folder, db, importAll, exported };
}

const codes = (summary: Printed): Record<string, string> =>
  Object.fromEntries(summary.errors.map((error: Printed) => [error.path.replace(/.*\/in\//, 'in/'), error.code]));

describe('countercheck import', { timeout: 180_000 }, () => {
  it('stores a folder, names articles by their path, and opens a case where two cannot both be true', async () => {
    const { importAll, exported } = await world({
      'a/one.txt': STORY,
      'a/one.json': sidecar('Valley Post', {
        title: 'Storm <script>alert(1)</script>',
        byline: 'O. Writer',
        url: 'https://example.org/one',
      }),
      'b/two.txt': OTHER,
      'b/two.json': sidecar('Hill Courier'),
    });
    const { code, out, err, summary } = await importAll();
    expect({ code, err, lines: out.trim().split('\n').length }).toEqual({ code: 0, err: '', lines: 1 });
    expect(summary).toMatchObject({ articles: { created: 2, unchanged: 0, failed: 0 }, claims: 3, conflicts: 1, errors: [] });
    const state = await exported();
    expect(state.articles.map((article: Printed) => [article.externalId, article.outlet])).toEqual([
      ['a/one', 'Valley Post'],
      ['b/two', 'Hill Courier'],
    ]);
    expect(state.cases).toMatchObject([
      { status: 'open', positions: [{ claims: [expect.any(String)] }, { claims: [expect.any(String)] }] },
    ]);
    for (const claim of state.claims) {
      const text = state.articles.find((article: Printed) => article.id === claim.articleId).externalId === 'a/one' ? STORY : OTHER;
      expect(text.slice(claim.start, claim.end)).toBe(claim.text);
      expect(claim.status).toBe('read');
    }
  });

  it('V14: a batch has a dry run, an error for each bad row, and goes on where it was stopped', async () => {
    const rows = [
      { id: 'a', text: STORY, outlet: 'Valley Post' },
      { id: 'b', text: OTHER, outlet: 'Hill Courier', publishedAt: '31/12/2020' },
      { id: 'c', text: '' },
      { id: 'd', text: 'Crews repaired 40 bridges on Friday.', outlet: 'Radio Otter' },
    ];
    const { importAll, folder, db } = await world({ 'rows.jsonl': rows.map((row) => JSON.stringify(row)).join('\n') });
    const dry = await importAll('--dry-run');
    expect(dry.code).toBe(3);
    expect(dry.summary).toMatchObject({ articles: { created: 2, unchanged: 0, failed: 2 } });
    expect(codes(dry.summary)).toEqual({ 'in/rows.jsonl:2': 'InvalidDate', 'in/rows.jsonl:3': 'EmptyText' });
    expect(existsSync(join(folder, 'record.db'))).toBe(false);
    // It was stopped behind the first row.
    await writeFiles(folder, { 'begun/rows.jsonl': JSON.stringify(rows[0]) });
    await call(['import', join(folder, 'begun'), ...db]);
    const whole = await importAll();
    expect(whole.summary).toMatchObject({ articles: { created: 1, unchanged: 1, failed: 2 } });
    expect(codes(whole.summary)).toEqual(codes(dry.summary));
    expect((await importAll()).summary).toMatchObject({ articles: { created: 0, unchanged: 2, failed: 2 }, claims: 0 });
  });

  it('changes nothing the second time, nor when the same articles come under other names', async () => {
    const { importAll, exported, db, folder } = await world({
      'a/one.txt': STORY,
      'a/one.json': sidecar('Valley Post'),
      'b/two.txt': OTHER,
    });
    await importAll();
    const before = [await exported(), (await call(['verify', ...db])).out];
    expect((await importAll()).summary).toMatchObject({
      articles: { created: 0, unchanged: 2, failed: 0 },
      claims: 0,
      measures: 0,
      conflicts: 0,
    });
    const renamed = await call(['import', join(folder, 'in', 'a'), ...db, '--json']);
    expect(linesOf(renamed.out)[0]).toMatchObject({ articles: { created: 0, unchanged: 1, failed: 0 } });
    expect([await exported(), (await call(['verify', ...db])).out]).toEqual(before);
  });

  it('takes the good ones in, names each bad one with its reason, and exits 3', async () => {
    const { importAll } = await world({
      'good.txt': STORY,
      'empty.txt': ' \n',
      'large.txt': 'a'.repeat(5 * 1024 * 1024 + 1),
      'binary.txt': Buffer.from([77, 90, 0, 1, 2, 3]),
      'latin.txt': Buffer.from([99, 97, 102, 0xe9, 10]),
      'wide.txt': Buffer.from('\ufeff12 dogs', 'utf16le'),
      'invalid.txt': OTHER,
      'invalid.json': { publishedAt: '31/12/2020' },
      'future.txt': OTHER,
      'future.json': { publishedAt: '2999-01-01' },
      'sidecar.txt': OTHER,
      'sidecar.json': '{oops',
      'link.txt': OTHER,
      'link.json': { url: 'javascript:alert(1)' },
      'deep.html': '<div>'.repeat(5000),
      // Not deep enough to exhaust a parser: the limit is ours.
      'nested.html': `${'<div>'.repeat(300)}Twelve dogs.`,
      'machine.html': '<p class="\0">Twelve dogs ran.</p>',
      'table.pdf': '%PDF',
      '.hidden.txt': '',
    });
    const { code, summary, err } = await importAll();
    expect(code).toBe(3);
    expect(summary.articles).toEqual({ created: 1, unchanged: 0, failed: 13 });
    expect(codes(summary)).toEqual({
      'in/empty.txt': 'EmptyText',
      'in/large.txt': 'TextTooLarge',
      'in/binary.txt': 'BinaryText',
      'in/latin.txt': 'WrongEncoding',
      'in/wide.txt': 'WrongEncoding',
      'in/invalid.txt': 'InvalidDate',
      'in/future.txt': 'FutureDate',
      'in/sidecar.txt': 'UnreadableSidecar',
      'in/link.txt': 'InvalidUrl',
      'in/deep.html': 'ArticleTooComplex',
      'in/nested.html': 'ArticleTooComplex',
      'in/machine.html': 'BinaryText',
      'in/table.pdf': 'UnsupportedFile',
    });
    expect(err).toContain('5 MB (5,242,880 bytes)');
  });

  it('refuses two files of one name, naming both, and a known name with another text', async () => {
    const { importAll, folder } = await world({ 'a/one.txt': STORY, 'a/one.html': `<p>${OTHER}</p>`, 'b.txt': OTHER });
    const { code, summary } = await importAll();
    expect(code).toBe(3);
    expect(codes(summary)).toEqual({ 'in/a/one.txt': 'ExternalIdClash', 'in/a/one.html': 'ExternalIdClash' });
    expect(summary.errors[0].message).toMatch(/in\/a\/one\.(txt|html)/);
    await writeFiles(join(folder, 'in'), { 'b.txt': STORY });
    const again = await importAll();
    expect(codes(again.summary)).toMatchObject({ 'in/b.txt': 'ArticleDiffers' });
    expect(again.summary.articles).toMatchObject({ created: 0, unchanged: 0 });
  });

  it('stores a language it does not read, marked, without claims, and links reprints', async () => {
    const { importAll, exported } = await world({
      'de.txt': 'Der Sturm hat im Tal 12 Schulen geschlossen, wie die Behörden am Montag mitteilten. Es gab keine Verletzten.',
      'one.txt': STORY,
      'one.json': sidecar('Valley Post'),
      'reprint.txt': `${STORY}  \n`,
      'reprint.json': sidecar('Hill Courier'),
    });
    const { code, err, summary } = await importAll();
    expect({ code, created: summary.articles.created }).toEqual({ code: 0, created: 3 });
    expect(err).toContain('in/de.txt: stored and marked "not read"');
    const { articles, claims } = await exported();
    const byName = Object.fromEntries(articles.map((article: Printed) => [article.externalId, article]));
    expect(byName.de).toMatchObject({ state: 'not-read' });
    expect(claims.filter((claim: Printed) => claim.articleId === byName.de.id)).toEqual([]);
    expect(byName.reprint.sameTextAs).toBe(byName.one.id);
  });

  it('finds the article in a page and reads one article a line', async () => {
    const page = `<!doctype html><html lang="en"><head><title>Storm in the valley</title><meta property="og:site_name" content="Valley Post">
      <meta property="article:published_time" content="2024-05-02T07:00:00+02:00"></head><body><nav><a href="/">Home</a> 99 offers</nav>
      <article><h1>Storm in the valley</h1><p>The storm closed 12 schools in the valley, officials said.</p>
      <p>Some <b>300 people</b> were moved to tents while crews cleared the main road.</p></article><script>track(77)</script></body></html>`;
    const { importAll, exported } = await world({
      'page.html': page,
      'page.json': { outlet: 'Valley Post (web)' },
      'lines.jsonl': `${JSON.stringify({ id: 'wire-1', text: OTHER, outlet: 'Hill Courier', publishedAt: '2024-05-02T10:00:00Z' })}\n\noops\n`,
    });
    const { code, summary } = await importAll();
    expect(code).toBe(3);
    expect(codes(summary)).toEqual({ 'in/lines.jsonl:3': 'InvalidJson' });
    const { articles, claims } = await exported();
    expect(articles.map(({ externalId, outlet, publishedAt, title }: Printed) => ({ externalId, outlet, publishedAt, title }))).toEqual([
      { externalId: 'page', outlet: 'Valley Post (web)', publishedAt: '2024-05-02', title: 'Storm in the valley' },
      { externalId: 'wire-1', outlet: 'Hill Courier', publishedAt: '2024-05-02', title: null },
    ]);
    expect(claims.map((claim: Printed) => claim.low)).toEqual([12, 300, 19]);
  });

  it('stores nothing in a dry run and reports what an import would', async () => {
    const { importAll, folder } = await world({
      'one.txt': STORY,
      'one.json': sidecar('Valley Post'),
      'two.txt': OTHER,
      'two.json': sidecar('Hill Courier'),
    });
    const rehearsed = await importAll('--dry-run');
    expect(existsSync(join(folder, 'record.db'))).toBe(false);
    const done = await importAll();
    expect(done.summary).toEqual(rehearsed.summary);
    expect((await importAll('--dry-run')).summary).toEqual((await importAll()).summary);
  });

  it('begins nothing where no path leads anywhere: exit 1, no count, no record', async () => {
    const { folder } = await world({ 'one.txt': STORY });
    const db = ['--db', `file:${join(folder, 'other.db')}`];
    const ended = await call(['import', join(folder, 'nowhere'), join(folder, 'nor-here.txt'), ...db]);
    expect(ended).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/nor-here\.txt: .*\[NotFound\]\n.*nowhere: .*\[NotFound\]\n$/),
    });
    const { code, out } = await call(['import', join(folder, 'nowhere'), ...db, '--json']);
    expect([code, linesOf(out)]).toEqual([
      1,
      [
        {
          ...{ articles: { created: 0, unchanged: 0, failed: 1 }, claims: 0, measures: 0, conflicts: 0 },
          errors: [expect.objectContaining({ path: join(folder, 'nowhere'), code: 'NotFound' })],
        },
      ],
    ]);
    expect(existsSync(join(folder, 'other.db'))).toBe(false);
  });

  it('names what is in a folder and can be no file, and says so where there is nothing at all', async () => {
    const { folder, importAll } = await world({ 'one.txt': STORY });
    await symlink(join(folder, 'nowhere'), join(folder, 'in', 'loose.txt'));
    const { code, summary } = await importAll();
    expect({ code, codes: codes(summary) }).toEqual({ code: 3, codes: { 'in/loose.txt': 'UnreadableFile' } });
    await mkdir(join(folder, 'bare'));
    const db = ['--db', `file:${join(folder, 'other.db')}`];
    expect(await call(['import', join(folder, 'bare'), ...db])).toEqual({
      code: 0,
      out: '',
      err: expect.stringContaining('nothing to import'),
    });
    expect(existsSync(join(folder, 'other.db'))).toBe(false);
  });

  it('counts in words: one article is no "1 articles"', async () => {
    const { folder, db } = await world({ 'one.txt': OTHER });
    expect((await call(['import', join(folder, 'in'), ...db])).out).toBe(
      '1 article: 1 created, 0 unchanged, 0 failed\n1 claim, 1 measure, 0 conflicts\n',
    );
  });

  it('takes a single file by its name, follows no loop, and says what is not there', async () => {
    const { folder, db } = await world({ 'one.txt': STORY });
    // Two links back to the top: whoever follows them has no end of paths to walk.
    for (const link of ['again', 'once-more']) await symlink(join(folder, 'in'), join(folder, 'in', link));
    const ended = await run(['import', 'in/one.txt', 'in', 'nowhere', ...db, '--json'], { cwd: folder });
    expect(ended.code).toBe(3);
    // The file that was named twice is read once.
    expect(linesOf(ended.out)[0].articles).toEqual({ created: 1, unchanged: 0, failed: 1 });
    expect(linesOf(ended.out)[0].errors.map((error: Printed) => [error.path, error.code])).toEqual([['nowhere', 'NotFound']]);
    expect((await call(['import', ...db])).code).toBe(2);
    expect((await call(['import', 'x', '--frob', ...db])).code).toBe(2);
    expect((await call(['import', folder, '--db', 'postgres://x'])).err).toContain('[DatabaseUrl]');
  });
});

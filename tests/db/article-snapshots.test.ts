import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { acceptArticle } from '@/db/claims';
import type { Database } from '@/db/open';
import { runOperation } from '@/db/operations';
import type { Person } from '@/db/people';
import { articleRecord, measureRecord, publicHead, snapshotsCompared, snapshotsOf } from '@/db/published';
import { articleSnapshots, articles, claims } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import { withholdArticle } from '@/db/withholding';
import { measurePage } from '@/lib/publication';
import { article } from './intake-world';
import { taken } from './public-world';
import { seedPerson } from './seeds';
import { minutesLater, newRecord } from './world';

/** One address with a text, and the texts that stood there later. */
const URL = 'https://tide.example/aid';
const FIRST =
  'Aid has reached 83 towns, officials said. Nobody knows more. A quay of basalt was built. The storm closed 12 schools in the valley.';
const LATER =
  'Aid has reached 89 towns, officials said. Nobody knows more. A quay of granite was built. The storm closed 12 schools in the valley.';
let db: Database;
let anna: Person;
let edda: Person;

beforeEach(async () => {
  db = await newRecord();
  [anna, edda] = [(await seedPerson(db, 'Anna')) as Person, (await seedPerson(db, 'Edda', 'editor')) as Person];
});

/** Stores a text, and gives its id. */
async function store(text: string, at: number, more: { url?: string; outlet?: string; isOwn?: boolean } = {}): Promise<string> {
  const { isOwn, ...fields } = more;
  const input = { ...article({ text, outlet: 'Tide Post', publishedAt: '2024-05-02', url: URL, ...fields }), isOwn };
  const { items } = await addArticles(db, [input], OWNER, minutesLater(at));
  return items[0]!.articleId!;
}
const accept = async (id: string, at: number) => taken(await acceptArticle(db, { id }, anna, minutesLater(at)));
const both = async () => {
  const first = await store(FIRST, 1);
  await accept(first, 2);
  const later = await store(LATER, 3);
  return { first, later };
};

describe('another text at the address of an article', () => {
  it('is its next snapshot, logged and held against the log; the first one keeps its text and its claims', async () => {
    const { first, later } = await both();
    const third = await store(LATER.replace('89', '91'), 4, { url: `${URL}?utm_source=x#top` });
    expect(await db.read.select().from(articleSnapshots)).toMatchObject([
      { articleId: later, firstId: first, number: 2, at: minutesLater(3) },
      { articleId: third, firstId: first, number: 3 },
    ]);
    const kept = (await db.read.select().from(articles).where(eq(articles.id, first)).get())!;
    expect(kept.text).toBe(FIRST);
    expect((await db.read.select().from(claims).where(eq(claims.articleId, first))).every(({ status }) => status === 'accepted')).toBe(
      true,
    );
    expect((await db.read.select().from(claims).where(eq(claims.articleId, later))).map(({ text }) => text)).toContain('89 towns');
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('is none where another outlet has it, where a person calls it one of its own, and where the address or the text says nothing new', async () => {
    const first = await store(FIRST, 1);
    expect(await store(FIRST, 2)).toBe(first);
    await store(LATER, 3, { outlet: 'Hill Courier' });
    await store(LATER.replace('89', '90'), 4, { isOwn: true });
    await store(LATER.replace('89', '92'), 5, { url: 'https://tide.example/other' });
    expect(await db.read.select().from(articleSnapshots)).toEqual([]);
  });

  it('is asked about where a person pastes it, and kept as what they say', async () => {
    const first = await store(FIRST, 1);
    const paste = (text: string, as: string, at: number) =>
      runOperation({ db, actor: anna, now: minutesLater(at) }, 'articles.add', { text, outlet: 'Tide Post', url: URL, guard: true, as });
    expect(await paste(LATER, '', 2)).toMatchObject({ refusal: { code: 'LooksStored', details: { articles: [first] } } });
    expect(await paste(LATER, 'version', 3)).toMatchObject({ value: { created: true, snapshot: 2 } });
    const own = await paste(LATER.replace('89', '95'), 'separate', 4);
    expect(own).toMatchObject({ value: { created: true } });
    expect(own).not.toHaveProperty('value.snapshot');
  });

  it('changes nothing that readers see before a reading of it is accepted', async () => {
    const first = await store(FIRST, 1);
    await accept(first, 2);
    const [head, seen] = [
      await publicHead(db.read),
      JSON.stringify([await articleRecord(db.read, first), await snapshotsOf(db.read, first)]),
    ];
    const later = await store(LATER, 3);
    expect(await publicHead(db.read)).toBe(head);
    expect(JSON.stringify([await articleRecord(db.read, first), await snapshotsOf(db.read, first)])).toBe(seen);
    expect(await snapshotsOf(db.read, later)).toEqual([]);
    expect(await snapshotsCompared(db.read, first, [1, 2])).toBeNull();
  });

  it('T2, T7: is compared by its words and its numbers, and the claims that are there no more are listed', async () => {
    const { first, later } = await both();
    await accept(later, 5);
    expect((await snapshotsOf(db.read, first)).map(({ number, numbersChanged }) => [number, numbersChanged])).toEqual([
      [1, null],
      [2, 1],
    ]);
    const compared = (await snapshotsCompared(db.read, later, [1, 2]))!;
    expect(compared.numbers.map(({ before, after }) => [before?.text, after?.text])).toEqual([['83', '89']]);
    expect(compared.pieces.filter(({ kind }) => kind === 'gone').map(({ text }) => text)).toEqual(['83', 'basalt']);
    expect(compared.pieces.filter(({ kind }) => kind === 'new').map(({ text }) => text)).toEqual(['89', 'granite']);
    expect(compared.orphans.map(({ text }) => text)).toEqual(['83 towns']);
    const schools = (await db.read.select().from(claims).where(eq(claims.text, '12 schools'))).map(({ measureId }) => measureId!);
    const record = (await measureRecord(db.read, schools[0]!))!;
    expect(measurePage(record).counts).toMatchObject({ claims: 2, articles: 1, origins: 1 });
    const back = (await snapshotsCompared(db.read, first, [2, 1]))!;
    expect(back.orphans.map(({ text }) => text)).toEqual(['89 towns']);
  });

  it('shows no word that may not be shown: far from a claim, or withheld', async () => {
    const far = Array.from({ length: 8 }, (_, at) => `Line ${'abcdefgh'[at]} of the zirconium tale says nothing.`).join(' ');
    const first = await store(`Aid has reached 83 towns, officials said. ${far}`, 1);
    await accept(first, 2);
    const later = await store(
      `Aid has reached 89 towns, officials said. ${far.replace('Line h of the zirconium', 'Line h of the selenium')}`,
      3,
    );
    await accept(later, 4);
    const compared = (await snapshotsCompared(db.read, first, [1, 2]))!;
    expect(compared.pieces.at(-1)).toEqual({ kind: 'gap', text: '' });
    expect(JSON.stringify(compared.pieces)).not.toContain('Line h');
    taken(await withholdArticle(db, { id: later, reason: 'A court forbade to show it.' }, edda, minutesLater(6)));
    const withheld = (await snapshotsCompared(db.read, first, [1, 2]))!;
    expect(withheld).toMatchObject({ withheld: true, pieces: [], numbers: [], orphans: [] });
    expect(JSON.stringify([withheld, await snapshotsOf(db.read, first)])).not.toContain('89 towns');
  });
});

describe('what is kept of snapshots', () => {
  it.each(['UPDATE article_snapshots SET number = 9', 'DELETE FROM article_snapshots'])('is never written again: %s', async (act) => {
    await both();
    await expect(db.write((tx) => tx.run(sql.raw(act)))).rejects.toThrow();
  });

  it('is held against the log', async () => {
    const tampered = await newRecord({ owner: true }, { tampered: true });
    db = tampered;
    anna = (await seedPerson(db, 'Anna')) as Person;
    await both();
    await db.write(async (tx) => {
      await tx.run(sql`DROP TRIGGER article_snapshots_no_update`);
      await tx.run(sql`UPDATE article_snapshots SET number = 3`);
      await tx.run(
        sql`CREATE TRIGGER article_snapshots_no_update BEFORE UPDATE ON article_snapshots BEGIN SELECT RAISE(ABORT, 'snapshots: append only'); END`,
      );
    });
    expect(await verifyRecord(db)).toMatchObject({ ok: false, reason: expect.stringContaining('is not what was logged') });
  });
});

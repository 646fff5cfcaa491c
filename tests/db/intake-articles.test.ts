import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { addArticle, addArticles } from '@/db/articles';
import { exportState } from '@/db/export';
import { regroup } from '@/db/grouping';
import { articleInput } from '@/db/intake';
import type { Database } from '@/db/open';
import { isRegroupOwed } from '@/db/owed';
import { articles, auditLog, checks, claims, relations } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import { article, STORM, shapeOf } from './intake-world';
import { minutesLater, NOW, newRecord } from './world';

const entries = (db: Database) => db.read.$count(auditLog);
const actions = async (db: Database) => (await db.read.select().from(auditLog)).map((row) => JSON.parse(row.body).action);

describe('adding articles', () => {
  it('stores each with its claims and one fact, then groups once', async () => {
    const db = await newRecord();
    const acknowledged: (string | null)[] = [];
    const report = await addArticles(db, STORM, OWNER, NOW, { onItem: (item) => acknowledged.push(item.articleId) });
    expect(report.items.map(({ status, claims: found }) => [status, found])).toEqual([
      ['created', 1],
      ['created', 1],
      ['created', 2],
      ['created', 1],
    ]);
    expect(report).toMatchObject({ measures: 3, conflicts: 1 });
    expect(acknowledged).toEqual(report.items.map((item) => item.articleId));
    // The reprint comes after what it is a copy of.
    const added = [...Array(3).fill('sources.add'), ...Array(3).fill('articles.add'), 'sources.add', 'articles.add'];
    expect(await actions(db)).toEqual([...added, 'measures.group', 'cases.open']);
    expect(await isRegroupOwed(db.read)).toBe(false);
    expect(await verifyRecord(db)).toMatchObject({ ok: true, entries: 10 });
    const texts = new Map((await db.read.select().from(articles)).map((row) => [row.id, row.text]));
    for (const claim of await db.read.select().from(claims)) {
      expect(texts.get(claim.articleId)!.slice(claim.start, claim.end)).toBe(claim.text);
    }
  });

  it('changes nothing when the same articles come again, in any order, with or without their names', async () => {
    const db = await newRecord();
    await addArticles(db, STORM, OWNER, NOW);
    const before = [await exportState(db), await entries(db)];
    const unnamed = STORM.map((input) => ({ ...input, externalId: null }));
    for (const again of [STORM, [...STORM].reverse(), unnamed]) {
      const report = await addArticles(db, again, OWNER, minutesLater(5));
      expect(report.items.map((item) => item.status)).toEqual(Array(4).fill('unchanged'));
      expect(report).toMatchObject({ measures: 0, conflicts: 0 });
    }
    expect([await exportState(db), await entries(db)]).toEqual(before);
  });

  it('takes many at once as it takes them one by one, copies among them and in the order they came', async () => {
    const told = (at: number) => article({ externalId: `n${at}`, text: `Some ${at + 20} kites rose over Lisby.`, outlet: 'Radio Otter' });
    const many = Array.from({ length: 45 }, (_, at) => told(at));
    const unnamed = { ...told(3), externalId: null };
    const changed = { ...told(4), text: 'Some 400 kites rose over Lisby.' };
    const elsewhere = { ...told(5), externalId: 'heron', outlet: 'Morning Heron' };
    const inputs = [...many.slice(0, 8), unnamed, changed, elsewhere, ...many.slice(8)];
    const [together, alone] = [await newRecord(), await newRecord()];
    const { items } = await addArticles(together, inputs, OWNER, NOW);
    for (const input of inputs) await addArticles(alone, [input], OWNER, NOW, { groupLater: true });
    await addArticles(alone, [], OWNER, NOW);
    expect(items.slice(7, 12).map(({ status }) => status)).toEqual(['created', 'unchanged', 'failed', 'created', 'created']);
    expect(items[8]!.articleId).toBe(items[3]!.articleId);
    expect(await shapeOf(together)).toEqual(await shapeOf(alone));
    const reprint = await together.read.select().from(articles).where(eq(articles.externalId, 'heron')).get();
    expect(reprint).toMatchObject({ sameTextAs: items[5]!.articleId });
    expect(await verifyRecord(together)).toMatchObject({ ok: true });
  }, 60_000);

  it('refuses another text under a known name and stores the rest', async () => {
    const db = await newRecord();
    await addArticles(db, STORM, OWNER, NOW);
    const changed = { ...STORM[0]!, text: 'The storm closed 13 schools.' };
    const moved = { ...STORM[1]!, publishedAt: '2024-05-09' };
    const fresh = article({ externalId: 'new', text: 'Nine boats sank.', outlet: 'Radio Otter' });
    const { items } = await addArticles(db, [changed, moved, fresh], OWNER, NOW);
    expect(items.map((item) => [item.status, item.refusal?.code ?? null])).toEqual([
      ['failed', 'ArticleDiffers'],
      ['failed', 'ArticleDiffers'],
      ['created', null],
    ]);
    expect(items[0]!.refusal!.cause).toContain('another text');
    expect(items[1]!.refusal!.cause).toContain('another date');
  });

  it('links reprints to the first, and stores what it cannot read without claims', async () => {
    const db = await newRecord();
    await addArticles(db, STORM, OWNER, NOW);
    const rows = new Map((await db.read.select().from(articles)).map((row) => [row.externalId, row]));
    expect(rows.get('reprint')).toMatchObject({ sameTextAs: rows.get('post')!.id, textHash: rows.get('post')!.textHash });
    expect(rows.get('courier')!.sameTextAs).toBeNull();
    const foreign = article({ text: 'Der Sturm hat 12 Schulen im Tal geschlossen.', language: 'de', outlet: 'Radio Otter' });
    expect((await addArticles(db, [foreign], OWNER, NOW)).items[0]).toMatchObject({ status: 'created', state: 'not-read', claims: 0 });
  });

  it('puts the titles of measures where the desk finds them, and nothing where readers search', async () => {
    const db = await newRecord();
    await addArticles(db, STORM, OWNER, NOW);
    const kinds = async (word: string) =>
      (await db.read.all<{ kind: string }>(sql`SELECT kind FROM search WHERE search MATCH ${`"${word}"`} ORDER BY kind`)).map(
        (row) => row.kind,
      );
    expect(await kinds('schools')).toEqual(['title']);
    expect(await kinds('otter')).toEqual([]);
  });

  it('leaves the grouping owed when a batch goes on, and groups when told', async () => {
    const db = await newRecord();
    await addArticles(db, STORM.slice(0, 2), OWNER, NOW, { groupLater: true });
    expect(await isRegroupOwed(db.read)).toBe(true);
    expect(await addArticles(db, [], OWNER, NOW)).toMatchObject({ items: [], measures: 1, conflicts: 1 });
    expect(await isRegroupOwed(db.read)).toBe(false);
  });

  it('keeps markup and script as the words they are', async () => {
    const db = await newRecord();
    const text = '<script>alert(1)</script> The storm closed 12 schools.';
    const fields = {
      text,
      outlet: '<b>Post</b>',
      title: '"><img src=x onerror=alert(1)>',
      byline: '{{7*7}}',
      url: 'https://example.org/?a=<x>',
    };
    await addArticles(db, [article(fields)], OWNER, NOW);
    expect(await db.read.select().from(articles).get()).toMatchObject({
      text,
      title: fields.title,
      byline: fields.byline,
      url: fields.url,
    });
  });
});

describe('pasting an article', () => {
  const pasted = (fields: object) => ({ ...STORM[0]!, externalId: null, newOutlet: false, ...fields });

  it('asks about an outlet it does not know, naming the nearest, until told that it is new', async () => {
    const db = await newRecord();
    await addArticles(db, STORM, OWNER, NOW);
    const unknown = pasted({ outlet: 'The Valey Post', text: 'Seven cows were found.' });
    const refused = await addArticle(db, unknown, OWNER, NOW);
    expect(refused).toMatchObject({
      ok: false,
      refusal: { status: 422, code: 'UnknownOutlet', field: 'newOutlet', details: { nearest: ['Valley Post'] } },
    });
    expect(await addArticle(db, { ...unknown, newOutlet: true }, OWNER, NOW)).toMatchObject({ ok: true, value: { created: true } });
    expect(await addArticle(db, { ...unknown, outlet: 'valey  post' }, OWNER, NOW)).toMatchObject({ ok: true, value: { created: false } });
  });

  it('says so when it is the same article again', async () => {
    const db = await newRecord();
    await addArticles(db, STORM, OWNER, NOW);
    const before = await entries(db);
    const again = await addArticle(db, pasted({ text: `${STORM[0]!.text}\r\n` }), OWNER, NOW);
    const { id } = (await db.read.select().from(articles).where(eq(articles.externalId, 'post')).get())!;
    expect(again).toEqual({ ok: true, value: { created: false, articleId: id } });
    expect(await entries(db)).toBe(before);
  });
});

describe('what an article may be', () => {
  const code = (fields: object) => {
    const checked = articleInput({ text: 'Ten dogs.', ...fields }, NOW);
    return checked.ok ? 'ok' : `${checked.refusal.code} ${checked.refusal.field}`;
  };

  it.each([
    [{}, 'ok'],
    [{ text: '' }, 'EmptyText text'],
    [{ text: ' \n\u00a0' }, 'EmptyText text'],
    [{ text: undefined }, 'EmptyText text'],
    [{ text: 7 }, 'InvalidField text'],
    [{ text: 'a\0b' }, 'BinaryText text'],
    [{ text: '\u0001\u0002'.repeat(40) }, 'BinaryText text'],
    [{ text: 'ä'.repeat(2_621_440) }, 'ok'],
    [{ text: 'ä'.repeat(2_621_441) }, 'TextTooLarge text'],
    [{ publishedAt: '2026-03-02' }, 'ok'],
    [{ publishedAt: '2024-02' }, 'ok'],
    [{ publishedAt: '2024-02-29T23:59:59.5+01:00' }, 'ok'],
    [{ publishedAt: '' }, 'ok'],
    [{ publishedAt: '2024-02-30' }, 'InvalidDate publishedAt'],
    [{ publishedAt: '2/3/2024' }, 'InvalidDate publishedAt'],
    [{ publishedAt: '2024-02-02 or so' }, 'InvalidDate publishedAt'],
    [{ publishedAt: 20240202 }, 'InvalidDate publishedAt'],
    // NOW is 8 o'clock UTC on 2 March: nowhere on Earth is it 4 March, and on Kiritimati it is still 2 March.
    [{ publishedAt: '2026-03-03' }, 'FutureDate publishedAt'],
    [{ publishedAt: '2027' }, 'FutureDate publishedAt'],
    [{ url: 'https://example.org/a' }, 'ok'],
    [{ url: 'javascript:alert(1)' }, 'InvalidUrl url'],
    [{ url: 'example.org' }, 'InvalidUrl url'],
    [{ url: 'https:example.org' }, 'InvalidUrl url'],
    [{ url: 'http://user:pw@example.org/' }, 'InvalidUrl url'],
    [{ title: 'x'.repeat(1001) }, 'InvalidField title'],
    [{ outlet: ['x'] }, 'InvalidField outlet'],
  ])('case %#', (fields, expected) => expect(code(fields)).toBe(expected));

  it('has no control signs in its labels, whatever came in', () => {
    const words = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(words, words, words, (title, outlet, byline) => {
        const checked = articleInput({ text: 'Ten dogs.', title, outlet, byline }, NOW);
        const labels = checked.ok ? [checked.value.title, checked.value.outlet, checked.value.byline].join('') : '';
        expect(labels).not.toMatch(/[\p{Cc}\p{Cs}\ufffe\uffff]/u);
        expect(labels).not.toMatch(/[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/);
        if (!checked.ok) expect(`${title}${outlet}${byline}`).toContain('\0');
      }),
    );
    const told = articleInput({ text: 'Ten dogs.', title: 'Ten\u0001dogs\u0085 \ufffebark\t', outlet: '\u009b' }, NOW);
    expect(told).toMatchObject({ ok: true, value: { title: 'Ten dogs bark', outlet: null } });
  });

  it('holds no sign in a label that turns words round or makes two names of one, and keeps what scripts need', () => {
    const labels = { outlet: 'Valley\u200b Po\u00adst', title: '\u202eTen dogs\u2066 bark\ufeff', byline: 'نوشته‌ها \u200fא' };
    expect(articleInput({ text: 'Ten\u202e dogs\u200b.', ...labels }, NOW)).toMatchObject({
      ok: true,
      value: { outlet: 'Valley Post', title: 'Ten dogs bark', byline: labels.byline, text: 'Ten\u202e dogs\u200b.' },
    });
  });

  it('keeps offsets when it replaces a lone surrogate', () => {
    expect(articleInput({ text: 'a\ud800b 12 dogs' }, NOW)).toMatchObject({ ok: true, value: { text: 'a\ufffdb 12 dogs' } });
  });
});

describe('grouping', () => {
  it('writes nothing the second time', async () => {
    const db = await newRecord();
    await addArticles(db, STORM, OWNER, NOW);
    const before = [await exportState(db), await entries(db)];
    expect(await regroup(db, minutesLater(9))).toEqual({ measures: 0, differences: 0, opened: 0, changed: 0, reopened: 0, dismissed: 0 });
    expect([await exportState(db), await entries(db)]).toEqual(before);
  });

  it('leaves rejected claims out, and dismisses a case that loses its conflict', async () => {
    const db = await newRecord();
    await addArticles(db, STORM, OWNER, NOW);
    await db.write((tx) => tx.update(claims).set({ status: 'rejected' }).where(eq(claims.text, '19 schools')));
    expect(await regroup(db, minutesLater(1))).toMatchObject({ dismissed: 1, opened: 0 });
    expect((await db.read.select().from(relations)).filter((row) => row.alert)).toEqual([]);
  });

  it('drops a check whose parts are no longer all there', async () => {
    const db = await newRecord();
    const text = 'The aid reached 30 towns: 12 in the north, 10 in the south and 8 in the hills.';
    await addArticles(db, [article({ text, publishedAt: '2024-05-05' })], OWNER, NOW);
    const expressions = async () => (await db.read.select().from(checks)).map((row) => row.expression);
    expect(await expressions()).toEqual(['12 + 10 + 8 = 30']);
    await db.write((tx) => tx.update(claims).set({ status: 'rejected' }).where(eq(claims.low, '30')));
    await regroup(db, minutesLater(1));
    expect(await expressions()).toEqual([]);
  });

  it('keeps the ids of measures when claims join them', async () => {
    const db = await newRecord();
    await addArticles(db, STORM.slice(0, 1), OWNER, NOW);
    const first = (await db.read.select().from(claims).get())!.measureId;
    await addArticles(db, STORM.slice(1), OWNER, minutesLater(1));
    const ids = new Set((await db.read.select().from(claims).where(eq(claims.noun, 'schools'))).map((row) => row.measureId));
    expect([...ids]).toEqual([first]);
  });
});

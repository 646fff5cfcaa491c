import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { publishCase, ruleCase } from '@/db/cases';
import { acceptArticle, rejectClaim } from '@/db/claims';
import { defineMeasure } from '@/db/definitions';
import { measureMembers, readClashes } from '@/db/desk';
import { isFollowed, setFollow } from '@/db/following';
import { regroupAll } from '@/db/grouping';
import { mergeMeasures } from '@/db/measure-merging';
import { splitMeasure } from '@/db/measure-splitting';
import { undoMeasure } from '@/db/measure-undoing';
import type { Database } from '@/db/open';
import { judgePair } from '@/db/pairs';
import type { Person } from '@/db/people';
import { measureToday } from '@/db/published';
import { rereadArticles } from '@/db/reread';
import { cases, claims, measureDefinitions, measures, topics } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import type { Aggregation } from '@/lib/claim';
import { article, STORM } from './intake-world';
import { addOlder, otherNoun } from './older-world';
import { RULING, seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

let db: Database;
let anna: Person;
let bela: Person;
beforeEach(async () => {
  db = await newRecord();
  anna = await seedPerson(db, 'Anna');
  bela = await seedPerson(db, 'Bela');
  await addArticles(db, STORM, OWNER, NOW);
});
const later = minutesLater(3);

const idOf = async (text: string) => (await db.read.select().from(claims).where(eq(claims.text, text)).orderBy(claims.id).get())!.id;
const homeOf = async (text: string) => (await db.read.select().from(claims).where(eq(claims.text, text)).get())!.measureId!;
const revisionOf = async (id: string) =>
  (await db.read.select().from(measureDefinitions).where(eq(measureDefinitions.measureId, id)).get())?.revision ?? 0;
const merge = async (id: string, into: string, small?: number) =>
  mergeMeasures(db, { id, into, revision: await revisionOf(id), reason: null }, anna, later, small);
const split = async (id: string, ids: string[], small?: number) =>
  splitMeasure(db, { id, claims: ids, revision: await revisionOf(id), reason: null }, anna, later, small);
const undo = async (id: string, small?: number) => undoMeasure(db, { id, revision: await revisionOf(id) }, anna, later, small);

/** Which claims stand together, by their words and measures. */
async function groups(): Promise<string[]> {
  const rows = await db.read.select().from(claims).where(sql`${claims.status} NOT IN ('rejected', 'superseded')`);
  return rows.map(({ id, measureId }) => `${measureId} ${id}`).sort();
}

/** Of a small record the whole is grouped anew, of a large one the measures that an act touched. */
describe.each([
  ['a small record', undefined],
  ['a large record', 0],
])('in %s', (_, small) => {
  it('a merge holds through every later grouping, keeps the address alive and can be taken back', async () => {
    const [schools, bridges, before] = [await homeOf('19 schools'), await homeOf('40 bridges'), await groups()];
    await setFollow(db, anna.id, { kind: 'measure', id: bridges, follow: true }, later);
    expect(await isFollowed(db.read, anna.id, 'measure', schools)).toBe(false);
    expect(await merge(bridges, schools, small)).toMatchObject({ ok: true, value: { moved: 1 } });
    // Whoever followed the one is told of the other, and is shown that they are, and can have it end.
    expect(await isFollowed(db.read, anna.id, 'measure', schools)).toBe(true);
    await setFollow(db, anna.id, { kind: 'measure', id: schools, follow: false }, later);
    for (const id of [schools, bridges]) expect(await isFollowed(db.read, anna.id, 'measure', id)).toBe(false);
    expect(await homeOf('40 bridges')).toBe(schools);
    expect(await homeOf('12 schools')).toBe(schools);
    expect(await db.read.select().from(measures).where(eq(measures.id, bridges)).get()).toMatchObject({ successorId: schools });
    const merged = await groups();
    await regroupAll(db, later);
    expect(await groups()).toEqual(merged);
    await addArticles(
      db,
      [article({ externalId: 'more', text: 'The storm closed 21 schools in the valley.', outlet: 'Herald' })],
      OWNER,
      later,
      { small },
    );
    expect(await homeOf('21 schools')).toBe(schools);
    expect(await undo(bridges, small)).toMatchObject({ ok: true, value: { moved: 1 } });
    const after = await groups();
    expect(before.filter((line) => !after.includes(line))).toEqual([]);
    expect(await undo(bridges, small)).toMatchObject({ refusal: { code: 'IllegalTransition' } });
    await regroupAll(db, later);
    expect(await groups()).toEqual(after);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('a split parts what the engine holds for one, and brings it back', async () => {
    const [schools, before] = [await homeOf('19 schools'), await groups()];
    const nineteen = await idOf('19 schools');
    const done = await split(schools, [nineteen], small);
    expect(done).toMatchObject({ ok: true, value: { moved: 1 } });
    const to = done.ok ? done.value.to : '';
    expect([await homeOf('19 schools'), await homeOf('12 schools')]).toEqual([to, schools]);
    await regroupAll(db, later);
    expect(await homeOf('19 schools')).toBe(to);
    expect(await db.read.select({ state: cases.state }).from(cases)).toEqual([{ state: 'dismissed' }]);
    expect(await undo(schools, small)).toMatchObject({ ok: true, value: { moved: 1 } });
    expect(await groups()).toEqual(before);
    expect(await db.read.select().from(measures).where(eq(measures.id, to)).get()).toMatchObject({ successorId: schools });
    expect(await undo(schools, small)).toMatchObject({ refusal: { code: 'IllegalTransition' } });
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('merges one after another are taken back one after another', async () => {
    const [schools, bridges, people, before] = [
      await homeOf('19 schools'),
      await homeOf('40 bridges'),
      await homeOf('More than 300 people'),
      await groups(),
    ];
    await merge(bridges, schools, small);
    await merge(people, schools, small);
    expect(new Set([await homeOf('40 bridges'), await homeOf('More than 300 people')])).toEqual(new Set([schools]));
    expect(await undo(bridges, small)).toMatchObject({ ok: true });
    expect([await homeOf('40 bridges'), await homeOf('More than 300 people')]).toEqual([bridges, schools]);
    expect(await undo(people, small)).toMatchObject({ ok: true });
    expect(await groups()).toEqual(before);
    await merge(bridges, schools, small);
    await merge(schools, people, small);
    expect(await undo(bridges, small)).toMatchObject({ refusal: { code: 'MergedAway', details: { standing: people } } });
    expect(await undo(schools, small)).toMatchObject({ ok: true });
    expect(await undo(bridges, small)).toMatchObject({ ok: true });
    expect(await groups()).toEqual(before);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('what readers see moves with its claims, and their addresses lead on', async () => {
    for (const { articleId } of await db.read.select({ articleId: claims.articleId }).from(claims))
      await acceptArticle(db, { id: articleId }, anna, NOW, small);
    const [schools, bridges] = [await homeOf('19 schools'), await homeOf('40 bridges')];
    expect(await merge(bridges, schools, small)).toMatchObject({ ok: true });
    expect(await measureToday(db.read, bridges)).toBe(schools);
    expect(await undo(bridges, small)).toMatchObject({ ok: true });
    expect(await measureToday(db.read, bridges)).toBe(bridges);
  });
});

describe('a later reading takes the place of the claims', () => {
  it('and a merge holds, and is taken back all the same', async () => {
    db = await newRecord();
    anna = await seedPerson(db, 'Anna');
    await addOlder(db, STORM.slice(0, 3), otherNoun);
    const [schools, bridges, old] = [await homeOf('19 schools'), await homeOf('40 bridges'), await idOf('40 bridges')];
    expect(await merge(bridges, schools)).toMatchObject({ ok: true });
    await rereadArticles(db, OWNER, later);
    const rows = await db.read.select().from(claims).where(sql`${claims.status} <> 'superseded'`);
    const now = (text: string) => rows.find((row) => row.text === text)!;
    expect(now('40 bridges').id).not.toBe(old);
    expect(now('40 bridges').measureId).toBe(now('19 schools').measureId);
    expect(await undo(bridges)).toMatchObject({ ok: true });
    const after = await db.read
      .select()
      .from(claims)
      .where(eq(claims.id, now('40 bridges').id))
      .get();
    const other = await db.read
      .select()
      .from(claims)
      .where(eq(claims.id, now('19 schools').id))
      .get();
    expect(after!.measureId).not.toBe(other!.measureId);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });
});

describe('an act that cannot be', () => {
  it('a merge with itself, in a circle, of nothing, of what was merged, of a version that is gone', async () => {
    const [schools, bridges] = [await homeOf('19 schools'), await homeOf('40 bridges')];
    expect(await merge(schools, schools)).toMatchObject({ refusal: { code: 'SameRecord', status: 422, field: 'into' } });
    expect(await merge(schools, 'nobody')).toMatchObject({ refusal: { code: 'MeasureUnknown', field: 'into' } });
    await merge(bridges, schools);
    expect(await merge(schools, bridges)).toMatchObject({ refusal: { code: 'Circle', status: 409 } });
    expect(await merge(bridges, schools)).toMatchObject({ refusal: { code: 'MergedAway', details: { standing: schools } } });
    expect(await merge(await homeOf('More than 300 people'), bridges)).toMatchObject({
      refusal: { code: 'MergedAway', details: { standing: schools } },
    });
    expect(await define(bridges, {})).toMatchObject({ refusal: { code: 'MergedAway', details: { standing: schools } } });
    expect(await undoMeasure(db, { id: bridges, revision: 7 }, anna, later)).toMatchObject({
      refusal: { code: 'VersionConflict', details: { yours: { revision: 7 }, current: { revision: 1 } } },
    });
  });

  it('a split of nothing, of everything, of a claim that stands elsewhere', async () => {
    const schools = await homeOf('19 schools');
    expect(await split(schools, [])).toMatchObject({ refusal: { code: 'NothingChosen', status: 422, field: 'claims' } });
    expect(await split(schools, [await idOf('40 bridges')])).toMatchObject({ refusal: { code: 'ClaimElsewhere' } });
    const all = (await db.read.select().from(claims).where(eq(claims.measureId, schools))).map(({ id }) => id);
    expect(await split(schools, all)).toMatchObject({ refusal: { code: 'EverythingChosen' } });
  });

  it('one that a word stands against, and a word against one that holds is listed with it', async () => {
    const [schools, bridges] = [await homeOf('19 schools'), await homeOf('40 bridges')];
    const pair = {
      id: await idOf('12 schools'),
      other: await idOf('40 bridges'),
      about: 'question',
      word: 'different',
      reason: null,
    } as const;
    const said = await judgePair(db, pair, bela, later);
    expect(await merge(bridges, schools)).toMatchObject({ refusal: { code: 'WordsAgainst', details: { words: [{ word: 'different' }] } } });
    expect(await homeOf('40 bridges')).toBe(bridges);
    expect(said.ok).toBe(true);
    const people = await homeOf('More than 300 people');
    expect(await merge(people, schools)).toMatchObject({ ok: true });
    await judgePair(db, { ...pair, other: await idOf('More than 300 people') }, bela, later);
    const clashes = await readClashes(db.read);
    expect(clashes.length).toBeGreaterThan(0);
    expect(clashes.flatMap(({ yields, against }) => [yields, ...against]).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Anna', 'Bela']),
    );
  });

  it('one that would take a published ruling away', async () => {
    for (const { articleId } of await db.read.select({ articleId: claims.articleId }).from(claims))
      await acceptArticle(db, { id: articleId }, anna, NOW);
    const [row] = await db.read.select().from(cases);
    await ruleCase(db, { id: row!.id, revision: row!.revision, ruling: RULING }, anna, later);
    await publishCase(db, { id: row!.id, revision: row!.revision + 1, notice: null }, bela, later);
    const [schools, bridges] = [await homeOf('19 schools'), await homeOf('40 bridges')];
    expect(await merge(schools, bridges)).toMatchObject({ refusal: { code: 'RulingPublished' } });
    expect(await split(schools, [await idOf('19 schools')])).toMatchObject({ refusal: { code: 'RulingPublished' } });
    expect(await merge(bridges, schools)).toMatchObject({ ok: true });
    expect(await homeOf('40 bridges')).toBe(schools);
  });

  it('a merge stands when a claim that holds it is rejected', async () => {
    await addArticles(
      db,
      [article({ externalId: 'b2', text: 'Crews repaired 44 bridges on Friday.', outlet: 'Herald', publishedAt: '2024-05-03' })],
      OWNER,
      later,
    );
    const [schools, bridges] = [await homeOf('19 schools'), await homeOf('40 bridges')];
    expect(await homeOf('44 bridges')).toBe(bridges);
    await merge(bridges, schools);
    const rejected = (await db.read.select().from(claims).where(eq(claims.measureId, schools)).orderBy(claims.id).get())!;
    expect(await rejectClaim(db, { id: rejected.id, reason: 'That is a year, not a count.' }, anna, later)).toMatchObject({ ok: true });
    await regroupAll(db, later);
    const rows = await db.read
      .select()
      .from(claims)
      .where(sql`${claims.status} = 'read' AND ${claims.text} LIKE '%bridges' OR ${claims.text} LIKE '%schools'`);
    expect(new Set(rows.filter(({ status }) => status === 'read').map(({ measureId }) => measureId))).toEqual(new Set([schools]));
  });
});

const EMPTY = { title: null, unit: null, counts: null, countsNot: null, addsUp: null, reviewDays: null, topics: null, places: null };
const define = async (
  id: string,
  more: Partial<Record<keyof typeof EMPTY, string | number | null>> & { aggregation?: Aggregation | null },
  revision?: number,
) => defineMeasure(db, { ...EMPTY, aggregation: null, ...more, id, revision: revision ?? (await revisionOf(id)) } as never, anna, later);

describe('what people say a measure is', () => {
  const titleOf = async (id: string) => (await db.read.select().from(measures).where(eq(measures.id, id)).get())!.title;

  it('comes before what its claims say, through every grouping, and can be taken away again', async () => {
    const schools = await homeOf('19 schools');
    const before = await titleOf(schools);
    const counts = 'Schools that were shut for a day or more.';
    expect(
      await define(schools, {
        title: 'How many schools were shut by the storm?',
        counts,
        topics: 'Weather > Storms\nSchools',
        reviewDays: 30,
      }),
    ).toMatchObject({
      ok: true,
      value: { revision: 1 },
    });
    expect(await titleOf(schools)).toBe('How many schools were shut by the storm?');
    await regroupAll(db, later);
    await addArticles(
      db,
      [article({ externalId: 'more', text: 'The storm closed 21 schools in the valley.', outlet: 'Herald' })],
      OWNER,
      later,
    );
    expect(await titleOf(schools)).toBe('How many schools were shut by the storm?');
    expect((await db.read.select().from(topics)).map(({ name }) => name).sort()).toEqual(['Schools', 'Storms', 'Weather']);
    expect(await define(schools, { counts })).toMatchObject({ ok: true, value: { revision: 2 } });
    expect(await titleOf(schools)).toBe(before);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('is refused with both versions where somebody else was faster, with all that is wrong, and where nothing is different', async () => {
    const schools = await homeOf('19 schools');
    await define(schools, { counts: 'All schools.' });
    const typed = { counts: 'Schools and colleges.' };
    expect(await define(schools, typed, 0)).toMatchObject({
      refusal: {
        code: 'VersionConflict',
        status: 409,
        details: { yours: { ...typed, revision: 0 }, current: { counts: 'All schools.', revision: 1 } },
      },
    });
    const wrong = await define(schools, { title: 'Schools', reviewDays: 0, counts: 'x'.repeat(2001) });
    expect(!wrong.ok && wrong.refusal.faults?.map(({ field }) => field)).toEqual(['counts', 'title', 'reviewDays']);
    expect(await define(schools, { counts: ' All schools. ' })).toMatchObject({ refusal: { code: 'IllegalTransition' } });
    expect(await define('nobody', typed)).toMatchObject({ refusal: { status: 404 } });
  });
});

it('shows each claim with its own sentence, whatever signs stand before it', async () => {
  const sentence = 'Officials in Marsh End said on Monday that 61 boats sank.';
  await addArticles(db, [article({ text: `\u{1f6a4}\u{1f6a4}\u{1f6a4} This is what we heard. ${sentence} It rained.` })], OWNER, NOW);
  const [member] = await measureMembers(db.read, await homeOf('61 boats'), 10);
  expect(member?.sentence).toBe(sentence);
});

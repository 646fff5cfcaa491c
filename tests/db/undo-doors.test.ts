import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { readActs } from '@/db/desk';
import type { Database } from '@/db/open';
import { runOperation } from '@/db/operations';
import type { Person } from '@/db/people';
import { acts, claims, measureDefinitions, measures, sources, speakers } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import { article, STORM } from './intake-world';
import { seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

const QUAY = article({
  text: 'Mayor Rosa Lind said on Monday that 12 boats sank. Jon Aske said 14 ferries did. Then the two boats sank.',
  outlet: 'Quay Radio',
});

let db: Database;
let edda: Person;
let anna: Person;
beforeEach(async () => {
  db = await newRecord();
  [edda, anna] = [await seedPerson(db, 'Edda', 'editor'), await seedPerson(db, 'Anna')];
  await addArticles(db, [...STORM, QUAY], OWNER, NOW);
});

const run = (who: Person, operation: string, input: object) => runOperation({ db, actor: who, now: minutesLater(3) }, operation, input);
const done = async (who: Person, operation: string, input: object) => {
  expect([operation, await run(who, operation, input)]).toMatchObject([operation, { ok: true }]);
  return (await db.read.select().from(acts).where(eq(acts.action, operation))).at(-1)!;
};
const undo = (who: Person, { seq }: { seq: number }) => run(who, 'acts.undo', { seq });
const isOffered = async (who: Person, { seq }: { seq: number }) =>
  (await readActs(db.read, null, null, who)).find(({ act }) => act.seq === seq)!.refusal === null;
const claim = async (text: string) => (await db.read.select().from(claims).where(eq(claims.text, text)).orderBy(claims.id).get())!;
const speaker = async (name: string) => (await db.read.select().from(speakers).where(eq(speakers.name, name)).get())!;
const homes = async () => (await db.read.select().from(claims)).map(({ id, measureId }) => `${id} ${measureId}`).sort();

describe('what was done is taken back from the list of acts, in one press', () => {
  it('names: a merge, a split, another name and a name that leads there, of speakers and outlets', async () => {
    const [rosa, jon] = [await speaker('Rosa Lind'), await speaker('Jon Aske')];
    const merged = await done(edda, 'speakers.merge', { id: jon.id, into: rosa.id, revision: 0 });
    expect(await isOffered(edda, merged)).toBe(true);
    expect(await isOffered(anna, merged)).toBe(false);
    expect(await undo(anna, merged)).toMatchObject({ refusal: { status: 403 } });
    expect(await undo(edda, merged)).toMatchObject({ ok: true });
    expect(await speaker('Jon Aske')).toMatchObject({ intoId: null, standingId: null, revision: 2 });
    await done(edda, 'speakers.merge', { id: jon.id, into: rosa.id, revision: 2 });
    const split = await done(edda, 'speakers.split', { id: jon.id, revision: 3 });
    expect(await undo(edda, split)).toMatchObject({ ok: true });
    expect(await speaker('Jon Aske')).toMatchObject({ intoId: rosa.id, standingId: rosa.id });
    const named = await done(anna, 'speakers.rename', { id: rosa.id, revision: 0, name: 'Rosa M. Lind' });
    expect(await undo(anna, named)).toMatchObject({ ok: true });
    expect((await db.read.select().from(speakers).where(eq(speakers.id, rosa.id)).get())!.name).toBe('Rosa Lind');
    const [radio] = await db.read.select().from(sources).where(eq(sources.name, 'Quay Radio'));
    const alias = await done(anna, 'sources.alias', { id: radio!.id, revision: 0, name: 'Quay FM' });
    expect(await undo(anna, alias)).toMatchObject({ ok: true });
    expect((await db.read.select().from(sources).where(eq(sources.name, 'Quay FM')).get())!.intoId).toBeNull();
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('measures: what they count, a merge and a split', async () => {
    const [schools, bridges] = [(await claim('19 schools')).measureId!, (await claim('40 bridges')).measureId!];
    const revision = async (id: string) =>
      (await db.read.select().from(measureDefinitions).where(eq(measureDefinitions.measureId, id)).get())?.revision ?? 0;
    await done(edda, 'measures.define', { id: schools, revision: 0, counts: 'Schools.', topics: 'Weather > Storms', reviewDays: 30 });
    const defined = await done(edda, 'measures.define', { id: schools, revision: 1, counts: 'Schools and colleges.' });
    expect(await undo(edda, defined)).toMatchObject({ ok: true });
    const row = (await db.read.select().from(measureDefinitions).where(eq(measureDefinitions.measureId, schools)).get())!;
    expect([row.counts, row.reviewDays, row.topics.length, row.revision]).toEqual(['Schools.', 30, 1, 3]);
    const before = await homes();
    const merged = await done(edda, 'measures.merge', { id: bridges, revision: await revision(bridges), into: schools });
    expect(await homes()).not.toEqual(before);
    expect(await undo(edda, merged)).toMatchObject({ ok: true });
    expect(await homes()).toEqual(before);
    const off = { id: schools, revision: await revision(schools), claims: [(await claim('19 schools')).id] };
    const split = await done(edda, 'measures.split', off);
    // What else is said of the measure since is no reason to keep the split.
    await done(edda, 'measures.define', { id: schools, revision: await revision(schools), counts: 'Schools alone.' });
    expect(await undo(edda, split)).toMatchObject({ ok: true });
    expect(await homes()).toEqual(before);
    expect((await db.read.select().from(measures).where(eq(measures.id, schools)).get())!.successorId).toBeNull();
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('readings by hand: a correction, and a claim that was added, by whoever read it', async () => {
    const { id } = await claim('19 schools');
    const corrected = await done(anna, 'claims.correct', { id, revision: 0, speaker: 'Rosa Lind', reason: 'The caption names her.' });
    expect(await undo(edda, corrected)).toMatchObject({ refusal: { code: 'Forbidden' } });
    expect(await undo(anna, corrected)).toMatchObject({ ok: true });
    expect((await claim('19 schools')).speakerName).not.toBe('Rosa Lind');
    await done(anna, 'claims.correct', { id, revision: 2, speaker: 'Rosa Lind', reason: 'The caption names her.' });
    const back = await done(anna, 'claims.take-back', { id, revision: 3 });
    expect((await claim('19 schools')).speakerName).not.toBe('Rosa Lind');
    expect(await undo(anna, back)).toMatchObject({ ok: true });
    expect((await claim('19 schools')).speakerName).toBe('Rosa Lind');
    expect(await undo(anna, back)).toMatchObject({ refusal: { code: 'AlreadyUndone' } });
    const added = await done(anna, 'claims.add', { id: (await claim('12 boats')).articleId, quote: 'two boats' });
    const its = added.subject.slice('claim:'.length);
    expect(await undo(edda, added)).toMatchObject({ refusal: { code: 'Forbidden' } });
    expect(await undo(anna, added)).toMatchObject({ ok: true });
    expect((await db.read.select().from(claims).where(eq(claims.id, its)).get())!.status).toBe('rejected');
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('never over what somebody did since', async () => {
    const [rosa, jon] = [await speaker('Rosa Lind'), await speaker('Jon Aske')];
    const { id } = await claim('19 schools');
    const home = (await claim('19 schools')).measureId!;
    const named = await done(anna, 'speakers.rename', { id: rosa.id, revision: 0, name: 'Rosa M. Lind' });
    await done(edda, 'speakers.rename', { id: rosa.id, revision: 1, name: 'R. Lind' });
    const merged = await done(edda, 'speakers.merge', { id: jon.id, into: rosa.id, revision: 0 });
    await done(edda, 'speakers.split', { id: jon.id, revision: 1 });
    const defined = await done(edda, 'measures.define', { id: home, revision: 0, counts: 'Schools.' });
    await done(edda, 'measures.define', { id: home, revision: 1, counts: 'All schools.' });
    const corrected = await done(anna, 'claims.correct', { id, revision: 0, speaker: 'Rosa Lind', reason: 'The caption names her.' });
    await done(anna, 'claims.correct', { id, revision: 1, speaker: 'Jon Aske', reason: 'The caption names him.' });
    for (const [who, act] of [
      [anna, named],
      [edda, merged],
      [edda, defined],
      [anna, corrected],
    ] as const)
      expect([act.action, await undo(who, act)]).toMatchObject([act.action, { refusal: { status: 409, code: 'ChangedSince' } }]);
    expect(await db.read.$count(acts, eq(acts.action, 'acts.undo'))).toBe(0);
  });
});

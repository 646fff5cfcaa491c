import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { publishCase, returnCase, ruleCase, takeCase } from '@/db/cases';
import { queueCounts, queuePage, readActs, readCaseSheet, readLog } from '@/db/desk';
import { areNotesHidden } from '@/db/note-record';
import type { Database } from '@/db/open';
import { runOperation } from '@/db/operations';
import { disablePerson, listPeople, type Person } from '@/db/people';
import { measureRecord } from '@/db/published';
import { reviewOf, setDeskReview, setMeasureReview } from '@/db/review-mode';
import { cases, deskSettings, notifications, rulings } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import type { RulingInput } from '@/lib/adjudication';
import { measurePage } from '@/lib/publication';
import { applyOne, RULING, rulingFields, seedCase, seedClaims, seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

const OTHER: RulingInput = {
  ...RULING,
  verdicts: ['contradicted', 'supported'],
  accepted: 1,
  rationale: 'The crane drivers counted fifteen of them.',
};

let db: Database;
let anna: Person;
let bela: Person;
let cora: Person;
let id: string;
let measureId: string;

beforeEach(async () => {
  db = await newRecord();
  [anna, bela, cora] = [await seedPerson(db, 'Anna'), await seedPerson(db, 'Bela'), await seedPerson(db, 'Cora', 'admin')];
  ({ id, measureId } = await seedCase(db));
  await setDeskReview(db, { review: 'blind' }, OWNER, NOW);
});

const rule = (by: Person, ruling: RulingInput, revision: number, minutes = 0) =>
  ruleCase(db, { id, revision, ruling }, by, minutesLater(minutes));
const sheet = async (reader: Person) => (await readCaseSheet(db.read, id, reader.id))!;
const seen = async (reader: Person) => JSON.stringify({ ...(await sheet(reader)), claims: [] });

/** What readers are told of the ruling. */
const publicDecision = async () => measurePage((await measureRecord(db.read, measureId))!).decision;

describe('two people who do not see each other’s opinion', () => {
  it('nothing of an opinion is seen by anybody else before the second is in, and both by everybody after', async () => {
    expect(await rule(anna, { ...RULING, dissent: 'Its last page is missing.', certainty: 'likely' }, 1)).toMatchObject({
      value: { state: 'in-review', awaits: 'second' },
    });
    const words = [RULING.rationale, RULING.evidence[0]!.url, 'Its last page is missing.', 'source-error', 'Anna'];
    for (const reader of [bela, cora]) {
      expect(await sheet(reader)).toMatchObject({ isBlind: true, opinions: [], rulings: [] });
      for (const word of words) expect(await seen(reader)).not.toContain(word);
    }
    expect((await sheet(anna)).opinions).toMatchObject([
      { rationale: RULING.rationale, dissent: 'Its last page is missing.', certainty: 'likely' },
    ]);
    expect(await rule(bela, OTHER, 1, 1)).toMatchObject({ value: { awaits: 'third' } });
    for (const reader of [anna, bela, cora]) expect((await sheet(reader)).opinions.map(({ by }) => by)).toEqual([anna.id, bela.id]);
    expect((await sheet(cora)).history.filter(({ event }) => event.type === 'submitted').map(({ by }) => by)).toEqual([
      'A reviewer',
      'A reviewer',
    ]);
  });

  it('no filter of the queue tells what kind of conflict it is before both are in', async () => {
    const kind = 'contradiction';
    await db.write((tx) =>
      tx.run(
        sql`INSERT INTO queue_facets (split, facet, value, rank, since, id) SELECT split, 'kind', ${kind}, rank, since, id FROM queue_items WHERE id = ${id}`,
      ),
    );
    const found = async (split: 'conflicts' | 'second-review') =>
      (await queuePage(db.read, { split, filters: { kind }, personId: cora.id, now: NOW })).lines.map((line) => line.id);
    expect(await found('conflicts')).toEqual([]);
    await setMeasureReview(db, { id: measureId, review: 'single' }, OWNER, NOW);
    expect(await found('conflicts')).toEqual([id]);
    await setMeasureReview(db, { id: measureId, review: null }, OWNER, NOW);
    expect(await rule(anna, RULING, 1)).toMatchObject({ ok: true });
    expect(await found('second-review')).toEqual([]);
    expect(await rule(bela, OTHER, 1, 1)).toMatchObject({ ok: true });
    expect(await found('second-review')).toEqual([id]);
  });

  it('no list of what was done names who gave an opinion as long as they wait or differ, but to themselves', async () => {
    const log = async (reader: Person) =>
      (await readLog(db.read, null, reader.id)).filter(({ entry }) => entry.action === 'cases.rule').map(({ who }) => who);
    const acts = async (reader: Person) =>
      (await readActs(db.read, null, null, reader)).filter(({ act }) => act.action === 'cases.rule').map(({ who }) => who);
    const both = async (reader: Person) => [await log(reader), await acts(reader)];
    const history = async (reader: Person) =>
      (await sheet(reader)).history.flatMap(({ event, by }) => (event.type === 'submitted' ? [by] : []));
    const unseen = 'a reviewer';
    await rule(anna, OTHER, 1);
    // Given once more, the first one does not tell either.
    await rule(anna, RULING, 2);
    for (const reader of [bela, cora]) expect(await both(reader)).toEqual(Array(2).fill([unseen, unseen]));
    expect(await both(anna)).toEqual(Array(2).fill(['Anna', 'Anna']));
    expect([await history(cora), await history(anna)]).toEqual([
      ['A reviewer', 'A reviewer'],
      ['Anna', 'Anna'],
    ]);
    await rule(bela, OTHER, 3);
    expect(await both(bela)).toEqual(Array(2).fill(['Bela', unseen, unseen]));
    expect(await both(cora)).toEqual(Array(2).fill([unseen, unseen, unseen]));
    await rule(cora, RULING, 4);
    expect(await both(bela)).toEqual(Array(2).fill(['Cora', 'Bela', 'Anna', 'Anna']));
  });

  it('nor do they tell with whom the case was until then', async () => {
    await takeCase(db, { id, revision: 1 }, anna, NOW);
    await rule(anna, RULING, 2);
    const told = async (reader: Person) =>
      (await readActs(db.read, null, null, reader)).find(({ act }) => act.action === 'cases.rule')?.act;
    for (const reader of [bela, cora]) expect(JSON.stringify(await told(reader))).not.toContain(`"takenBy":"${anna.id}"`);
    expect(await told(anna)).toMatchObject({ before: { takenBy: anna.id }, after: { takenBy: null } });
  });

  it('a lost race tells nothing of them either', async () => {
    await rule(anna, RULING, 1);
    const late = await rule(bela, OTHER, 0, 1);
    expect(late).toMatchObject({ refusal: { code: 'VersionConflict' } });
    for (const word of [RULING.rationale, 'decided', anna.id]) expect(JSON.stringify(late)).not.toContain(word);
  });

  it('what is said of a ruling that went back is for its author', async () => {
    await rule(anna, RULING, 1);
    await rule(bela, RULING, 1, 1);
    await returnCase(db, { id, revision: 3, reason: 'The log says nothing of that.' }, cora, minutesLater(2));
    expect(await sheet(bela)).toMatchObject({ isBlind: true, returned: { reason: 'The log says nothing of that.' } });
    expect(await seen(anna)).not.toContain('says nothing of that');
    expect((await sheet(anna)).rulings.map(({ by }) => by)).toEqual([anna.id]);
  });

  it('a third decides, somebody else publishes, readers are told how it came about, and the record agrees with itself', async () => {
    await rule(anna, RULING, 1);
    await rule(bela, OTHER, 1, 1);
    await takeCase(db, { id, revision: 3 }, cora, minutesLater(2));
    expect(
      await rule(cora, { ...RULING, rationale: 'The log is signed by both, and it names twelve.', dissent: 'One page is torn.' }, 4, 3),
    ).toMatchObject({
      value: { state: 'ruled', awaits: null },
    });
    expect(await publishCase(db, { id, revision: 5, notice: null }, cora, minutesLater(4))).toMatchObject({
      refusal: { code: 'OwnRuling' },
    });
    expect(await publishCase(db, { id, revision: 5, notice: null }, bela, minutesLater(5))).toMatchObject({
      value: { state: 'published' },
    });
    expect((await publicDecision()).ruling).toMatchObject({
      reached: 'settled',
      dissent: 'One page is torn.',
      rationale: 'The log is signed by both, and it names twelve.',
    });
    expect(JSON.stringify(await measureRecord(db.read, measureId))).not.toContain(OTHER.rationale);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('a changed opinion, or one of somebody else put under it, is found out', async () => {
    await rule(anna, RULING, 1);
    await db.write((tx) => tx.update(cases).set({ opinionsBy: [bela.id] }));
    expect(await verifyRecord(db)).toMatchObject({ ok: false, reason: expect.stringContaining('other opinions') });
  });

  it('of many who answer at once two are in, and nobody decides between opinions they did not see', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, (_, at) => seedPerson(db, `Reviewer${at}`)));
    const all = await Promise.all(people.map((by) => rule(by, RULING, 1)));
    expect(all.filter(({ ok }) => ok)).toHaveLength(2);
    for (const one of all) if (!one.ok) expect(one.refusal).toMatchObject({ status: 409 });
    expect(await db.read.select().from(rulings)).toHaveLength(2);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });
});

it('where the only editor gave one of two opinions that differ, a third reviewer decides, is told, and finds it in the queue', async () => {
  const edda = await seedPerson(db, 'Edda', 'editor');
  await rule(edda, RULING, 1);
  await rule(anna, OTHER, 1, 1);
  const queue = async (reader: Person) => {
    const question = { split: 'second-review', filters: {}, personId: reader.id, now: NOW } as const;
    const counts = await queueCounts(db.read, reader.id, NOW);
    return [(await queuePage(db.read, question)).lines.length, counts['second-review']];
  };
  for (const [reader, found] of [
    [bela, 1],
    [cora, 1],
    [anna, 0],
    [edda, 0],
  ] as const)
    expect([reader.name, ...(await queue(reader))]).toEqual([reader.name, found, found]);
  expect(await db.read.select().from(notifications)).toContainEqual(expect.objectContaining({ personId: bela.id, what: 'third' }));
  expect(await rule(bela, RULING, 3, 2)).toMatchObject({ value: { state: 'ruled', awaits: null } });

  // With another editor it is theirs alone.
  const other = await seedCase(db);
  const ruled = (by: Person, ruling: RulingInput, revision: number) => ruleCase(db, { id: other.id, revision, ruling }, by, NOW);
  await seedPerson(db, 'Edgar', 'editor');
  await ruled(edda, RULING, 1);
  await ruled(anna, OTHER, 1);
  expect(await queue(bela)).toEqual([0, 0]);
  expect(await ruled(bela, RULING, 3)).toMatchObject({ refusal: { status: 403, code: 'EditorDecides' } });
});

describe('a blind review that runs', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['its measure is given to one person', () => setMeasureReview(db, { id: measureId, review: 'single' }, bela, NOW)],
    ['the desk is', () => setDeskReview(db, { review: 'single' }, cora, NOW)],
    [
      'too few are left who may decide',
      async () => {
        await setDeskReview(db, { review: null }, cora, NOW);
        for (const gone of await listPeople(db)) if (['Anna', 'Judge'].includes(gone.name)) await disablePerson(db, gone, OWNER, NOW);
      },
    ],
  ])('stays blind where %s', async (_, lift) => {
    await rule(anna, RULING, 1);
    await lift();
    expect(await reviewOf(db.read, measureId)).toBe('single');
    expect(await sheet(bela)).toMatchObject({ isBlind: true, review: 'blind', opinions: [], rulings: [] });
    expect(await seen(bela)).not.toContain(RULING.rationale);
    expect(await areNotesHidden(db.read, id)).toBe(true);
    expect(await rule(bela, OTHER, 1, 1)).toMatchObject({ value: { state: 'in-review', awaits: 'third' } });
    expect((await sheet(anna)).opinions.map(({ by }) => by)).toEqual([anna.id, bela.id]);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });
});

it('an opinion that a change of the case dropped stays unseen until it is decided, whoever decides now', async () => {
  await rule(anna, RULING, 1);
  const { claimIds } = await seedClaims(db, ['17'], 'accepted', measureId);
  const [first, second] = (await db.read.select().from(cases).where(eq(cases.id, id)).get())!.positions;
  await applyOne(db, measureId, [first!.claims, second!.claims, claimIds], minutesLater(1));
  expect(await sheet(bela)).toMatchObject({ isBlind: true, view: { opinions: [] } });
  await setMeasureReview(db, { id: measureId, review: 'single' }, bela, minutesLater(2));
  expect(await sheet(bela)).toMatchObject({ isBlind: false, review: 'single', rulings: [] });
  expect(await seen(bela)).not.toContain(RULING.rationale);
  expect((await sheet(anna)).rulings.map(({ by }) => by)).toEqual([anna.id]);
  const three = { ...OTHER, verdicts: ['contradicted', 'supported', 'contradicted'] } as RulingInput;
  expect(await rule(bela, three, (await sheet(bela)).view.revision, 3)).toMatchObject({ value: { state: 'ruled' } });
  expect((await sheet(bela)).rulings.map(({ by }) => by)).toEqual([anna.id, bela.id]);
});

describe('who decides a case', () => {
  it('is said by the measure, else by the desk, else by how many there are', async () => {
    expect(await reviewOf(db.read, measureId)).toBe('blind');
    await setMeasureReview(db, { id: measureId, review: 'single' }, anna, NOW);
    expect(await reviewOf(db.read, measureId)).toBe('single');
    await setMeasureReview(db, { id: measureId, review: null }, anna, NOW);
    await setDeskReview(db, { review: null }, OWNER, NOW);
    expect(await db.read.$count(deskSettings, eq(deskSettings.name, 'review'))).toBe(0);
    // Anna, Bela, Cora and who accepted the readings.
    expect(await reviewOf(db.read, measureId)).toBe('blind');
    const small = await newRecord();
    await setDeskReview(small, { review: null }, OWNER, NOW);
    await seedPerson(small, 'Dora');
    await seedPerson(small, 'Ella');
    expect(await reviewOf(small.read, measureId)).toBe('single');
  });

  it('is chosen for the desk by an administrator alone, and for a measure that is there', async () => {
    const run = (actor: Person, name: string, input: object) => runOperation({ db, actor, now: NOW }, name, input);
    expect(await run(anna, 'desk.set-review', { review: 'single' })).toMatchObject({ refusal: { status: 403 } });
    expect(await run(cora, 'desk.set-review', { review: 'default' })).toMatchObject({ value: { review: null } });
    expect(await run(cora, 'desk.set-review', { review: 'all' })).toMatchObject({ refusal: { status: 422, field: 'review' } });
    expect(await run(anna, 'measures.set-review', { id: '0000000000', review: 'blind' })).toMatchObject({
      refusal: { code: 'MeasureUnknown' },
    });
    expect(await run(anna, 'cases.rule', rulingFields({ id, revision: 1, certainty: 'likely', dissent: ' ' }))).toMatchObject({ ok: true });
    expect(await db.read.select().from(rulings).get()).toMatchObject({ certainty: 'likely', dissent: null });
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { publishCase, returnCase, ruleCase } from '@/db/cases';
import { nextItem, queueCounts, queuePage } from '@/db/desk';
import type { Database } from '@/db/open';
import type { Person } from '@/db/people';
import { flagItem, snoozeItem, wakeItem } from '@/db/queue/acts';
import { drawItem } from '@/db/queue/draw';
import { setDeskReview, setMeasureReview } from '@/db/review-mode';
import { verifyRecord } from '@/db/verify';
import type { RulingInput } from '@/lib/adjudication';
import { RULING, seedCase, seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

const OTHER: RulingInput = { ...RULING, verdicts: ['contradicted', 'supported'], accepted: 1 };

let db: Database;
let anna: Person;
let bela: Person;
let cora: Person;
let id: string;
let measureId: string;
beforeEach(async () => {
  db = await newRecord();
  [anna, bela, cora] = [await seedPerson(db, 'Anna'), await seedPerson(db, 'Bela'), await seedPerson(db, 'Cora')];
  ({ id, measureId } = await seedCase(db));
  await setDeskReview(db, { review: 'blind' }, OWNER, NOW);
});

const rule = (by: Person, ruling: RulingInput, revision: number) => ruleCase(db, { id, revision, ruling }, by, NOW);
const rows = async ({ id: personId }: Person, split: 'conflicts' | 'second-review' | 'to-publish' | 'mine' = 'second-review') =>
  (await queuePage(db.read, { split, filters: {}, personId, now: NOW })).lines;
/** What the part lists for somebody, what it counts, and what follows there. */
async function offered(person: Person) {
  const listed = (await rows(person)).map((line) => line.id);
  const counted = (await queueCounts(db.read, person.id, NOW))['second-review'];
  const next = await nextItem(db.read, { split: 'second-review', filters: {}, personId: person.id, now: NOW, at: null });
  return { listed, counted, next: next?.id ?? null };
}
const nothing = { listed: [], counted: 0, next: null };
const it1 = () => ({ listed: [id], counted: 1, next: id });

describe('the second reviews', () => {
  it('hold a case with one opinion for all but who gave it, and no other part offers it', async () => {
    expect(await offered(bela)).toEqual(nothing);
    await rule(anna, RULING, 1);
    expect([await offered(anna), await offered(bela), await offered(cora)]).toEqual([nothing, it1(), it1()]);
    for (const person of [anna, bela]) expect(await rows(person, 'conflicts')).toEqual([]);
    // To the one who waits for another it is theirs, and nothing to go on with.
    const standing = { split: 'mine', filters: {}, personId: anna.id, now: NOW, at: null } as const;
    expect(await rows(anna, 'mine')).toMatchObject([{ id, answered: true }]);
    expect([(await queueCounts(db.read, anna.id, NOW)).mine, await nextItem(db.read, standing)]).toEqual([1, null]);
    expect(await rows(bela, 'mine')).toEqual([]);
    await rule(bela, RULING, 1);
    expect((await rows(anna, 'to-publish')).map((line) => line.id)).toEqual([id]);
    for (const person of [anna, bela, cora]) expect(await offered(person)).toEqual(nothing);
  });

  it('hold a case of two that differ for whoever may decide: an editor, or a third where the desk has none', async () => {
    await rule(anna, RULING, 1);
    await rule(bela, OTHER, 1);
    expect([await offered(anna), await offered(bela), await offered(cora)]).toEqual([nothing, nothing, it1()]);
    const edda = await seedPerson(db, 'Edda', 'editor');
    const reader = await seedPerson(db, 'Rhea', 'reader');
    expect([await offered(cora), await offered(edda), await offered(reader)]).toEqual([nothing, it1(), nothing]);
    await rule(edda, OTHER, 3);
    expect(await offered(cora)).toEqual(nothing);
  });

  it('follow the case where it is sent back, put aside or told apart by a mark', async () => {
    await rule(anna, RULING, 1);
    await rule(bela, RULING, 1);
    await returnCase(db, { id, revision: 3, reason: 'The second figure counts another week.' }, cora, NOW);
    // Bela made the ruling and rules anew; the opinion of Anna still counts.
    expect([await offered(anna), await offered(bela)]).toEqual([nothing, it1()]);
    await flagItem(db, { id, flag: 'harbour' }, cora, NOW);
    await snoozeItem(db, { id, until: minutesLater(60), reason: '' }, cora, NOW);
    expect(await offered(bela)).toEqual(nothing);
    await wakeItem(db, { id }, cora, NOW);
    expect([await offered(anna), await offered(bela)]).toEqual([nothing, it1()]);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('are drawn for whoever has not decided, and rulings to confirm for whoever did not make them', async () => {
    const draw = (split: string, by: Person) => drawItem(db, { split, filters: {} }, by, NOW);
    await rule(anna, RULING, 1);
    expect(await draw('second-review', anna)).toMatchObject({ refusal: { code: 'NothingLeft' } });
    expect(await draw('second-review', bela)).toMatchObject({ value: { id } });
    await rule(bela, RULING, 1);
    const other = await seedCase(db);
    await setMeasureReview(db, { id: other.measureId, review: 'single' }, OWNER, NOW);
    await ruleCase(db, { id: other.id, revision: 1, ruling: RULING }, cora, NOW);
    expect(await draw('to-publish', cora)).toMatchObject({ refusal: { code: 'NothingLeft' } });
    expect(await draw('to-publish', anna)).toMatchObject({ value: { id: other.id } });
    expect(await publishCase(db, { id: other.id, revision: 2, notice: null }, anna, NOW)).toMatchObject({ ok: true });
  });
});

it('what the engine thinks of a case is not on its row while two decide unseen, whoever looks', async () => {
  const thought = async (person: Person, split: 'conflicts' | 'second-review' | 'to-publish') => {
    const [line] = await rows(person, split);
    return line?.kind === 'case' ? [line.kinds.length > 0, line.explanation !== null, line.confidence !== null] : null;
  };
  expect(await thought(bela, 'conflicts')).toEqual([false, false, false]);
  await rule(anna, RULING, 1);
  expect(await thought(bela, 'second-review')).toEqual([false, false, false]);
  // The measure of the case cannot lift that while an opinion is in.
  await setMeasureReview(db, { id: measureId, review: 'single' }, OWNER, NOW);
  expect(await thought(bela, 'second-review')).toEqual([false, false, false]);
  await rule(bela, OTHER, 1);
  expect((await thought(cora, 'second-review'))?.slice(1)).toEqual([true, true]);
});

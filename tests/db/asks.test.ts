import { beforeEach, describe, expect, it } from 'vitest';
import { type Actor, OWNER } from '@/db/actor';
import { dismissCase, ruleCase } from '@/db/cases';
import { nextItem, queueCounts, queuePage, readMentions, readNotes } from '@/db/desk';
import type { Database } from '@/db/open';
import { runOperation } from '@/db/operations';
import type { Person } from '@/db/people';
import { setDeskReview } from '@/db/review-mode';
import { acts, cases, queueFacets, queueItems } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import { applyOne, RULING, seedCase, seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

let db: Database;
let anna: Person;
let bela: Person;
let cora: Person;
let id: string;
let measureId: string;
let claimIds: string[];

beforeEach(async () => {
  db = await newRecord();
  [anna, bela, cora] = [await seedPerson(db, 'Anna'), await seedPerson(db, 'Bela'), await seedPerson(db, 'Cora')];
  ({ id, measureId, claimIds } = await seedCase(db));
});

const run = (actor: Actor, operation: string, input: object = {}) => runOperation({ db, actor, now: NOW }, operation, { id, ...input });
const listed = async ({ id: personId }: Person, split: 'conflicts' | 'second-review' | 'mine', filters = {}) =>
  (await queuePage(db.read, { split, filters, personId, now: NOW })).lines.map((line) => line.id);
const line = async (split: 'conflicts' | 'second-review' = 'conflicts') =>
  (await queuePage(db.read, { split, filters: {}, personId: bela.id, now: NOW })).lines[0];
const undo = async (actor: Person, action: string) => {
  const act = (await db.read.select().from(acts)).findLast((one) => one.action === action)!;
  return runOperation({ db, actor, now: NOW }, 'acts.undo', { seq: act.seq });
};

describe('a second look', () => {
  it('puts the case among the second reviews of the one who is asked, with a note that names them, and not of who asks', async () => {
    expect(await run(anna, 'queue.second-look', { to: bela.id, text: 'is the log of this year?' })).toMatchObject({ ok: true });
    for (const person of [anna, bela, cora]) expect(await listed(person, 'conflicts')).toEqual([]);
    expect([await listed(anna, 'second-review'), await listed(bela, 'second-review')]).toEqual([[], [id]]);
    expect([await listed(bela, 'mine'), await listed(cora, 'mine')]).toEqual([[id], []]);
    expect(await line('second-review')).toMatchObject({ lookBy: { name: 'Anna' }, assignedTo: { name: 'Bela' } });
    expect((await queueCounts(db.read, anna.id, NOW))['second-review']).toBe(0);
    expect((await queueCounts(db.read, bela.id, NOW))['second-review']).toBe(1);
    expect(await nextItem(db.read, { split: 'second-review', filters: {}, personId: bela.id, now: NOW, at: null })).toMatchObject({ id });
    expect((await readMentions(db.read, bela.id)).map(({ typed }) => typed)).toEqual(['@Bela is the log of this year?']);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('may be asked of anybody, stays through what the engine finds anew, and ends with a decision', async () => {
    await run(anna, 'queue.second-look');
    expect(await readNotes(db.read, id, anna.id, false)).toEqual([]);
    await applyOne(db, measureId, [[claimIds[0]!], [claimIds[1]!]].reverse(), minutesLater(1));
    expect([await listed(anna, 'second-review'), await listed(cora, 'second-review')]).toEqual([[], [id]]);
    const { revision } = (await db.read.select().from(cases).get())!;
    expect(await ruleCase(db, { id, revision, ruling: RULING }, cora, minutesLater(2))).toMatchObject({ value: { state: 'ruled' } });
    expect((await db.read.select().from(queueItems)).find((item) => item.id === id)).toMatchObject({ home: 'to-publish', lookBy: null });
    expect((await db.read.select().from(queueFacets)).filter(({ facet }) => facet === 'opinion')).toEqual([]);
  });

  it('is taken back, and the case stands where it stood; so it does when somebody dismisses and opens it again', async () => {
    await run(anna, 'queue.second-look', { to: bela.id });
    expect(await undo(anna, 'queue.second-look')).toMatchObject({ ok: true });
    expect([await listed(anna, 'conflicts'), await listed(bela, 'second-review'), await listed(bela, 'mine')]).toEqual([[id], [], []]);
    await run(anna, 'queue.second-look');
    await dismissCase(db, { id, revision: 1, reason: 'They count two harbours.' }, bela, NOW);
    expect(
      await runOperation({ db, actor: cora, now: NOW }, 'cases.reopen', { id, revision: 2, reason: 'They count one harbour.' }),
    ).toMatchObject({
      ok: true,
    });
    expect(await listed(anna, 'conflicts')).toEqual([id]);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('tells in a blind review whose case it is, and nothing of what was written', async () => {
    await setDeskReview(db, { review: 'blind' }, OWNER, NOW);
    await run(anna, 'queue.second-look', { to: bela.id, text: 'I think the second is wrong.' });
    expect(await listed(bela, 'second-review')).toEqual([id]);
    expect(await readMentions(db.read, bela.id)).toEqual([]);
    await ruleCase(db, { id, revision: 1, ruling: RULING }, bela, NOW);
    await ruleCase(db, { id, revision: 1, ruling: RULING }, anna, NOW);
    expect(await readMentions(db.read, bela.id)).toHaveLength(1);
  });

  it.each<[string, () => Promise<object>, number, string]>([
    ['oneself', async () => ({ to: anna.id }), 409, 'OwnLook'],
    ['nobody there', async () => ({ to: 'nobody0000' }), 404, 'PersonUnknown'],
    ['a reader', async () => ({ to: (await seedPerson(db, 'Rhea', 'reader')).id }), 409, 'PersonReads'],
    ['too many words', async () => ({ text: 'x'.repeat(4001) }), 422, 'TextTooLong'],
  ])('is refused of %s', async (_, input, status, code) => {
    expect(await run(anna, 'queue.second-look', await input())).toMatchObject({ refusal: { status, code } });
    expect(await line()).toMatchObject({ lookBy: null, assignedTo: null });
  });

  it('is refused where nothing waits for a decision, and by a reader', async () => {
    await ruleCase(db, { id, revision: 1, ruling: RULING }, bela, NOW);
    expect(await run(anna, 'queue.second-look')).toMatchObject({ refusal: { status: 409, code: 'Settled' } });
    expect(await run(await seedPerson(db, 'Rhea', 'reader'), 'queue.second-look')).toMatchObject({ refusal: { status: 403 } });
  });
});

describe('the answer of a source', () => {
  it('is waited for with whom and since when, found by it in the queue, and had', async () => {
    expect(await run(anna, 'queue.ask-source', { of: '  The harbour   office ', on: '2026-03-01' })).toMatchObject({ ok: true });
    expect(await line()).toMatchObject({ asked: { of: 'The harbour office', on: '2026-03-01' } });
    expect([await listed(bela, 'conflicts', { asked: 'any' }), await listed(bela, 'conflicts', { asked: 'The harbour office' })]).toEqual([
      [id],
      [id],
    ]);
    expect(await listed(bela, 'conflicts', { asked: 'The mayor' })).toEqual([]);
    expect(await run(bela, 'queue.source-answered')).toMatchObject({ ok: true });
    expect(await line()).toMatchObject({ asked: null });
    expect(await listed(bela, 'conflicts', { asked: 'any' })).toEqual([]);
    expect(await undo(bela, 'queue.source-answered')).toMatchObject({ ok: true });
    expect(await line()).toMatchObject({ asked: { of: 'The harbour office' } });
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('stays with the case wherever it goes in the queue', async () => {
    await run(anna, 'queue.ask-source', { of: 'The harbour office' });
    await run(anna, 'queue.second-look');
    expect(await listed(bela, 'second-review', { asked: 'any' })).toEqual([id]);
    expect(await line('second-review')).toMatchObject({ asked: { of: 'The harbour office', on: NOW.slice(0, 10) } });
  });

  it.each<[string, object, number, string, string | undefined]>([
    ['nobody', { of: ' ' }, 422, 'SourceMissing', 'of'],
    ['a name without end', { of: 'x'.repeat(121) }, 422, 'TextTooLong', 'of'],
    ['a day to come', { of: 'The mayor', on: '2026-03-09' }, 422, 'TimePassed', 'on'],
    ['no day', { of: 'The mayor', on: 'yesterday' }, 422, 'DayUnreadable', 'on'],
    ['a day of no calendar', { of: 'The mayor', on: '2026-02-30' }, 422, 'DayUnreadable', 'on'],
  ])('is refused of %s', async (_, input, status, code, field) => {
    expect(await run(anna, 'queue.ask-source', input)).toMatchObject({ refusal: { status, code, field } });
  });

  it('is refused where nobody waits, and by a reader', async () => {
    expect(await run(anna, 'queue.source-answered')).toMatchObject({ refusal: { status: 409, code: 'IllegalTransition' } });
    expect(await run(await seedPerson(db, 'Rhea', 'reader'), 'queue.ask-source', { of: 'x' })).toMatchObject({ refusal: { status: 403 } });
  });
});

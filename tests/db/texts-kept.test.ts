import { beforeEach, expect, it } from 'vitest';
import type { Actor } from '@/db/actor';
import type { Database } from '@/db/open';
import { runOperation } from '@/db/operations';
import type { Person } from '@/db/people';
import { queueItems, rulings } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import { rulingFields, seedCase, seedPerson } from './seeds';
import { NOW, newRecord } from './world';

/** Half of a pair of code units, which no encoding has a place for, and the sign at which the database takes a text to end. */
const UNKEPT = 'The harbour \0 log \ud800 lists the ferries by name.';
const KEPT = 'The harbour \ufffd log \ufffd lists the ferries by name.';

let db: Database;
let anna: Person;
beforeEach(async () => {
  db = await newRecord();
  anna = await seedPerson(db, 'Anna');
});

const run = async (actor: Actor, id: string, input: object) => {
  const done = await runOperation({ db, actor, now: NOW }, id, input);
  if (!done.ok) throw new Error(`${id}: ${done.refusal.cause}`);
};

it('a ruling says what was logged of it, whatever signs were typed', async () => {
  const { id, revision } = await seedCase(db);
  const words = { rationale: UNKEPT, dissent: UNKEPT, noEvidence: false, evidence: [{ url: 'https://log.example/7', note: UNKEPT }] };
  await run(anna, 'cases.rule', { id, revision, ...rulingFields(words) });
  const [ruling] = await db.read.select().from(rulings);
  expect(ruling).toMatchObject({ rationale: KEPT, dissent: KEPT, evidence: [{ note: KEPT }] });
  expect(await verifyRecord(db)).toMatchObject({ ok: true });
});

it('and so does everything else that people write', async () => {
  const [first, second] = [await seedCase(db), await seedCase(db)];
  const ada = await seedPerson(db, 'Ada', 'admin');
  await run(anna, 'cases.dismiss', { id: first.id, revision: first.revision, reason: UNKEPT });
  await run(anna, 'notes.add', { id: first.id, text: UNKEPT });
  await run(anna, 'queue.flag', { id: second.id, flag: 'the \0 mark \ud800' });
  await run(anna, 'queue.ask-source', { id: second.id, of: 'the \0 office \ud800' });
  await run(anna, 'queue.save-view', { name: 'mine \0 \ud800', query: 'split=conflicts' });
  await run(ada, 'measures.define', { id: second.measureId, revision: 0, counts: UNKEPT, topics: 'ferries \0 \ud800' });
  const items = await db.read.select().from(queueItems);
  expect(items.find(({ id }) => id === second.id)).toMatchObject({ flag: 'the \ufffd mark \ufffd', askedOf: 'the \ufffd office \ufffd' });
  expect(await verifyRecord(db)).toMatchObject({ ok: true });
});

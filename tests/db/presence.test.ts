import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/db/actor';
import { newId } from '@/db/ids';
import type { Database } from '@/db/open';
import { runOperation } from '@/db/operations';
import { disablePerson, type Person } from '@/db/people';
import { holdItem, leaveItem, presentAt } from '@/db/presence';
import { acts, auditLog } from '@/db/schema';
import { revokeSession, startSession, storedSession } from '@/db/sessions';
import { verifyRecord } from '@/db/verify';
import { seedCase, seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

const MINUTE = 60_000;

let db: Database;
let anna: Person;
let bela: Person;
let id: string;
let articleId: string;
let measureId: string;
let sids: Map<string, string>;

beforeEach(async () => {
  db = await newRecord();
  [anna, bela] = [await seedPerson(db, 'Anna'), await seedPerson(db, 'Bela')];
  ({ id, articleId, measureId } = await seedCase(db));
  sids = new Map();
  for (const { id: person } of [anna, bela]) {
    const started = await startSession(db, person, NOW);
    if (started.ok) sids.set(person, started.value);
  }
});

const sidOf = (person: Person): string => sids.get(person.id)!;
const here = (person: Person, window = 'one', item = id) => ({ id: item, session: storedSession(sidOf(person)), window });
const hold = (person: Person, tick: number, window?: string) => holdItem(db.read, here(person, window), tick);
const there = async (tick: number, now = NOW, item = id) =>
  ((await presentAt(db.read, [item], now, tick)).get(item) ?? []).map(({ name, left }) => [name, left / MINUTE]);

describe('who is at what', () => {
  it('is told for five minutes after the last renewal, whoever came first before the others', async () => {
    await hold(anna, 0);
    await hold(bela, MINUTE);
    expect(await there(MINUTE)).toEqual([
      ['Anna', 4],
      ['Bela', 5],
    ]);
    await hold(anna, 4 * MINUTE);
    expect(await there(5 * MINUTE)).toEqual([
      ['Anna', 4],
      ['Bela', 1],
    ]);
    expect(await there(6 * MINUTE)).toEqual([['Anna', 3]]);
    expect(await there(9 * MINUTE)).toEqual([]);
  });

  it('ends when its person leaves; two windows of one person are one, and both have to be left', async () => {
    await hold(anna, 0, 'one');
    await hold(anna, MINUTE, 'two');
    expect(await there(MINUTE)).toEqual([['Anna', 5]]);
    leaveItem(here(anna, 'two'));
    expect(await there(MINUTE)).toEqual([['Anna', 4]]);
    leaveItem(here(anna, 'one'));
    expect(await there(MINUTE)).toEqual([]);
  });

  it('ends with the session, and with whoever may not sign in any more', async () => {
    await hold(anna, 0);
    await hold(bela, 0);
    await revokeSession(db, sidOf(anna), NOW);
    expect(await there(0)).toEqual([['Bela', 5]]);
    expect(await there(0, minutesLater(13 * 60))).toEqual([]);
    const ada = await seedPerson(db, 'Ada', 'admin');
    await disablePerson(db, { id: bela.id }, ada, NOW);
    expect(await there(0)).toEqual([]);
  });

  it('does not last longer where the clock is set back', async () => {
    await hold(anna, 0);
    const lastYear = '2025-03-02T08:00:00.000Z';
    expect(await there(4 * MINUTE, lastYear)).toEqual([['Anna', 1]]);
    expect(await there(5 * MINUTE, lastYear)).toEqual([]);
  });

  it('is told of articles and measures too, and of nothing that is not there', async () => {
    for (const item of [articleId, measureId]) {
      expect(await holdItem(db.read, here(anna, 'one', item), 0)).toEqual({ ok: true, value: null });
      expect(await there(0, NOW, item)).toEqual([['Anna', 5]]);
    }
    expect(await holdItem(db.read, here(anna, 'one', newId()), 0)).toMatchObject({
      ok: false,
      refusal: { status: 404, code: 'ItemUnknown' },
    });
  });

  it('is bounded: of a session with very many windows the first give way', async () => {
    for (let window = 0; window < 60; window += 1) await hold(anna, window, `w${window}`);
    const left = Array.from({ length: 60 }, (_, window) => leaveItem(here(anna, `w${window}`)));
    expect(left.filter(Boolean)).toHaveLength(50);
    expect(left.slice(0, 10)).not.toContain(true);
  });
});

describe('asked for by a page', () => {
  const run = (actor: Actor, session: string | null, input: object) =>
    runOperation({ db, actor, now: NOW, session }, 'presence.hold', { id, window: 'w', presence: 'works', ...input });
  const own = (person: Person) => storedSession(sidOf(person));

  it('tells who else is there, and takes nothing by looking alone', async () => {
    expect(await run(anna, own(anna), { presence: 'looks' })).toEqual({ ok: true, value: { left: 0, others: [] } });
    expect(await run(anna, own(anna), {})).toMatchObject({ ok: true, value: { others: [] } });
    const told = await run(bela, own(bela), { presence: 'looks' });
    expect(told).toMatchObject({ value: { left: 0, others: [{ id: anna.id, name: 'Anna' }] } });
    await run(anna, own(anna), { presence: 'leaves' });
    expect(await run(bela, own(bela), { presence: 'looks' })).toMatchObject({ value: { others: [] } });
  });

  it('is no fact: the log and what people did say nothing of it, and the record agrees with itself', async () => {
    const [log, done] = [await db.read.$count(auditLog), await db.read.$count(acts)];
    for (const presence of ['works', 'looks', 'leaves']) await run(anna, own(anna), { presence });
    expect([await db.read.$count(auditLog), await db.read.$count(acts)]).toEqual([log, done]);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('is refused to a reader, to whoever has no session, and for what is not there', async () => {
    const rhea = await seedPerson(db, 'Rhea', 'reader');
    expect(await run(rhea, 'x', {})).toMatchObject({ refusal: { status: 403 } });
    expect(await run(anna, null, {})).toMatchObject({ refusal: { status: 403, code: 'Forbidden' } });
    expect(await run(anna, own(anna), { id: newId() })).toMatchObject({ refusal: { code: 'ItemUnknown' } });
    expect(await run(anna, own(anna), { presence: 'sleeps' })).toMatchObject({ refusal: { status: 422, field: 'presence' } });
  });
});

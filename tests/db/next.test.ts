import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { releaseCase, ruleCase } from '@/db/cases';
import { rejectClaim } from '@/db/claims';
import { itemBefore, itemsAfter, queueArticles, queueCases, readSitting, waitingReading } from '@/db/desk';
import { openCasesInOrder } from '@/db/desk/next';
import type { Database } from '@/db/open';
import { runOperation } from '@/db/operations';
import type { Person } from '@/db/people';
import { RULING, rulingFields, seedCase, seedClaims, seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

let db: Database;
let anna: Person;
let bela: Person;
beforeEach(async () => {
  db = await newRecord();
  anna = await seedPerson(db, 'Anna');
  bela = await seedPerson(db, 'Bela');
});

/** A walk through a part of the queue by "next", until nothing new comes. */
async function walk(split: 'conflicts' | 'articles' | 'to-publish', person: Person): Promise<string[]> {
  const seen: string[] = [];
  for (let at: string | null = null; ; ) {
    const [next] = await itemsAfter(db.read, { split, person: person.id, at }, 1);
    if (next === undefined || seen.includes(next)) return seen;
    seen.push(next);
    at = next;
  }
}

describe('the item that follows', () => {
  it('is found by an index, however many cases are open', async () => {
    const plan = await db.read.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN ${openCasesInOrder(3)}`);
    expect(plan.map(({ detail }) => detail).join()).toMatch(/cases_open_in_order/);
    expect(plan.map(({ detail }) => detail).join()).not.toMatch(/TEMP B-TREE/);
  });

  it('is that of the list, one after the other, and after the last comes the first again', async () => {
    for (let n = 0; n < 5; n += 1) await seedCase(db);
    const list = (await queueCases(db.read, 'conflicts', anna.id)).map(({ id }) => id);
    expect(await walk('conflicts', anna)).toEqual(list);
    const standing = (at: string) => ({ split: 'conflicts', person: anna.id, at }) as const;
    expect(await itemsAfter(db.read, standing(list[3]!), 2)).toEqual([list[4], list[0]]);
    expect(await itemsAfter(db.read, standing(list[4]!), 9)).toEqual(list.slice(0, 4));
    expect(await Promise.all(list.map((id) => itemBefore(db.read, standing(id))))).toEqual([null, ...list.slice(0, 4)]);
    expect(await itemsAfter(db.read, standing('0000000000'), 1)).toEqual([list[0]]);
  });

  it('is found from an item that is not in the list any more', async () => {
    for (let n = 0; n < 3; n += 1) await seedCase(db);
    const list = (await queueCases(db.read, 'conflicts', anna.id)).map(({ id }) => id);
    await ruleCase(db, { id: list[1]!, revision: 1, ruling: RULING }, anna, NOW);
    expect(await itemsAfter(db.read, { split: 'conflicts', person: anna.id, at: list[1]! }, 3)).toEqual([list[2], list[0]]);
  });

  it('of the rulings to confirm is never one of one’s own', async () => {
    const own = await seedCase(db);
    const other = await seedCase(db);
    await ruleCase(db, { id: own.id, revision: 1, ruling: RULING }, anna, NOW);
    await ruleCase(db, { id: other.id, revision: 1, ruling: RULING }, bela, NOW);
    expect([await walk('to-publish', anna), await walk('to-publish', bela)]).toEqual([[other.id], [own.id]]);
    await releaseCase(db, { id: own.id, revision: 2 }, anna, NOW);
  });

  it('of an article is its next reading that waits, then the next article', async () => {
    const first = await seedClaims(db, ['30', '31', '32'], 'read');
    const second = await seedClaims(db, ['40'], 'read');
    const list = (await queueArticles(db.read)).map(({ id }) => id);
    expect([...list].sort()).toEqual([first.articleId, second.articleId].sort());
    expect(await walk('articles', anna)).toEqual(list);
    const [a, b, c] = first.claimIds as [string, string, string];
    const after = (id: string | null) => waitingReading(db.read, first.articleId, id);
    expect([await after(null), await after(a), await after(b), await after(c)]).toEqual([a, b, c, a]);
    for (const id of [a, b]) await rejectClaim(db, { id, reason: 'that is a year' }, anna, NOW);
    expect([await after(b), await after(c)]).toEqual([c, null]);
    await rejectClaim(db, { id: c, reason: 'that is a year' }, anna, NOW);
    expect(await after(c)).toBeNull();
    expect(await walk('articles', anna)).toEqual([second.articleId]);
  });
});

it('a sitting is what one person did since they signed in, counted from the log', async () => {
  const act = async (actor: Person, id: string, input: unknown, now: string) =>
    expect(await runOperation({ db, actor, now }, id, input)).toMatchObject({ ok: true });
  const [one, two, three] = [await seedCase(db), await seedCase(db), await seedCase(db)];
  await act(anna, 'cases.rule', { id: one.id, revision: 1, ...rulingFields() }, NOW);
  await act(anna, 'cases.rule', { id: two.id, revision: 1, ...rulingFields() }, minutesLater(10));
  await act(anna, 'cases.rule', { id: three.id, revision: 1, ...rulingFields() }, minutesLater(11));
  await act(bela, 'cases.publish', { id: one.id, revision: 2 }, minutesLater(12));
  expect(await readSitting(db.read, anna.id, minutesLater(5))).toEqual({
    since: minutesLater(5),
    acts: [{ action: 'cases.rule', times: 2 }],
  });
  expect((await readSitting(db.read, bela.id, NOW)).acts).toEqual([{ action: 'cases.publish', times: 1 }]);
});

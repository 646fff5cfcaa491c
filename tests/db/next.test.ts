import { beforeEach, describe, expect, it } from 'vitest';
import { releaseCase, ruleCase } from '@/db/cases';
import { rejectClaim } from '@/db/claims';
import { itemBefore, itemsAfter, nextItem, queuePage, readSitting, type Standing, type Walked, waitingReading } from '@/db/desk';
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
async function walk(split: Walked, person: Person): Promise<string[]> {
  const seen: string[] = [];
  for (let at: string | null = null; ; ) {
    const next = await nextItem(db.read, standing(at, split, person));
    if (next === null || seen.includes(next.id)) return seen;
    seen.push(next.id);
    at = next.id;
  }
}

const standing = (at: string | null, split: Walked = 'conflicts', person = anna): Standing => ({
  ...{ split, filters: {}, personId: person.id, now: NOW, at },
});
const idsOf = (items: { id: string }[]) => items.map(({ id }) => id);
const idsAfter = async (at: string, most: number) => idsOf(await itemsAfter(db.read, standing(at), most));
const listed = async (split: Walked) => idsOf((await queuePage(db.read, standing(null, split))).lines);

describe('the item that follows', () => {
  it('is that of the list, one after the other, and after the last comes the first again', async () => {
    for (let n = 0; n < 5; n += 1) await seedCase(db);
    const list = await listed('conflicts');
    expect(await walk('conflicts', anna)).toEqual(list);
    expect(await idsAfter(list[3]!, 2)).toEqual([list[4], list[0]]);
    expect(await idsAfter(list[4]!, 9)).toEqual(list.slice(0, 4));
    const before = async (id: string) => (await itemBefore(db.read, standing(id)))?.id ?? null;
    expect(await Promise.all(list.map(before))).toEqual([null, ...list.slice(0, 4)]);
    expect(await idsAfter('0000000000', 1)).toEqual([list[0]]);
  });

  it('is found from an item that is not in the list any more', async () => {
    for (let n = 0; n < 3; n += 1) await seedCase(db);
    const list = await listed('conflicts');
    await ruleCase(db, { id: list[1]!, revision: 1, ruling: RULING }, anna, NOW);
    expect(await idsAfter(list[1]!, 3)).toEqual([list[2], list[0]]);
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
    const list = await listed('articles');
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

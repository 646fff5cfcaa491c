import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { acceptClaim, rejectClaim } from '@/db/claims';
import { saidOf } from '@/db/desk/pair';
import { regroup } from '@/db/grouping';
import type { Database } from '@/db/open';
import { wordsToday } from '@/db/pair-words';
import { judgePair, takeBackPair } from '@/db/pairs';
import type { Person } from '@/db/people';
import { rereadArticles } from '@/db/reread';
import { claims } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import type { PairWord } from '@/lib/measure';
import { STORM } from './intake-world';
import { addOlder, otherNoun } from './older-world';
import { rewriteBehind } from './rewrite';
import { seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

let db: Database;
let anna: Person;
beforeEach(async () => {
  db = await newRecord();
  anna = await seedPerson(db, 'Anna');
});

/** The claim of today with these words; the first where several say the same. */
async function claimOf(text: string) {
  const rows = await db.read.select().from(claims).where(eq(claims.text, text)).orderBy(claims.id);
  return rows.find(({ status }) => status !== 'superseded')!;
}
const idOf = async (text: string) => (await claimOf(text)).id;
const together = async (a: string, b: string) => (await claimOf(a)).measureId === (await claimOf(b)).measureId;

async function judge(a: string, word: PairWord, b: string): Promise<string> {
  const judged = await judgePair(db, { id: await idOf(a), other: await idOf(b), about: 'question', word, reason: null }, anna, NOW);
  if (!judged.ok) throw new Error(judged.refusal.cause);
  return judged.value.id;
}

it('words on a rejected claim bind nothing, until it is accepted', async () => {
  await addArticles(db, STORM, OWNER, NOW);
  const bridges = await claimOf('40 bridges');
  const word = await judge('40 bridges', 'same', '19 schools');
  await judge('40 bridges', 'same', 'More than 300 people');
  expect(await together('19 schools', 'More than 300 people')).toBe(true);
  await rejectClaim(db, { id: bridges.id, reason: 'a figure of last year' }, anna, minutesLater(1));
  await regroup(db, minutesLater(1));
  expect(await together('19 schools', 'More than 300 people')).toBe(false);
  expect(await saidOf(db.read)).toEqual(new Map());
  expect(await takeBackPair(db, { id: word }, anna, minutesLater(2))).toMatchObject({ refusal: { status: 409 } });
  await acceptClaim(db, { id: bridges.id }, anna, minutesLater(3));
  await regroup(db, minutesLater(3));
  expect(await together('19 schools', 'More than 300 people')).toBe(true);
});

it('after a later reading a new word takes the place of the one on the claims before it', async () => {
  await addOlder(db, STORM.slice(0, 2), otherNoun);
  const before = await judge('12 schools', 'different', '19 schools');
  await rereadArticles(db, OWNER, minutesLater(1));
  expect(await together('12 schools', '19 schools')).toBe(false);
  const word = await judge('12 schools', 'same', '19 schools');
  expect((await wordsToday(db.read)).settled.clashes).toEqual([]);
  expect(await together('12 schools', '19 schools')).toBe(true);
  expect([...(await saidOf(db.read)).values()]).toMatchObject([[{ id: word, word: 'same', standing: 'followed' }]]);
  expect(await takeBackPair(db, { id: before }, anna, minutesLater(2))).toMatchObject({ refusal: { status: 409 } });
  expect(await takeBackPair(db, { id: word }, anna, minutesLater(3))).toMatchObject({ ok: true });
  expect(await saidOf(db.read)).toEqual(new Map());
  expect(await verifyRecord(db)).toMatchObject({ ok: true });
});

it('a word on two claims that are one today is no word on a pair', async () => {
  await addOlder(db, STORM.slice(0, 2), otherNoun);
  await judge('12 schools', 'different', '19 schools');
  await rereadArticles(db, OWNER, minutesLater(1));
  const one = await idOf('12 schools');
  await rewriteBehind(db, `UPDATE readings SET superseded = json_replace(superseded, '$[0].by', '${one}')`);
  expect(await db.read.$count(claims, sql`status = 'superseded'`)).toBe(2);
  expect(await wordsToday(db.read)).toMatchObject({ settled: { clashes: [] }, judged: new Set() });
});

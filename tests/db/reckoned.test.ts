import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { rejectClaim } from '@/db/claims';
import { regroup, regroupAll, regroupPair } from '@/db/grouping';
import type { Database } from '@/db/open';
import { judgePair } from '@/db/pairs';
import { checks, claims } from '@/db/schema';
import { article, shapeOf } from './intake-world';
import { seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

const NEWS = [
  'Turnout in the vote in Lind was 104 percent, the clerk said.',
  'Veltron in Oster will cut 8,000 jobs, or about 10 percent of its workforce. Veltron employs 80,000 people.',
  'Catches off Oster fell by 70 tonnes to 260 tonnes from 300 tonnes.',
  'Turnout in the vote in Aske was 61 percent, the clerk said.',
  'Veltron in Oster will cut 8,000 jobs, the union said.',
  'Catches off Oster fell by 70 tonnes, the fishers said.',
  'Turnout in the vote in Rimm was 58 percent, the clerk said.',
  'Veltron in Oster employs 80,000 people, the union said.',
  'Catches off Oster fell to 260 tonnes, the fishers said.',
].map((text, at) => article({ externalId: `${at}`, text, outlet: `Paper ${at}`, publishedAt: '2024-05-06' }));
const EXPRESSIONS = ['104 % of a whole', '300 to 260 = 40, told as 70', '8,000 of 80,000 = 10 %, told as about 10 %'];

/** Adds the articles one by one, each placed among what is there, as in a record too large to group anew. */
async function oneByOne(): Promise<Database> {
  const db = await newRecord();
  for (const [at, one] of NEWS.entries()) await addArticles(db, [one], OWNER, minutesLater(at), { small: 0 });
  return db;
}

const expressions = async (db: Database) => (await db.read.select().from(checks)).map(({ expression }) => expression).sort();
const idOf = async (db: Database, text: string) => (await db.read.select().from(claims).where(eq(claims.text, text)).get())!.id;

it('stands once, whatever comes to the measures of its figures, and grouping everything finds nothing to mend', async () => {
  const db = await oneByOne();
  expect(await expressions(db)).toEqual(EXPRESSIONS);
  const before = await db.read.select().from(checks);
  expect(await regroupAll(db, minutesLater(20))).toMatchObject({ differences: 0 });
  expect(await db.read.select().from(checks)).toEqual(before);
  const whole = await newRecord();
  await addArticles(whole, NEWS, OWNER, NOW);
  expect(await shapeOf(db)).toMatchObject({ checks: ((await shapeOf(whole)) as { checks: string[] }).checks });
});

it('goes with the figure that it was reckoned from', async () => {
  const db = await oneByOne();
  const anna = await seedPerson(db, 'Anna');
  const reason = 'Not what the text says.';
  for (const [at, text] of ['300 tonnes', '80,000 people', '104 percent'].entries()) {
    expect(await rejectClaim(db, { id: await idOf(db, text), reason }, anna, minutesLater(20 + at))).toMatchObject({ ok: true });
    await regroup(db, minutesLater(30 + at), 0);
    const left = await expressions(db);
    expect(left).toHaveLength(2 - at);
  }
});

it('stays when its measures are grouped anew after a word on two claims', async () => {
  const db = await oneByOne();
  const anna = await seedPerson(db, 'Anna');
  const pair = [await idOf(db, '104 percent'), await idOf(db, '61 percent')] as const;
  const said = { id: pair[0], other: pair[1], about: 'question', word: 'same', reason: null } as const;
  expect(await judgePair(db, said, anna, minutesLater(20))).toMatchObject({ ok: true });
  await db.write((tx) => regroupPair(tx, pair, minutesLater(21), 0));
  expect(await expressions(db)).toEqual(EXPRESSIONS);
});

it('leaves one of several that were stored twice', async () => {
  const db = await oneByOne();
  const rows = await db.read.select().from(checks);
  await db.write(async (tx) => void (await tx.insert(checks).values(rows.map((row) => ({ ...row, id: `${row.id}x` })))));
  await regroupAll(db, minutesLater(20));
  expect(await expressions(db)).toEqual(EXPRESSIONS);
});

it('is found in an article that is placed in several turns', async () => {
  const rows = Array.from({ length: 230 }, (_, at) => `Dock ${String.fromCharCode(65 + (at % 26))} took ${at + 300} barrels of herring.`);
  const text = ['Catches off Oster fell by 70 tonnes to 260 tonnes from 300 tonnes.', ...rows].join(' ');
  const db = await newRecord();
  await addArticles(db, [article({ text, outlet: 'Harbour Post', publishedAt: '2024-05-06' })], OWNER, NOW, { small: 0 });
  await regroup(db, minutesLater(1), 0);
  expect(await db.read.$count(claims)).toBeGreaterThan(200);
  expect(await expressions(db)).toContain('300 to 260 = 40, told as 70');
});

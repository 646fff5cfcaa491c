import { eq, inArray } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { acceptClaim } from '@/db/claims';
import { regroup } from '@/db/grouping';
import type { Database } from '@/db/open';
import { pairOf, recordPair } from '@/db/pair-record';
import type { Person } from '@/db/people';
import { measureToday } from '@/db/published/records';
import { regroupMeasuresOf } from '@/db/regroup-measures';
import { claims } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import type { PairWord } from '@/lib/measure';
import { article } from './intake-world';
import { seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

const told = (figure: string) => `The frost ruined ${figure} in the valley, growers said.`;
const ORCHARDS = ['12 orchards', '19 orchards', '23 orchards', '31 orchards'];
const BARGES = '47 barges';

let db: Database;
let anna: Person;
beforeEach(async () => {
  db = await newRecord();
  anna = await seedPerson(db, 'Anna');
  const texts = [...ORCHARDS.map(told), 'The harbour master counted 47 barges on the canal.'];
  const inputs = texts.map((text, at) => article({ text, outlet: `Valley Post ${at}`, publishedAt: '2024-05-02' }));
  await addArticles(db, inputs, OWNER, NOW, { small: 0 });
  expect(new Set(await homes(...ORCHARDS)).size).toBe(1);
});

const claimOf = async (text: string) => (await db.read.select().from(claims).where(eq(claims.text, text)).get())!;
const homes = (...texts: string[]) => Promise.all(texts.map(async (text) => (await claimOf(text)).measureId));

async function accept(...texts: string[]): Promise<void> {
  for (const text of texts) await acceptClaim(db, { id: (await claimOf(text)).id }, anna, minutesLater(1));
  await regroup(db, minutesLater(1), 0);
}

/** As in a measure that is too large to be grouped anew. */
async function say(a: string, word: PairWord | 'taken-back', b: string): Promise<void> {
  const pair = pairOf((await claimOf(a)).id, (await claimOf(b)).id);
  await db.write(async (tx) => {
    const said = { ...pair, about: 'question', word, reason: null, person: anna.id, at: minutesLater(2) } as const;
    await recordPair(tx, said, anna);
    await regroupMeasuresOf(tx, [pair.a, pair.b], minutesLater(2), { most: 0 });
  });
  expect(await verifyRecord(db)).toMatchObject({ ok: true });
  expect(await db.read.$count(claims, inArray(claims.status, ['read', 'accepted']))).toBe(5);
}

describe('a word on claims of a very large measure', () => {
  it.each([
    ['that nobody accepted', []],
    ['that readers see', ORCHARDS],
    ['of which readers see these two alone', ORCHARDS.slice(0, 2)],
  ])('%s parts them, and one of the two stays with the others', async (_, seen) => {
    await accept(...seen);
    await say('12 orchards', 'different', '19 orchards');
    const [a, b, c, d] = await homes(...ORCHARDS);
    expect(a).not.toBe(b);
    expect(c).toBe(d);
    if (seen.length !== 2) expect([a, b]).toContain(c);
    await say('12 orchards', 'taken-back', '19 orchards');
    expect(new Set((await homes(...ORCHARDS)).slice(0, seen.length || 4)).size).toBe(1);
  });

  it('joins two that readers see, and the address that is left leads on', async () => {
    await accept(...ORCHARDS, BARGES);
    const [barges] = await homes(BARGES);
    await say('12 orchards', 'same', BARGES);
    const [a, b, c] = await homes('12 orchards', BARGES, '19 orchards');
    expect([b, c]).toEqual([a, a]);
    expect(await measureToday(db.read, barges!)).toBe(a);
  });

  it('takes along what nobody sees that is held together with them', async () => {
    await accept('12 orchards', '19 orchards', BARGES);
    await say('31 orchards', 'same', '12 orchards');
    await say('12 orchards', 'same', BARGES);
    await say('12 orchards', 'different', '19 orchards');
    const [a, b, c, d] = await homes('12 orchards', '19 orchards', '31 orchards', BARGES);
    expect(a).not.toBe(b);
    expect([c, d]).toEqual([a, a]);
  });
});

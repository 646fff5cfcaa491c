import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { acceptArticle, acceptClaim, rejectClaim } from '@/db/claims';
import { regroup } from '@/db/grouping';
import { partMeasures } from '@/db/parted';
import { claims } from '@/db/schema';
import { article } from './intake-world';
import { taken } from './public-world';
import { seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

/** The last is like both others, and they are not like each other. */
const TOLD = [
  ['Valley Post', 'The storm felled 31 oaks in the park.'],
  ['Hill Courier', 'The storm felled 12 limes in the park.'],
  ['Radio Otter', 'The storm felled 43 oaks and limes in the park.'],
] as const;

async function worldOf(small?: number) {
  const db = await newRecord();
  const anna = await seedPerson(db, 'Anna');
  for (const [outlet, text] of TOLD) await addArticles(db, [article({ text, outlet, publishedAt: '2024-05-02' })], OWNER, NOW, { small });
  const claimOf = async (text: string) => (await db.read.select().from(claims).where(eq(claims.text, text)).get())!;
  const together = async () => (await claimOf('31 oaks')).measureId === (await claimOf('12 limes')).measureId;
  expect(await together()).toBe(true);
  return { db, anna, claimOf, together };
}

it.each([
  ['small', undefined],
  ['large', 0],
])(
  'no reader sees an accepted claim where a reading that nobody accepted brought it, not for a moment, in a %s record',
  async (_, small) => {
    const { db, anna, claimOf, together } = await worldOf(small);
    taken(await acceptClaim(db, { id: (await claimOf('31 oaks')).id }, anna, minutesLater(1), small));
    taken(await acceptArticle(db, { id: (await claimOf('12 limes')).articleId }, anna, minutesLater(1), small));
    expect(await together()).toBe(false);
    const before = await db.read.select().from(claims).where(eq(claims.status, 'accepted'));
    await regroup(db, minutesLater(2), small);
    expect(await db.read.select().from(claims).where(eq(claims.status, 'accepted'))).toEqual(before);
  },
);

it('a measure with more members than the limit stays whole when one leaves it', async () => {
  const { db, anna, claimOf, together } = await worldOf(0);
  const { id, measureId } = await claimOf('43 oaks and limes');
  taken(await rejectClaim(db, { id, reason: 'The text says something else.' }, anna, minutesLater(1)));
  await db.write((tx) => partMeasures(tx, [measureId!], minutesLater(2), 1));
  expect(await together()).toBe(true);
  await db.write((tx) => partMeasures(tx, [measureId!], minutesLater(2), 2));
  expect(await together()).toBe(false);
});

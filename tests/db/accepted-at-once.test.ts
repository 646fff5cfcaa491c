import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { acceptArticle, acceptClaim, rejectClaim } from '@/db/claims';
import { regroup } from '@/db/grouping';
import type { Database } from '@/db/open';
import { partMeasures, unplace } from '@/db/parted';
import { regroupMeasuresOf } from '@/db/regroup-measures';
import { claims } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
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

const bring = (db: Database, told: readonly (readonly [string, string])[], small?: number) =>
  addArticles(
    db,
    told.map(([outlet, text]) => article({ text, outlet, publishedAt: '2024-05-02' })),
    OWNER,
    NOW,
    { small },
  );

async function worldOf(small?: number) {
  const db = await newRecord();
  const anna = await seedPerson(db, 'Anna');
  for (const one of TOLD) await bring(db, [one], small);
  const claimOf = async (text: string) => (await db.read.select().from(claims).where(eq(claims.text, text)).get())!;
  const together = async () => (await claimOf('31 oaks')).measureId === (await claimOf('12 limes')).measureId;
  expect(await together()).toBe(true);
  /** As an older version left it, which did nothing more. */
  const acceptAlone = async (text: string) =>
    db.write(async (tx) => void (await tx.update(claims).set({ status: 'accepted', acceptedAt: NOW }).where(eq(claims.text, text))));
  return { db, anna, claimOf, together, acceptAlone };
}

const SIZES = [
  ['small', undefined],
  ['large', 0],
] as const;

it.each(SIZES)(
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

describe('what readers see', () => {
  it('is left one by one where the measure is too large to be grouped anew', async () => {
    const { db, claimOf, together, acceptAlone } = await worldOf(0);
    for (const text of ['31 oaks', '12 limes']) await acceptAlone(text);
    const { id } = await claimOf('12 limes');
    await db.write((tx) => regroupMeasuresOf(tx, [id], minutesLater(2), { seen: true, most: 0 }));
    expect(await together()).toBe(false);
  });

  it('is placed among what else readers see alone', async () => {
    const { db, claimOf, together, acceptAlone } = await worldOf(0);
    const { id } = await claimOf('12 limes');
    await db.write((tx) => unplace(tx, [id]));
    for (const text of ['31 oaks', '12 limes']) await acceptAlone(text);
    await regroup(db, minutesLater(2), 0);
    expect((await claimOf('12 limes')).measureId).not.toBe(null);
    expect(await together()).toBe(false);
  });
});

/** No two measures of them come to a case of their own each: that of a case which readers have seen stays, whatever comes later. */
const WORDS = ['31 oaks', '12 limes', '43 oaks and limes', '31 old oaks', '12 old limes', '52 oaks and limes'];
const OUTLETS = ['Valley Post', 'Hill Courier', 'Radio Otter', 'Evening Stoat', 'Lake Gazette', 'Coast Herald'];
const STORIES = WORDS.map((words, at) => [OUTLETS[at]!, `The storm felled ${words} in the park.`] as const);

/** Claims that are accepted, together as readers see them. */
async function seen(db: Database): Promise<string[]> {
  const homes = new Map<string, string[]>();
  for (const { text, measureId } of await db.read.select().from(claims).where(eq(claims.status, 'accepted')))
    homes.set(measureId!, [...(homes.get(measureId!) ?? []), text].sort());
  return [...homes.values()].map((texts) => texts.join(', ')).sort();
}

describe.each(SIZES)('whatever is brought, accepted and rejected in whatever order, in a %s record', (_, small) => {
  it('readers see at once what they would see of the accepted claims alone', async () => {
    // Each time a story is named it is brought, accepted, rejected, accepted again.
    const walks = fc.array(fc.nat(STORIES.length - 1), { minLength: 8, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(walks, async (walk) => {
        const db = await newRecord();
        const anna = await seedPerson(db, 'Anna');
        const accepted = new Set<number>();
        for (const at of walk) {
          const claim = await db.read.select().from(claims).where(eq(claims.text, WORDS[at]!)).get();
          if (!claim) await bring(db, [STORIES[at]!], small);
          else if (accepted.delete(at))
            taken(await rejectClaim(db, { id: claim.id, reason: 'The text says something else.' }, anna, minutesLater(1), small));
          else {
            taken(await acceptClaim(db, { id: claim.id }, anna, minutesLater(1), small));
            accepted.add(at);
          }
          const before = await seen(db);
          await regroup(db, minutesLater(2), small);
          expect(await seen(db)).toEqual(before);
        }
        const alone = await newRecord();
        await bring(
          alone,
          STORIES.filter((_, at) => accepted.has(at)),
        );
        await alone.write((tx) => tx.update(claims).set({ status: 'accepted', acceptedAt: NOW }));
        expect(await seen(db)).toEqual(await seen(alone));
        expect(await verifyRecord(db)).toMatchObject({ ok: true });
      }),
      { numRuns: 15 },
    );
  });
});

it('a measure with more members than the limit stays whole when one leaves it', async () => {
  const { db, anna, claimOf, together } = await worldOf(0);
  const { id, measureId } = await claimOf('43 oaks and limes');
  taken(await rejectClaim(db, { id, reason: 'The text says something else.' }, anna, minutesLater(1)));
  await db.write((tx) => partMeasures(tx, [measureId!], minutesLater(2), 1));
  expect(await together()).toBe(true);
  await db.write((tx) => partMeasures(tx, [measureId!], minutesLater(2), 2));
  expect(await together()).toBe(false);
});

import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { rejectClaim } from '@/db/claims';
import { regroup, regroupAll } from '@/db/grouping';
import type { Database } from '@/db/open';
import { isRegroupOwed } from '@/db/owed';
import { articles, claimKeys, claims, meta, relations } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import { article, STORM_AND_AID, shapeOf } from './intake-world';
import { seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

const MORE = [
  ...STORM_AND_AID,
  article({
    externalId: 'strike',
    text: 'Some 400 dockers marched through the harbour of Lisby on Friday. Police arrested 12 dockers.',
    outlet: 'Evening Stoat',
    publishedAt: '2024-05-02',
  }),
];

/** Adds the articles one by one, each placed among what is there, as in a record too large to group anew. */
async function placedOneByOne(parts: (typeof MORE)[number][]): Promise<Database> {
  const db = await newRecord();
  for (const [at, part] of parts.entries()) await addArticles(db, [part], OWNER, minutesLater(at), { small: 0 });
  return db;
}

describe('placing new claims in a large record', () => {
  it('comes to the same measures, relations, checks and cases as grouping everything', async () => {
    const whole = await newRecord();
    await addArticles(whole, MORE, OWNER, NOW);
    const expected = await shapeOf(whole);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(MORE, { minLength: MORE.length }), async (parts) => {
        const db = await placedOneByOne(parts);
        expect(await shapeOf(db)).toEqual(expected);
        expect(await verifyRecord(db)).toMatchObject({ ok: true });
      }),
      { numRuns: 6 },
    );
  });

  it('comes to the same with some articles at once, whatever comes together', async () => {
    const whole = await newRecord();
    await addArticles(whole, MORE, OWNER, NOW);
    const expected = await shapeOf(whole);
    const parted = fc.tuple(fc.shuffledSubarray(MORE, { minLength: MORE.length }), fc.integer({ min: 1, max: MORE.length }));
    await fc.assert(
      fc.asyncProperty(parted, async ([parts, first]) => {
        const db = await newRecord();
        await addArticles(db, parts.slice(0, first), OWNER, minutesLater(0), { small: 0 });
        await addArticles(db, parts.slice(first), OWNER, minutesLater(1), { small: 0 });
        expect(await shapeOf(db)).toEqual(expected);
        expect(await verifyRecord(db)).toMatchObject({ ok: true });
      }),
      { numRuns: 6 },
    );
  });

  it('keeps the articles where their claims cannot be placed, says why, and places them the next time', async () => {
    const db = await placedOneByOne(MORE.slice(0, 1));
    await db.write((tx) => tx.run(sql`CREATE TRIGGER no_more BEFORE INSERT ON relations BEGIN SELECT RAISE(ABORT, 'no more'); END`));
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    onTestFinished(() => told.mockRestore());
    const { items } = await addArticles(db, MORE.slice(1), OWNER, minutesLater(1), { small: 0 });
    expect(items.map(({ status }) => status)).toEqual(MORE.slice(1).map(() => 'created'));
    expect(told.mock.calls.join()).toContain('no more');
    expect(told.mock.calls.join()).not.toContain('schools');
    expect(await db.read.$count(articles)).toBe(MORE.length);
    expect(await isRegroupOwed(db.read)).toBe(true);
    expect(await db.read.$count(relations)).toBe(0);
    await db.write((tx) => tx.run(sql`DROP TRIGGER no_more`));
    await addArticles(db, MORE.slice(1), OWNER, minutesLater(2), { small: 0 });
    expect(await isRegroupOwed(db.read)).toBe(false);
    const whole = await newRecord();
    await addArticles(whole, MORE, OWNER, NOW);
    expect(await shapeOf(db)).toEqual(await shapeOf(whole));
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('loses articles that cannot be stored at all, with nothing owed', async () => {
    const db = await placedOneByOne(MORE.slice(0, 1));
    await db.write((tx) => tx.run(sql`CREATE TRIGGER no_more BEFORE INSERT ON articles BEGIN SELECT RAISE(ABORT, 'no more'); END`));
    await expect(addArticles(db, MORE.slice(1), OWNER, minutesLater(1), { small: 0 })).rejects.toThrow();
    expect(await db.read.$count(articles)).toBe(1);
    expect(await isRegroupOwed(db.read)).toBe(false);
  });

  it('writes nothing when nothing is new, and grouping everything afterwards finds nothing to mend', async () => {
    const db = await placedOneByOne(MORE);
    const nothing = { measures: 0, differences: 0, opened: 0, changed: 0, reopened: 0, dismissed: 0 };
    expect(await regroup(db, minutesLater(20), 0)).toEqual(nothing);
    expect(await regroupAll(db, minutesLater(21))).toEqual(nothing);
  });

  it('leaves a part with its total when its measure is read again', async () => {
    const db = await placedOneByOne(MORE);
    await addArticles(
      db,
      [article({ externalId: 'more', text: 'The aid reached 31 towns.', outlet: 'Valley Post', publishedAt: '2024-05-06' })],
      OWNER,
      minutesLater(30),
      { groupLater: true },
    );
    await regroup(db, minutesLater(31), 0);
    const whole = await newRecord();
    await addArticles(
      whole,
      [...MORE, article({ externalId: 'more', text: 'The aid reached 31 towns.', outlet: 'Valley Post', publishedAt: '2024-05-06' })],
      OWNER,
      NOW,
    );
    expect(await shapeOf(db)).toEqual(await shapeOf(whole));
  });

  it('files the claims of an older record before it places new ones', async () => {
    const db = await placedOneByOne(MORE);
    const filed = await db.read.select().from(claimKeys);
    await db.write(async (tx) => {
      await tx.delete(claimKeys);
      await tx.insert(meta).values({ key: 'keys_owed', value: '' });
    });
    await regroup(db, minutesLater(40), 0);
    expect(await db.read.select().from(claimKeys)).toEqual(filed);
    expect(await db.read.select().from(meta).where(eq(meta.key, 'keys_owed'))).toEqual([]);
  });

  it('compares a measure anew when one of its claims is rejected', async () => {
    const db = await placedOneByOne(MORE.slice(0, 2));
    const nineteen = await db.read.select({ id: claims.id }).from(claims).where(eq(claims.text, '19 schools')).get();
    const anna = await seedPerson(db, 'Anna');
    expect(await rejectClaim(db, { id: nineteen!.id, reason: 'The text says 12 schools.' }, anna, minutesLater(5))).toMatchObject({
      ok: true,
    });
    expect(await regroup(db, minutesLater(6), 0)).toMatchObject({ dismissed: 1 });
    expect(await shapeOf(db)).toMatchObject({ relations: [] });
  });
});

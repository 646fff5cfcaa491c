import { eq, getTableColumns, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { viewPairs } from '@/db/desk/pair';
import { claimsAtHand } from '@/db/known-claims';
import { claims } from '@/db/schema';
import { words } from '@/db/statement';
import { STORM } from './intake-world';
import { NOW, newRecord } from './world';

it('what a transaction knows of a claim is its own: a page that is read meanwhile changes nothing of it', async () => {
  const db = await newRecord();
  await addArticles(db, STORM, OWNER, NOW);
  const [a, b] = (await db.read.select({ id: claims.id }).from(claims)).map(({ id }) => id) as [string, string];
  await db.write(async (tx) => {
    const pair = () => claimsAtHand(tx, words`claims.id IN (${a}, ${b})`);
    const before = await pair();
    await tx.update(claims).set({ measureId: null }).where(eq(claims.id, a));
    const moved = (await pair()).find(({ id }) => id === a);
    expect(before).toContain(moved);
    expect((await viewPairs(db.read, [[a, b]]))[0]?.a.id).toBe(a);
    expect(moved?.measureId).toBeNull();
  });
});

it('reads more claims at once than a statement may have values', async () => {
  const db = await newRecord();
  await addArticles(db, STORM, OWNER, NOW);
  const many = 33_000;
  const names = Object.values(getTableColumns(claims)).map(({ name }) => name);
  const own: Record<string, string> = { id: "'copy' || at", ordinal: '1000 + at' };
  const copies = sql.raw(`WITH RECURSIVE steps (at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM steps WHERE at < ${many})
    INSERT INTO claims (${names}) SELECT ${names.map((name) => own[name] ?? name)} FROM (SELECT * FROM claims LIMIT 1), steps`);
  const read = await db.write(async (tx) => {
    await tx.run(copies);
    return claimsAtHand(tx, words`claims.id LIKE ${'copy%'}`);
  });
  expect(read).toHaveLength(many);
});

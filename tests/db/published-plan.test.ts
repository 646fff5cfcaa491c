import { type SQL, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Database } from '@/db/open';
import { IN_SIGHT, isPublicClaim, PUBLIC_ARTICLES, PUBLIC_MEASURES } from '@/db/published/visible';
import { among, sqlOf } from '@/db/statement';
import { seedCase } from './seeds';
import { newRecord } from './world';

const AMONG = sqlOf(among(['a', 'b']));
const LOOKED_FOR = {
  'cases in sight': sql`SELECT * FROM cases k WHERE ${IN_SIGHT}`,
  'public measures': sql`SELECT * FROM ${PUBLIC_MEASURES}`,
  'public articles': sql`SELECT * FROM ${PUBLIC_ARTICLES}`,
  'public claims of measures': sql`SELECT * FROM claims WHERE ${isPublicClaim} AND measure_id IN ${AMONG}`,
  'public claims of an article': sql`SELECT * FROM claims WHERE ${isPublicClaim} AND article_id = 'a'`,
};

/** How the database goes about it, by its own account: where it begins with each of its searches among the claims. */
async function searchesOfClaims(db: Database, asked: SQL): Promise<string[]> {
  const steps = await db.snapshot((from) => from.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN ${asked}`));
  return steps.flatMap(({ detail }) => (/^(SCAN|SEARCH) claims\b/.test(detail) ? [detail] : []));
}

/** By its id, its measure or its article. */
const BY_WHAT_IS_TOLD =
  /^SEARCH claims USING (COVERING )?INDEX (sqlite_autoindex_claims_[12]|claims_by_measure) \((id|measure_id|article_id)=\?\)/;

it('looks for public claims by what names them, and never goes through all that are accepted once for each', async () => {
  const db = await newRecord();
  await seedCase(db);
  for (const [name, asked] of Object.entries(LOOKED_FOR)) {
    const searches = await searchesOfClaims(db, asked);
    expect(searches.length, name).toBeGreaterThan(0);
    for (const search of searches) expect(search, name).toMatch(BY_WHAT_IS_TOLD);
  }
  // Somebody may have had the database count its rows: few are read as they lie, but never by what nearly all have in common.
  await db.write(async (tx) => void (await tx.run(sql`ANALYZE`)));
  for (const [name, asked] of Object.entries(LOOKED_FOR))
    for (const search of await searchesOfClaims(db, asked)) expect(search, name).not.toContain('claims_by_status');
});

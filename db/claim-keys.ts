import { sql } from 'drizzle-orm';
import type { Day } from '@/lib/base';
import { keysOf, type RecordedClaim } from '@/lib/measure';
import type { Reads, Tx } from './open';
import { claimKeys } from './schema';

/** How many claims of each key are looked at on either side of the day: news that belong together appear together. */
const EACH_SIDE = 40;

const DAY_MS = 86_400_000;
/** Days since 1970; 0 where the article has no date. */
const dayNumber = (day: Day | null): number => (day === null ? 0 : Math.floor(Date.parse(day) / DAY_MS));

/** Files claims under their keys. */
export async function fileClaims(tx: Tx, claims: readonly RecordedClaim[]): Promise<void> {
  const rows = claims.flatMap((claim) => keysOf(claim).map(({ key }) => ({ key, day: dayNumber(claim.publishedAt), claimId: claim.id })));
  for (let from = 0; from < rows.length; from += 500)
    await tx
      .insert(claimKeys)
      .values(rows.slice(from, from + 500))
      .onConflictDoNothing();
}

/** The claims that share most with this one, the likest first: of each key those nearest in time, so that the cost does not grow with the record. */
export async function likestClaims(from: Reads, claim: RecordedClaim, most: number): Promise<string[]> {
  const keys = keysOf(claim);
  if (keys.length === 0) return [];
  const day = dayNumber(claim.publishedAt);
  const side = (key: string, at: number, later: boolean) => sql`
    SELECT * FROM (SELECT ${at} AS k, claim_id AS id FROM claim_keys WHERE key = ${key} AND ${later ? sql`day >= ${day}` : sql`day < ${day}`}
      ORDER BY day ${later ? sql`ASC` : sql`DESC`}, claim_id LIMIT ${EACH_SIDE})`;
  const sides = keys.flatMap(({ key }, at) => [side(key, at, true), side(key, at, false)]);
  const rows = await from.all<{ k: number; id: string }>(sql.join(sides, sql` UNION ALL `));
  const scores = new Map<string, number>();
  for (const { k, id } of rows) {
    const weight = keys[k]?.weight ?? 0;
    if (id !== claim.id) scores.set(id, (scores.get(id) ?? 0) + weight * weight);
  }
  return [...scores]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, most)
    .map(([id]) => id);
}

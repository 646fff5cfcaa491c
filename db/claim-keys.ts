import { and, eq, sql } from 'drizzle-orm';
import type { Day } from '@/lib/base';
import { type Key, keysOf, type RecordedClaim } from '@/lib/measure';
import type { Reads, Tx } from './open';
import { claimKeys } from './schema';

/** How many claims of each key are looked at on either side of the day: news that belong together appear together. */
const EACH_SIDE = 40;

const DAY_MS = 86_400_000;
/** Days since 1970; 0 where the article has no date. */
const dayNumber = (day: Day | null): number => (day === null ? 0 : Math.floor(Date.parse(day) / DAY_MS));

const rowsOf = (claims: readonly RecordedClaim[]) =>
  claims.flatMap((claim) => keysOf(claim).map(({ key }) => ({ key, day: dayNumber(claim.publishedAt), claimId: claim.id })));

/** Files claims under their keys. */
export async function fileClaims(tx: Tx, claims: readonly RecordedClaim[]): Promise<void> {
  const rows = rowsOf(claims);
  for (let from = 0; from < rows.length; from += 500)
    await tx
      .insert(claimKeys)
      .values(rows.slice(from, from + 500))
      .onConflictDoNothing();
}

/** Takes claims out again that no measure will hold: they would stand in the way of their likest. */
export async function unfileClaims(tx: Tx, claims: readonly RecordedClaim[]): Promise<void> {
  for (const { key, day, claimId } of rowsOf(claims))
    await tx.delete(claimKeys).where(and(eq(claimKeys.key, key), eq(claimKeys.day, day), eq(claimKeys.claimId, claimId)));
}

/** Parts of one statement: SQLite takes up to 500. */
const AT_ONCE = 200;

/**
 * For each claim those that share most with it, the likest first: of each key those nearest in time, so that the cost does not grow with
 * the record. The claims are of one article, which shares its keys and its day.
 */
export async function likestClaims(from: Reads, claims: readonly RecordedClaim[], most: number): Promise<Map<string, string[]>> {
  const own = claims.map((claim) => ({ id: claim.id, keys: keysOf(claim) }));
  const day = dayNumber(claims[0]?.publishedAt ?? null);
  const filed = await nearestUnder(from, [...new Set(own.flatMap(({ keys }) => keys.map(({ key }) => key)))], day);
  return new Map(own.map(({ id, keys }) => [id, ranked(id, keys, filed).slice(0, most)]));
}

function ranked(own: string, keys: readonly Key[], filed: ReadonlyMap<string, readonly string[]>): string[] {
  const scores = new Map<string, number>();
  for (const { key, weight } of keys)
    for (const id of filed.get(key) ?? []) if (id !== own) scores.set(id, (scores.get(id) ?? 0) + weight * weight);
  return [...scores].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id);
}

/** The claims under each key whose articles are nearest in time to a day, so many on either side. */
async function nearestUnder(from: Reads, keys: readonly string[], day: number): Promise<Map<string, string[]>> {
  const side = (key: string, at: number, later: boolean) => sql`
    SELECT * FROM (SELECT ${at} AS k, claim_id AS id FROM claim_keys WHERE key = ${key} AND ${later ? sql`day >= ${day}` : sql`day < ${day}`}
      ORDER BY day ${later ? sql`ASC` : sql`DESC`}, claim_id LIMIT ${EACH_SIDE})`;
  const sides = keys.flatMap((key, at) => [side(key, at, true), side(key, at, false)]);
  const filed = new Map<string, string[]>(keys.map((key) => [key, []]));
  for (let at = 0; at < sides.length; at += AT_ONCE) {
    const rows = await from.all<{ k: number; id: string }>(sql.join(sides.slice(at, at + AT_ONCE), sql` UNION ALL `));
    for (const { k, id } of rows) filed.get(keys[k] as string)?.push(id);
  }
  return filed;
}

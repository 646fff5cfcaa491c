import { and, eq } from 'drizzle-orm';
import type { Day } from '@/lib/base';
import { type Key, keysOf, type RecordedClaim } from '@/lib/measure';
import type { Reads, Tx } from './open';
import { insertRows, STAY } from './rows';
import { claimKeys } from './schema';
import { askJson, type Words, words } from './statement';
import { turns } from './turns';

/** How many claims of each key are looked at on either side of the day: news that belong together appear together. */
const EACH_SIDE = 40;

const DAY_MS = 86_400_000;
/** Days since 1970; 0 where the article has no date. */
const dayNumber = (day: Day | null): number => (day === null ? 0 : Math.floor(Date.parse(day) / DAY_MS));

const rowsOf = (claims: readonly RecordedClaim[]) =>
  claims.flatMap((claim) => keysOf(claim).map(({ key }) => ({ key, day: dayNumber(claim.publishedAt), claimId: claim.id })));

/** Files claims under their keys. */
export function fileClaims(tx: Tx, claims: readonly RecordedClaim[]): void {
  insertRows(tx, claimKeys, rowsOf(claims), STAY);
}

/** Takes claims out again that no measure will hold: they would stand in the way of their likest. */
export async function unfileClaims(tx: Tx, claims: readonly RecordedClaim[]): Promise<void> {
  for (const { key, day, claimId } of rowsOf(claims))
    await tx.delete(claimKeys).where(and(eq(claimKeys.key, key), eq(claimKeys.day, day), eq(claimKeys.claimId, claimId)));
}

/**
 * For each claim those that share most with it, the likest first: of each key those nearest in time, so that the cost does not grow with
 * the record.
 */
export async function likestClaims(from: Reads, claims: readonly RecordedClaim[], most: number): Promise<Map<string, string[]>> {
  const due = turns();
  const likest = new Map<string, string[]>();
  for (const day of new Set(claims.map(({ publishedAt }) => publishedAt))) {
    const ofDay = claims.filter(({ publishedAt }) => publishedAt === day);
    const filed = await nearestUnder(from, new Set(ofDay.flatMap((claim) => keysOf(claim).map(({ key }) => key))), dayNumber(day));
    for (const claim of ofDay) {
      likest.set(claim.id, ranked(claim.id, keysOf(claim), filed, most));
      await due();
    }
  }
  return likest;
}

function ranked(own: string, keys: readonly Key[], filed: ReadonlyMap<string, readonly string[]>, most: number): string[] {
  const scores = new Map<string, number>();
  for (const { key, weight } of keys)
    for (const id of filed.get(key) ?? []) if (id !== own) scores.set(id, (scores.get(id) ?? 0) + weight * weight);
  // Only what reaches the last of the best is put in order: that is a tenth of all.
  const last = Float64Array.from(scores.values()).sort().at(-most) ?? 0;
  const best = [...scores].filter(([, score]) => score >= last);
  return best
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, most)
    .map(([id]) => id);
}

/** The claims under each key whose articles are nearest in time to a day, so many on either side; as one row, since rows cost more than finding them. */
async function nearestUnder(from: Reads, keys: ReadonlySet<string>, day: number): Promise<Map<string, string[]>> {
  const side = (which: Words, order: Words) => words`json((SELECT json_group_array(claim_id) FROM (
    SELECT claim_id FROM claim_keys WHERE key = own.value AND ${which} ORDER BY ${order}, claim_id LIMIT ${EACH_SIDE})))`;
  const filed = await askJson<[key: string, later: string[], earlier: string[]][]>(
    from,
    words`SELECT json_group_array(json_array(own.value, ${side(words`day >= ${day}`, words`day`)},
      ${side(words`day < ${day}`, words`day DESC`)})) AS json FROM json_each(${JSON.stringify([...keys])}) AS own`,
  );
  return new Map(filed.map(([key, later, earlier]) => [key, [...later, ...earlier]]));
}

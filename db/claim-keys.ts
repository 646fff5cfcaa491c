import { and, eq } from 'drizzle-orm';
import type { Day } from '@/lib/base';
import { type Key, keysOf, type RecordedClaim } from '@/lib/measure';
import type { Reads, Tx } from './open';
import { insertRows, STAY } from './rows';
import { claimKeys } from './schema';
import { askJson, NOTHING, type Words, words } from './statement';
import { turns } from './turns';

/** How many claims of each key are looked at on either side of the day: news that belong together appear together. */
const EACH_SIDE = 40;

const DAY_MS = 86_400_000;
/** Days since 1970; 0 where the article has no date. */
const dayNumber = (day: Day | null): number => (day === null ? 0 : Math.floor(Date.parse(day) / DAY_MS));

const rowsOf = (claims: readonly RecordedClaim[]) =>
  claims.flatMap((claim) => keysOf(claim).map(({ key }) => ({ key, day: dayNumber(claim.publishedAt), claimId: claim.id })));

/** Files claims under their keys. */
export const fileClaims = (tx: Tx, claims: readonly RecordedClaim[]): Promise<void> => insertRows(tx, claimKeys, rowsOf(claims), STAY);

/** Takes claims out again that no measure will hold: they would stand in the way of their likest. */
export async function unfileClaims(tx: Tx, claims: readonly RecordedClaim[]): Promise<void> {
  for (const { key, day, claimId } of rowsOf(claims))
    await tx.delete(claimKeys).where(and(eq(claimKeys.key, key), eq(claimKeys.day, day), eq(claimKeys.claimId, claimId)));
}

/**
 * For each claim those that share most with it, the likest first: of each key those nearest in time, so that the cost does not grow with
 * the record. With `beside`, those claims of this kind alone.
 */
export async function likestClaims(
  from: Reads,
  claims: readonly RecordedClaim[],
  most: number,
  beside?: Words,
): Promise<Map<string, string[]>> {
  const due = turns();
  const likest = new Map<string, string[]>();
  for (const day of new Set(claims.map(({ publishedAt }) => publishedAt))) {
    const ofDay = claims.filter(({ publishedAt }) => publishedAt === day);
    const filed = await nearestUnder(from, new Set(ofDay.flatMap((claim) => keysOf(claim).map(({ key }) => key))), dayNumber(day), beside);
    const rank = ranker(filed, most);
    for (const claim of ofDay) {
      likest.set(claim.id, rank(claim.id, keysOf(claim)));
      await due();
    }
  }
  return likest;
}

/** Claims under each key, told by their place in the list of all: one of them stands under many keys, and numbers add up sooner than ids. */
interface Filed {
  ids: readonly string[];
  under: ReadonlyMap<string, readonly number[]>;
}

/** Puts the claims that share keys with one in order, so many of them. */
function ranker({ ids, under }: Filed, most: number): (own: string, keys: readonly Key[]) => string[] {
  const scores = new Float64Array(ids.length);
  const scoreOf = (at: number): number => scores[at] as number;
  return (own, keys) => {
    const alike: number[] = [];
    for (const { key, weight } of keys)
      for (const at of under.get(key) ?? []) {
        if (scores[at] === 0) alike.push(at);
        scores[at] = scoreOf(at) + weight * weight;
      }
    const others = alike.filter((at) => ids[at] !== own);
    // Only what reaches the last of the best is put in order: that is a tenth of all.
    const last = Float64Array.from(others, scoreOf).sort().at(-most) ?? 0;
    const best = others.filter((at) => scoreOf(at) >= last);
    const ordered = best.sort((a, b) => scoreOf(b) - scoreOf(a) || ((ids[a] as string) < (ids[b] as string) ? -1 : 1));
    const likest = ordered.slice(0, most).map((at) => ids[at] as string);
    for (const at of alike) scores[at] = 0;
    return likest;
  };
}

/** The claims under each key whose articles are nearest in time to a day, so many on either side; as one row, since rows cost more than finding them. */
async function nearestUnder(from: Reads, keys: ReadonlySet<string>, day: number, beside?: Words): Promise<Filed> {
  const isOne = beside ? words`AND EXISTS (SELECT 1 FROM claims WHERE claims.id = claim_id AND ${beside})` : NOTHING;
  // Both ways in the order of the index: else all claims of one day would be read to begin with the first of them.
  const side = (which: Words, order: Words) => words`json((SELECT json_group_array(claim_id) FROM (
    SELECT claim_id FROM claim_keys WHERE key = own.value AND ${which} ${isOne} ORDER BY ${order} LIMIT ${EACH_SIDE})))`;
  const filed = await askJson<[key: string, later: string[], earlier: string[]][]>(
    from,
    words`SELECT json_group_array(json_array(own.value, ${side(words`day >= ${day}`, words`day, claim_id`)},
      ${side(words`day < ${day}`, words`day DESC, claim_id DESC`)})) AS json FROM json_each(${JSON.stringify([...keys])}) AS own`,
  );
  const places = new Map<string, number>();
  const placeOf = (id: string): number => {
    const known = places.get(id);
    if (known !== undefined) return known;
    places.set(id, places.size);
    return places.size - 1;
  };
  const under = new Map(filed.map(([key, later, earlier]) => [key, [...later, ...earlier].map(placeOf)]));
  return { ids: [...places.keys()], under };
}

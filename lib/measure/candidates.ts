import type { Steps } from '@/lib/base';
import { type Key, keysOf } from './keys';
import type { RecordedClaim } from './types';

/** A claim looks at this many others at most; more would only repeat what the nearest ones say. */
const NEAREST = 48;
/** Postings longer than this are skipped: a word that so many claims use tells them apart no more. Who has no other is held against its neighbours. */
const COMMON = 600;
/** So many claims look for their likest in a step. */
const CLAIMS = 16;

/**
 * Pairs worth aligning, as indexes into `claims` with i < j, found through an inverted index over words and counted things; where some
 * claims are new, those with a new one.
 */
export function* candidatePairs(claims: readonly RecordedClaim[], fresh: ReadonlySet<string> | null): Steps<[number, number][]> {
  const postings = new Map<string, { index: number; weight: number }[]>();
  const entries = claims.map(keysOf);
  entries.forEach((own, index) => {
    for (const { key, weight } of own) {
      const posting = postings.get(key);
      if (posting) posting.push({ index, weight });
      else postings.set(key, [{ index, weight }]);
    }
  });
  const pairs = new Set<number>();
  const scores = new Float64Array(claims.length);
  for (const [index, own] of entries.entries()) {
    if (fresh !== null && !fresh.has((claims[index] as RecordedClaim).id)) continue;
    if (index % CLAIMS === 0) yield;
    const likes: number[] = [];
    for (const { key, weight } of own) {
      const posting = postings.get(key) ?? [];
      if (posting.length > COMMON) continue;
      for (const { index: other, weight: its } of posting) {
        if (scores[other] === 0) likes.push(other);
        (scores[other] as number) += weight * its;
      }
    }
    scores[index] = 0;
    const others = likes.filter((like) => like !== index);
    others.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
    for (const other of others.length > 0 ? others.slice(0, NEAREST) : besideOf(index, own, postings))
      pairs.add(Math.min(index, other) * claims.length + Math.max(index, other));
    for (const other of likes) scores[other] = 0;
  }
  return [...pairs].sort((a, b) => a - b).map((pair) => [Math.floor(pair / claims.length), pair % claims.length]);
}

/** Those filed next to a claim under the first of its keys: many of one kind, or one text full of them, would else stand alone, each of them. */
function besideOf(index: number, [first]: readonly Key[], postings: ReadonlyMap<string, readonly { index: number }[]>): number[] {
  const filed = (first && postings.get(first.key)) ?? [];
  let [low, high] = [0, filed.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((filed[middle] as { index: number }).index < index) low = middle + 1;
    else high = middle;
  }
  const around = filed.slice(Math.max(0, low - NEAREST / 2), low + NEAREST / 2 + 1);
  return around.map((other) => other.index).filter((other) => other !== index);
}

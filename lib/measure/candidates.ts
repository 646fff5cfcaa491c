import { countedOf } from './nouns';
import type { RecordedClaim } from './types';
import { dimensionOf } from './units';
import type { Vector } from './words';

/** A claim looks at this many others at most; more would only repeat what the nearest ones say. */
const NEAREST = 48;
/** Postings longer than this are skipped: a word that so many claims use tells them apart no more. */
const COMMON = 600;
/** Sharing the counted thing and the act is worth about as much as a rare word of the sentence. */
const NAMED = 0.3;

/** What a claim is filed under beside its words: the thing counted or measured, with what happens to it. */
function namedKeys(claim: RecordedClaim): string[] {
  const { heads, acts } = countedOf(claim);
  return [...heads, dimensionOf(claim.unit) ?? ''].filter(Boolean).flatMap((head) => acts.map((act) => `${head} ${act}`));
}

/** Pairs worth aligning, as indexes into `claims` with i < j, found through an inverted index over words and counted things. */
export function candidatePairs(claims: readonly RecordedClaim[], vectors: ReadonlyMap<string, Vector>): [number, number][] {
  const postings = new Map<string, { index: number; weight: number }[]>();
  const entries = claims.map((claim) => [
    ...(vectors.get(claim.id) ?? []),
    ...namedKeys(claim).map((key) => [key, Math.sqrt(NAMED)] as const),
  ]);
  entries.forEach((own, index) => {
    for (const [key, weight] of own) {
      const posting = postings.get(key);
      if (posting) posting.push({ index, weight });
      else postings.set(key, [{ index, weight }]);
    }
  });
  const pairs = new Set<number>();
  entries.forEach((own, index) => {
    const scores = new Map<number, number>();
    for (const [key, weight] of own) {
      const posting = postings.get(key) ?? [];
      if (posting.length > COMMON) continue;
      for (const other of posting)
        if (other.index !== index) scores.set(other.index, (scores.get(other.index) ?? 0) + weight * other.weight);
    }
    const ranked = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, NEAREST);
    for (const [other] of ranked) pairs.add(Math.min(index, other) * claims.length + Math.max(index, other));
  });
  return [...pairs].sort((a, b) => a - b).map((pair) => [Math.floor(pair / claims.length), pair % claims.length]);
}

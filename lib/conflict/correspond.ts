import { align, type RecordedClaim, vectorsOf } from '@/lib/measure';
import { comparePair } from './relate';
import type { ClaimRelation } from './types';

/**
 * The claims of two texts that best correspond, with their relation: the pair whose questions are most alike; null when one
 * side makes no claim. Ties go to the pair that stands first in its texts.
 */
export function compareTexts(
  left: readonly RecordedClaim[],
  right: readonly RecordedClaim[],
): { a: RecordedClaim; b: RecordedClaim; relation: ClaimRelation } | null {
  const vectors = vectorsOf([...left, ...right]);
  const ranked = left.flatMap((a) =>
    right.map((b) => ({ a, b, alignment: align(a, b, vectors.get(a.id) ?? new Map(), vectors.get(b.id) ?? new Map()) })),
  );
  ranked.sort((x, y) => y.alignment.score - x.alignment.score);
  const best = ranked[0];
  return best ? { a: best.a, b: best.b, relation: comparePair(best.a, best.b) } : null;
}

import { unrecordedClaim } from '@/db/codec';
import { overlaps, type Span } from '@/lib/base';
import type { Claim } from '@/lib/claim';
import { type ClaimRelation, comparePair } from '@/lib/conflict';
import { align, type RecordedClaim, vectorsOf } from '@/lib/measure';
import type { ReadText } from './text-fields';

/** One of the two texts, with the place of the claim that is meant where the caller named one. */
export interface Side extends ReadText {
  span: Span | null;
}

/** How the two claims that are meant stand to each other; null on a side that makes no claim. */
export interface Paired {
  a: Claim | null;
  b: Claim | null;
  relation: ClaimRelation | null;
}

/** Chooses the claims that are meant, or that correspond best, and compares them. */
export function pairOf(a: Side, b: Side): Paired {
  const [ours, theirs] = [meant(a), meant(b)];
  const [first, second] = [recorded(a, 'a'), recorded(b, 'b')];
  const vectors = vectorsOf([...first, ...second]);
  const vectorOf = (claim: RecordedClaim) => vectors.get(claim.id) ?? new Map();
  let best: { i: number; j: number; score: number } | null = null;
  for (const i of ours) {
    for (const j of theirs) {
      const [x, y] = [first[i]!, second[j]!];
      const { score, veto } = align(x, y, vectorOf(x), vectorOf(y));
      const weight = veto === null ? score : score - 1;
      if (best === null || weight > best.score) best = { i, j, score: weight };
    }
  }
  const claimOf = (side: Side, index: number | undefined) => (index === undefined ? null : side.reading.claims[index]!);
  if (best === null) return { a: claimOf(a, ours[0]), b: claimOf(b, theirs[0]), relation: null };
  return { a: claimOf(a, best.i), b: claimOf(b, best.j), relation: comparePair(first[best.i]!, second[best.j]!) };
}

/** Indexes of the claims that may be meant: the one at the span, else all. */
function meant({ reading, span }: Side): number[] {
  const all = reading.claims.map((_, index) => index);
  if (span === null) return all;
  const shared = (index: number) => {
    const claim = reading.claims[index]!.span;
    return Math.min(claim.end, span.end) - Math.max(claim.start, span.start);
  };
  const touching = all.filter((index) => overlaps(reading.claims[index]!.span, span));
  return touching.sort((x, y) => shared(y) - shared(x)).slice(0, 1);
}

/** Claims of a text that no record holds. Only their own ids and those of their totals matter here. */
function recorded({ text, context, reading }: Side, side: string): RecordedClaim[] {
  const id = (index: number) => `${side}${index}`;
  const origin = { outlet: context.outlet, publishedAt: context.publishedAt, textHash: text };
  return reading.claims.map((claim, ordinal) => {
    const partOf = claim.partOf === null ? null : id(claim.partOf);
    return unrecordedClaim(claim, { id: id(ordinal), articleId: side, ordinal, partOf, createdAt: NEVER }, origin);
  });
}

const NEVER = '0001-01-01T00:00:00.000Z';

import { overlaps, type Span } from '@/lib/base';
import type { ArticleContext, ArticleReading, Claim } from '@/lib/claim';
import { corpusOf, recorded } from '@/lib/measure';
import { comparePair } from './relate';
import type { ClaimRelation } from './types';

/** A text that was read, with the place of the claim that is meant where the caller named one. */
export interface Side {
  text: string;
  context: ArticleContext;
  reading: ArticleReading;
  span: Span | null;
}

/** How the two claims that are meant stand to each other; null on a side that makes no claim. */
export interface ComparedTexts {
  a: Claim | null;
  b: Claim | null;
  relation: ClaimRelation | null;
}

/** Chooses the claims of two texts that are meant, or that correspond best, and compares them among all claims of both. Never throws. */
export function compareTexts(a: Side, b: Side): ComparedTexts {
  const [first, second] = [recordedOf(a, 'a'), recordedOf(b, 'b')];
  const corpus = corpusOf([...first, ...second]);
  const [ours, theirs] = [meant(a), meant(b)];
  let best: { i: number; j: number; score: number } | null = null;
  for (const i of ours) {
    for (const j of theirs) {
      const { score, veto } = corpus.align(first[i]!, second[j]!);
      const weight = veto === null ? score : score - 1;
      if (best === null || weight > best.score) best = { i, j, score: weight };
    }
  }
  const claimOf = (side: Side, index: number | undefined): Claim | null => (index === undefined ? null : side.reading.claims[index]!);
  if (best === null) return { a: claimOf(a, ours[0]), b: claimOf(b, theirs[0]), relation: null };
  return { a: claimOf(a, best.i), b: claimOf(b, best.j), relation: comparePair(first[best.i]!, second[best.j]!, corpus) };
}

/** Indexes of the claims that may be meant: the one that shares most with the span, else all. */
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

/** Claims of a text that no record holds: the text stands for its own hash. */
const recordedOf = ({ text, context, reading }: Side, articleId: string) =>
  recorded(
    reading.claims,
    { articleId, outlet: context.outlet, publishedAt: context.publishedAt, textHash: text },
    reading.claims.map((_, index) => `${articleId}${index}`),
  );

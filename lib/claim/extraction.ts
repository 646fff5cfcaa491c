import { type Exact, toNumber } from '@/lib/base';
import type { Interval } from '@/lib/quantity';
import { extractedQuantities } from './extracted-quantity';
import type { ArticleReading, Claim } from './types';

const number = (value: Exact | null): number | null => (value === null ? null : toNumber(value));
const ends = ({ low, high, lowInclusive, highInclusive }: Interval) => ({
  low: number(low),
  lowInclusive,
  high: number(high),
  highInclusive,
});

/** One claim as the machine-readable face shows it: figures as JSON numbers, frame and grain left out. */
export function extractedClaim(claim: Claim) {
  const { span, text, sentence, hedge, unit, noun, measure, speaker, asOf, asOfBasis, partOf } = claim;
  return { start: span.start, end: span.end, text, sentence, ...ends(claim), hedge, unit, noun, measure, speaker, asOf, asOfBasis, partOf };
}

/**
 * The output of `countercheck extract` for one text, without its id: quantities, claims and doubts, and the state
 * of a text in a language that is not read. Offsets are UTF-16 code units into
 * `text`; figures are JSON numbers. With `explain`, each quantity lists the readers and refiners that made it.
 */
export function extraction(text: string, reading: ArticleReading, options: { explain?: boolean } = {}) {
  return {
    quantities: extractedQuantities(text, reading.quantities, options.explain === true),
    claims: reading.claims.map(extractedClaim),
    doubts: reading.doubts,
    // Nothing found and not read are two things.
    ...(reading.state === 'not-read' ? { state: reading.state } : {}),
  };
}

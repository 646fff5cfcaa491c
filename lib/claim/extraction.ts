import { type Exact, slice, toNumber } from '@/lib/base';
import type { Interval, Quantity } from '@/lib/quantity';
import type { ArticleReading, Claim } from './types';

/** Reasons for which a number is no quantity at all and is left out of the machine's output. */
const NO_QUANTITY: ReadonlySet<string> = new Set(
  'date clock year ordinal name identifier resolution address idiom pronoun score list magnitude'.split(' '),
);
/** The four bounds that the machine-readable face tells apart; the hedge itself stands with each claim. */
const BOUND: Readonly<Record<Quantity['hedge'], 'eq' | 'approx' | 'gt' | 'lt'>> = {
  exact: 'eq',
  between: 'eq',
  about: 'approx',
  nearly: 'approx',
  vague: 'gt',
  'at-least': 'gt',
  'more-than': 'gt',
  'at-most': 'lt',
  'less-than': 'lt',
  'up-to': 'lt',
};

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

function extractedQuantity(text: string, quantity: Quantity, explain: boolean) {
  const { span, low, high, hedge, trend, unit, noun, concept, readers } = quantity;
  const range = low !== null && high !== null && low !== high;
  const figures = range ? { low: number(low), high: number(high) } : { value: number(low ?? high) };
  const body = { start: span.start, end: span.end, text: slice(text, span), ...figures, bound: BOUND[hedge], trend, unit, noun, concept };
  return explain ? { ...body, readers } : body;
}

/**
 * The output of `countercheck extract` for one text, without its id: quantities, claims and doubts. Offsets are UTF-16 code units into
 * `text`; figures are JSON numbers. With `explain`, each quantity lists the readers and refiners that made it.
 */
export function extraction(text: string, reading: ArticleReading, options: { explain?: boolean } = {}) {
  return {
    quantities: reading.quantities
      .filter(({ excluded }) => excluded === null || !NO_QUANTITY.has(excluded))
      .map((quantity) => extractedQuantity(text, quantity, options.explain === true)),
    claims: reading.claims.map(extractedClaim),
    doubts: reading.doubts,
  };
}

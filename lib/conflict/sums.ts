import { add, type Exact, groupedDigits } from '@/lib/base';
import type { RecordedClaim } from '@/lib/measure';
import { HEDGE_WORDS, type Hedge, type Interval } from '@/lib/quantity';
import { meaningOf } from './intervals';
import type { Check } from './types';

/** A hedge as it stands before a figure in a sum; a vague word gives its lowest. */
const before = (hedge: Hedge): string => (hedge === 'exact' ? '' : `${hedge === 'vague' ? HEDGE_WORDS['at-least'] : HEDGE_WORDS[hedge]} `);

/** A figure with its hedge in words: "at least 300", "17", "10 to 12". */
export function figureText(claim: Pick<RecordedClaim, 'low' | 'high' | 'hedge'>): string {
  const { low, high, hedge } = claim;
  if (low !== null && high !== null && low !== high) return `${groupedDigits(low)} to ${groupedDigits(high)}`;
  return `${before(hedge)}${groupedDigits(low ?? high ?? '0')}`;
}

const all = (ends: (Exact | null)[]): Exact | null => (ends.every((end): end is Exact => end !== null) ? add(...(ends as Exact[])) : null);

/** What the parts allow together: the sum of their hard intervals. */
export function sumOf(parts: readonly RecordedClaim[]): Interval {
  const intervals = parts.map((part) => meaningOf(part).hard);
  return {
    low: all(intervals.map(({ low }) => low)),
    high: all(intervals.map(({ high }) => high)),
    lowInclusive: intervals.every(({ lowInclusive }) => lowInclusive),
    highInclusive: intervals.every(({ highInclusive }) => highInclusive),
  };
}

/** "31 + 6 = 37", "at least 300 + at least 4,000 = at least 4,300". */
function sumText(parts: readonly RecordedClaim[]): string {
  const left = parts.map(figureText).join(' + ');
  if (parts.length === 1) return left;
  const figures = parts.map(({ low, high }) => low ?? high ?? '0');
  const total = groupedDigits(add(...figures));
  const hedges = new Set(parts.map(({ hedge }) => hedge).filter((hedge) => hedge !== 'exact'));
  const hedge = hedges.size === 1 ? before([...hedges][0] as Hedge) : hedges.size > 1 ? 'about ' : '';
  return `${left} = ${hedge}${total}`;
}

/** Said of parts that are not all of their total. */
export const FITS_INTO = 'which fits into';

/** The sum of the parts beside the total: "12 + 14 = 26, not 30", "18 + 12 = 30", "2 + 1 = 3, which fits into over 2,900", "3, which fits into 5". */
export function verdictText(parts: readonly RecordedClaim[], total: RecordedClaim, verdict: Check['verdict'], equal: boolean): string {
  const sum = sumText(parts);
  const want = figureText(total);
  if (verdict !== 'pass') return `${sum}, not ${want}`;
  return equal ? sum : `${sum}, ${FITS_INTO} ${want}`;
}

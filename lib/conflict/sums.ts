import { add, type Exact } from '@/lib/base';
import type { RecordedClaim } from '@/lib/measure';
import type { Interval } from '@/lib/quantity';
import { meaningOf } from './intervals';

/** "2,984", "7.9": digits grouped by commas. */
export function digits(value: Exact): string {
  const [whole, fraction] = value.split('.');
  return (whole ?? '').replace(/\B(?=(\d{3})+$)/g, ',') + (fraction ? `.${fraction}` : '');
}

const BEFORE: Partial<Record<RecordedClaim['hedge'], string>> = {
  about: 'about ',
  nearly: 'nearly ',
  'at-least': 'at least ',
  'more-than': 'over ',
  'at-most': 'at most ',
  'less-than': 'under ',
  'up-to': 'up to ',
  vague: 'at least ',
};

/** A figure with its hedge in words: "at least 300", "28", "10 to 12". */
export function figureText(claim: Pick<RecordedClaim, 'low' | 'high' | 'hedge'>): string {
  const { low, high, hedge } = claim;
  if (low !== null && high !== null && low !== high) return `${digits(low)} to ${digits(high)}`;
  return `${BEFORE[hedge] ?? ''}${digits(low ?? high ?? '0')}`;
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

/** "89 + 4 = 93", "at least 300 + at least 4,000 = at least 4,300". */
export function sumText(parts: readonly RecordedClaim[]): string {
  const left = parts.map(figureText).join(' + ');
  const figures = parts.map(({ low, high }) => low ?? high ?? '0');
  const total = digits(add(...figures));
  const hedges = new Set(parts.map(({ hedge }) => hedge).filter((hedge) => hedge !== 'exact'));
  const hedge = hedges.size === 1 ? (BEFORE[[...hedges][0] as RecordedClaim['hedge']] ?? '') : hedges.size > 1 ? 'about ' : '';
  return `${left} = ${hedge}${total}`;
}

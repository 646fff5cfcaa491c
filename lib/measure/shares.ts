import { compare, type Exact, multiply, toNumber } from '@/lib/base';
import { once } from './once';
import type { RecordedClaim } from './types';
import { convert, dimensionOf, sameUnit } from './units';

/** So many percent of a share in words, and at most so many points, are left open by it on both sides. */
const OPEN = 0.2;
const POINTS = 5;

/**
 * A claim as its figure is compared: a part of a whole ("half of the mills", "one in five", "8 out of 10") is so many percent, and as rough
 * as such words are. All other claims are given back as they are.
 */
export const inPercent = once((claim): RecordedClaim => {
  if (!isFraction(claim)) return claim;
  const [low, high] = [claim.low, claim.high].map((end) => (end === null ? null : multiply(end, '100')));
  const grain = String(Math.min(POINTS, OPEN * toNumber(low ?? high ?? '0')));
  return { ...claim, unit: '%', low: low ?? null, high: high ?? null, grain, hedge: claim.hedge === 'exact' ? 'about' : claim.hedge };
});

/** Nothing that is counted lies between nothing and one; a decimal is a value on some scale, and "1/2" may well be held against "5/2". */
function isFraction({ unit, low, high, text }: RecordedClaim): boolean {
  const figure = low ?? high;
  return unit === null && figure !== null && compare(figure, '0') > 0 && compare(figure, '1') < 0 && !WRITTEN.test(text);
}
const WRITTEN = /\.\d|\b0,\d|,\d{1,2}(?!\d)|[/⁄]/;

/** The figures of two claims in one unit, that of the first, as far as there is a way. */
export function figuresOf(a: RecordedClaim, b: RecordedClaim): [Exact, Exact] {
  const [x, y] = [inPercent(a), inPercent(b)];
  const [one, other] = [x.low ?? x.high ?? '0', y.low ?? y.high ?? '0'];
  // Marks on two scales are given by two judges.
  if (x.unit === null || y.unit === null || sameUnit(x.unit, y.unit) || dimensionOf(x.unit) === 'rating') return [one, other];
  return [one, convert(other, y.unit, x.unit) ?? other];
}

import { add, type Exact, exact, multiply, toNumber } from '@/lib/base';
import { type Claim, isShare } from '@/lib/claim';
import type { RecordedClaim } from './types';
import { convert, dimensionOf, sameUnit } from './units';

/** So many percent of a share in words, and at most so many points, are left open by it on both sides. */
const OPEN = 0.2;
const POINTS = 5;

type Measured = Pick<Claim, 'unit' | 'low' | 'high' | 'grain' | 'hedge'>;

/**
 * The figure of a claim as it is compared, made once where claims are recorded: a part of a whole ("half of the mills", "one in five", "8 out of
 * 10") is so many percent, and as rough as such words are. All other figures stay as they are.
 */
export function asCompared({ unit, low, high, grain, hedge, text }: Measured & { text: string }): Measured {
  if (!isShare({ unit, low, high }, text)) return { unit, low, high, grain, hedge };
  const [least, most] = [low, high].map((end) => (end === null ? null : percentOf(end))) as [Exact | null, Exact | null];
  const step = String(Math.min(POINTS, OPEN * toNumber(least ?? most ?? '0')));
  return { unit: '%', low: least, high: most, grain: step, hedge: hedge === 'exact' ? 'about' : hedge };
}

/** To the hundredth: nobody who says "a third" means more. */
const percentOf = (share: Exact): Exact => exact(toNumber(multiply(share, '100')).toFixed(2));

/**
 * How many times as much as a rise in percent, for statements that somebody puts side by side: "tripled" is 200 % more; "three times more" is
 * said of 200 % and of 300 % alike. All other figures stay as they are.
 */
export function asRise<Figure extends Measured & Pick<Claim, 'noun'>>(claim: Figure): Figure {
  const { unit, noun, low, high, grain } = claim;
  if (unit !== 'times') return claim;
  const rise = (end: Exact | null, less: Exact): Exact | null => (end === null ? null : multiply(add(end, less), '100'));
  return { ...claim, unit: '%', low: rise(low, '-1'), high: rise(high, noun === null ? '-1' : '0'), grain: multiply(grain, '100') };
}

/** A figure, or its ends, in another unit of its dimension; null where there is no way. */
export function inUnit<Figure extends Measured>(claim: Figure, unit: string | null): Figure | null {
  if (claim.unit === null || unit === null || sameUnit(claim.unit, unit)) return claim;
  const change = (value: Exact | null) => (value === null ? null : convert(value, claim.unit as string, unit));
  const [low, high, one, zero] = [change(claim.low), change(claim.high), change(claim.grain), change('0')];
  if ((claim.low !== null && low === null) || (claim.high !== null && high === null) || one === null || zero === null) return null;
  return { ...claim, low, high, grain: one };
}

/** The figures of two claims in one unit, that of the first, as far as there is a way. */
export function figuresOf(a: RecordedClaim, b: RecordedClaim): [Exact, Exact] {
  // Marks on two scales are given by two judges.
  const other = dimensionOf(b.unit) === 'rating' ? b : (inUnit(b, a.unit) ?? b);
  return [a.low ?? a.high ?? '0', other.low ?? other.high ?? '0'];
}

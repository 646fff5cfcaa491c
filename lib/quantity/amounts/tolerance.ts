import { add, compare, type Exact, multiply, subtract, type Token } from '../../base';
import type { Found } from '../found';
import { glued, isDash, mark, near, tokenAt, word } from '../look';
import { type Amount, readAmount } from './amount';
import { asMillions, scaleOf } from './range';

/** What a figure comes to with what is said of how far it may be off. */
type Within = Pick<Found, 'low' | 'high' | 'grain' | 'hedge' | 'unit' | 'to' | 'spanTo'>;

/**
 * "12.9 ± 0.1 TeV", "40 +/- 2%": the interval of a figure that may be off by another, in the same unit or in none; null where nothing is said
 * of it. "1.5 ± 0.2 million" are millions both. Whether the 0.2 in "1.5 million ± 0.2" are millions is not said, so it is about 1.5 million.
 */
export function withinTolerance(tokens: readonly Token[], amount: Amount): Within | null {
  const off = toleranceBehind(tokens, amount);
  if (off === null) return null;
  const { to, spanTo } = off;
  if (amount.scaled && !off.scaled && (off.unit !== amount.unit || compare(off.value, multiply(amount.grain, '0.1')) < 0))
    return { low: amount.value, high: amount.value, grain: amount.grain, hedge: 'about', unit: amount.unit, to, spanTo };
  const value = raised(tokens, amount, off);
  const unit = amount.unit ?? off.unit;
  return { low: subtract(value, off.value), high: add(value, off.value), grain: off.grain, hedge: 'between', unit, to, spanTo };
}

/** The figure in the scale of its tolerance, where it has none of its own; "1,500,000 ± 0.2 million" is written in full. */
function raised(tokens: readonly Token[], { value, scaled }: Amount, off: Amount): Exact {
  const scale = scaled ? undefined : scaleOf(tokens, off, false);
  return scale && compare(value.replace('-', ''), off.value) < 0 ? multiply(value, scale) : value;
}

function toleranceBehind(tokens: readonly Token[], amount: Amount): Amount | null {
  const { spanTo, unit } = amount;
  const next = spanTo < tokens.length ? tokens[spanTo] : undefined;
  if (next === undefined || !(next.kind === 'mark' || next.lower === 'plus')) return null;
  const at = behindSign(tokens, spanTo);
  const sign = at > 0 && near(tokens, at) && (tokenAt(tokens, at)?.kind === 'number' || unit !== null);
  const read = sign ? readAmount(tokens, at) : null;
  const off = read && asMillions(read, amount);
  return off && !off.value.startsWith('-') && (unit === null || off.unit === null || off.unit === unit) ? off : null;
}

/** The index behind "±", "+/-" or "plus or minus"; 0 where none stands. */
function behindSign(tokens: readonly Token[], i: number): number {
  const sign = mark(tokens, i);
  if (sign === '±') return i + 1;
  if (sign === '') return word(tokens, i + 1) === 'or' && word(tokens, i + 2) === 'minus' ? i + 3 : 0;
  return sign === '+' && mark(tokens, i + 1) === '/' && glued(tokens, i + 1) && isDash(tokens, i + 2) && glued(tokens, i + 2) ? i + 3 : 0;
}

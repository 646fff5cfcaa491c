import type { Token } from '../../base';
import { glued, isDash, mark, near, tokenAt, word } from '../look';
import { type Amount, readAmount } from './amount';

/** "12.9 ± 0.1 TeV", "40 +/- 2%": how far a figure may be off, as an amount in the same unit or in none; null where nothing is said of it. */
export function toleranceBehind(tokens: readonly Token[], { spanTo, unit }: Amount): Amount | null {
  const next = spanTo < tokens.length ? tokens[spanTo] : undefined;
  if (next === undefined || !(next.kind === 'mark' || next.lower === 'plus')) return null;
  const at = behindSign(tokens, spanTo);
  const off = at > 0 && tokenAt(tokens, at)?.kind === 'number' && near(tokens, at) ? readAmount(tokens, at) : null;
  return off && (unit === null || off.unit === null || off.unit === unit) ? off : null;
}

/** The index behind "±", "+/-" or "plus or minus"; 0 where none stands. */
function behindSign(tokens: readonly Token[], i: number): number {
  const sign = mark(tokens, i);
  if (sign === '±') return i + 1;
  if (sign === '') return word(tokens, i + 1) === 'or' && word(tokens, i + 2) === 'minus' ? i + 3 : 0;
  return sign === '+' && mark(tokens, i + 1) === '/' && glued(tokens, i + 1) && isDash(tokens, i + 2) && glued(tokens, i + 2) ? i + 3 : 0;
}

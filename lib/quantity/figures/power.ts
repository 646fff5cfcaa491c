import { divide, type Exact, exact, multiply, type Token } from '../../base';
import { digits, glued, isDash, mark, near, word } from '../look';
import { MOST_DIGITS } from './numeral';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Larger exponents are no figure of a newspaper, and would cost time. */
const LARGEST = 60;

interface Power {
  to: number;
  value: Exact;
}

/** "1.5e6", "6.2 × 10^-4", "3x2^10", "10⁶": the exponent behind a number that ends at token `i`; null where none stands. */
export function readPower(tokens: readonly Token[], i: number, value: Exact): Power | null {
  const next = tokens[i];
  if (next === undefined || next.gap === 'block') return null;
  if (next.kind === 'word')
    return next.lower === 'e' ? scientific(tokens, i, value) : next.lower === 'x' ? product(tokens, i, value) : null;
  if (next.kind !== 'mark') return null;
  if (next.text === '×' || next.text === '*' || next.text === '·' || next.text === '⋅') return product(tokens, i, value);
  if (next.text === '^') return raised(value, exponentBehind(tokens, i));
  return value === '10' ? raised(value, superscriptAt(tokens, i)) : null;
}

/** "4e14", "1.2E-3": everything glued. */
function scientific(tokens: readonly Token[], i: number, value: Exact): Power | null {
  if (!glued(tokens, i) || !glued(tokens, i + 1)) return null;
  const exponent = exponentAt(tokens, i + 1);
  return exponent && { to: exponent.to, value: multiply(value, exact(`1e${exponent.power}`)) };
}

/** "× 10^6", "x10-3", "x 2^10", "× 10⁶". */
function product(tokens: readonly Token[], i: number, value: Exact): Power | null {
  const base = digits(tokens, i + 1);
  if (base === '' || base.length > 3 || !near(tokens, i + 1)) return null;
  const at = i + 2;
  const minus = base === '10' && isDash(tokens, at) && glued(tokens, at) && glued(tokens, at + 1);
  const exponent = mark(tokens, at) === '^' ? exponentBehind(tokens, at) : minus ? exponentAt(tokens, at) : superscriptAt(tokens, at);
  const power = raised(base, exponent);
  return power && { to: power.to, value: multiply(value, power.value) };
}

interface Exponent {
  to: number;
  power: number;
}

/** Behind "^", which stands between blanks on both sides or on none. */
const exponentBehind = (tokens: readonly Token[], caret: number): Exponent | null =>
  glued(tokens, caret) ? exponentAt(tokens, caret + 1) : exponentAt(tokens, caret + 1, 'space');

function exponentAt(tokens: readonly Token[], i: number, gap: Token['gap'] = 'none'): Exponent | null {
  const minus = isDash(tokens, i);
  const at = minus || mark(tokens, i) === '+' ? i + 1 : i;
  const run = digits(tokens, at);
  if (tokens[i]?.gap !== gap || (minus && !glued(tokens, at)) || run.length > 2 || run === '' || word(tokens, at) !== '') return null;
  const power = Number(run);
  return power <= LARGEST ? { to: at + 1, power: minus ? -power : power } : null;
}

function superscriptAt(tokens: readonly Token[], i: number): Exponent | null {
  const minus = mark(tokens, i) === '⁻' && glued(tokens, i);
  let at = minus ? i + 1 : i;
  let power = 0;
  const first = at;
  while (glued(tokens, at) && at < first + 2 && mark(tokens, at) !== '' && SUPERSCRIPTS.includes(mark(tokens, at))) {
    power = power * 10 + SUPERSCRIPTS.indexOf(mark(tokens, at));
    at += 1;
  }
  return at > first && power <= LARGEST ? { to: at, power: minus ? -power : power } : null;
}

/** The index behind powers that no figure holds ("10^10^10", "999999999^60"), from the sign at token `i` on; 0 where none stand. */
export function endlessEnd(tokens: readonly Token[], i: number): number {
  let to = i;
  while (mark(tokens, to) === '^' && glued(tokens, to)) {
    const at = isDash(tokens, to + 1) ? to + 2 : to + 1;
    if (digits(tokens, at) === '' || !glued(tokens, at)) break;
    to = at + 1;
  }
  return to > i ? to : 0;
}

/** The number to the power, by repeated multiplication; a negative power divides. */
function raised(base: Exact, exponent: Exponent | null): Power | null {
  if (exponent === null || base.length > 9 || !(Number(base) > 0) || (base.startsWith('0') && base[1] !== '.')) return null;
  let value: Exact = '1';
  for (let step = Math.abs(exponent.power); step > 0 && value.length <= MOST_DIGITS; step -= 1) value = multiply(value, base);
  // Ten to the sixtieth has one digit more.
  if (value.length > MOST_DIGITS + 1) return null;
  return { to: exponent.to, value: exponent.power < 0 ? divide('1', value) : value };
}

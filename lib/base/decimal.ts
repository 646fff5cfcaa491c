import Decimal from 'decimal.js';

/** A number in canonical decimal text ("47", "0.1", "4000000"): exact, sortable by `compare`, safe in JSON. */
export type Exact = string;

const D = Decimal.clone({ precision: 60, toExpNeg: -400, toExpPos: 400 });

/** Canonical text of a decimal: no exponent, no trailing zeros, no "+". Throws on what is no number. */
export const exact = (value: string | number): Exact => new D(value).toFixed();

export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  if (a === b) return 0;
  // Decimals of up to fifteen digits stay apart, and in order, as floating point numbers.
  if (isShort(a) && isShort(b)) return Number(a) < Number(b) ? -1 : Number(a) > Number(b) ? 1 : 0;
  return new D(a).cmp(b) as -1 | 0 | 1;
}

export const add = (...terms: Exact[]): Exact => terms.reduce((total, term) => sum(total, term), '0');

function sum(a: Exact, b: Exact): Exact {
  const decimals = Math.max(decimalsOf(a), decimalsOf(b));
  return shortText(scaled(a, decimals) + scaled(b, decimals), decimals) ?? new D(a).plus(b).toFixed();
}

export function subtract(a: Exact, b: Exact): Exact {
  const decimals = Math.max(decimalsOf(a), decimalsOf(b));
  return shortText(scaled(a, decimals) - scaled(b, decimals), decimals) ?? new D(a).minus(b).toFixed();
}

export function multiply(a: Exact, b: Exact): Exact {
  if (a === '1') return b;
  if (b === '1') return a;
  const left = decimalsOf(a);
  const right = decimalsOf(b);
  return shortText(scaled(a, left) * scaled(b, right), left + right) ?? new D(a).times(b).toFixed();
}

export function divide(a: Exact, b: Exact): Exact {
  for (let decimals = 0; decimals <= 4; decimals += 1) {
    const short = shortText(scaled(a, decimals) / scaled(b, 0), decimals);
    if (short !== null) return short;
  }
  return new D(a).div(b).toFixed();
}

export const toNumber = (a: Exact): number => Number(a);

/**
 * The figures of news are short, and short ones are reckoned as whole numbers: a decimal of at most fifteen digits times its power of ten
 * is one that floating point holds exactly. Whatever leaves that range becomes NaN on the way and is left to the long arithmetic.
 */
const SHORT = /^-?\d{1,15}(?:\.\d{1,15})?$/;
const isShort = (value: Exact): boolean => value.length <= 16 && SHORT.test(value);
const MOST = 1e15;
const POWERS: readonly number[] = Array.from({ length: 16 }, (_, power) => Number(`1e${power}`));

const decimalsOf = (value: Exact): number => {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
};

function scaled(value: Exact, decimals: number): number {
  if (!isShort(value) || decimals < decimalsOf(value)) return Number.NaN;
  const whole = Math.round(Number(value) * (POWERS[decimals] as number));
  return Math.abs(whole) <= MOST ? whole : Number.NaN;
}

function shortText(whole: number, decimals: number): Exact | null {
  if (!Number.isSafeInteger(whole)) return null;
  if (decimals === 0) return String(whole);
  const digits = String(Math.abs(whole)).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  let end = digits.length;
  while (end > point && digits[end - 1] === '0') end -= 1;
  return `${whole < 0 ? '-' : ''}${digits.slice(0, point)}${end > point ? `.${digits.slice(point, end)}` : ''}`;
}

/** "4000000" → "4,000,000", "-4710.5" → "−4,710.5": grouping by threes without ever leaving exact decimals, with a true minus. */
export function groupedDigits(value: Exact): string {
  const [whole = '0', fraction] = value.replace('-', '').split('.');
  const grouped = BigInt(whole).toLocaleString('en-US');
  return `${value.startsWith('-') ? '−' : ''}${grouped}${fraction ? `.${fraction}` : ''}`;
}

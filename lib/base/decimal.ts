import Decimal from 'decimal.js';

/** A number in canonical decimal text ("47", "0.1", "4000000"): exact, sortable by `compare`, safe in JSON. */
export type Exact = string;

const D = Decimal.clone({ precision: 60, toExpNeg: -400, toExpPos: 400 });

/** Canonical text of a decimal: no exponent, no trailing zeros, no "+". Throws on what is no number. */
export const exact = (value: string | number): Exact => new D(value).toFixed();
export const compare = (a: Exact, b: Exact): -1 | 0 | 1 => new D(a).cmp(b) as -1 | 0 | 1;
export const add = (...terms: Exact[]): Exact => terms.reduce((sum, term) => sum.plus(term), new D(0)).toFixed();
export const subtract = (a: Exact, b: Exact): Exact => new D(a).minus(b).toFixed();
export const multiply = (a: Exact, b: Exact): Exact => new D(a).times(b).toFixed();
export const divide = (a: Exact, b: Exact): Exact => new D(a).div(b).toFixed();
export const toNumber = (a: Exact): number => Number(a);

/** "4000000" → "4,000,000", "-4710.5" → "−4,710.5": grouping by threes without ever leaving exact decimals, with a true minus. */
export function groupedDigits(value: Exact): string {
  const [whole = '0', fraction] = value.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${value.startsWith('-') ? '−' : ''}${grouped}${fraction ? `.${fraction}` : ''}`;
}

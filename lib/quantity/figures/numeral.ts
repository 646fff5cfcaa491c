import type { Exact } from '../../base';
import { FRACTION_SIGNS } from '../words/numberwords';

/** Digits read as one number. `decimals` counts the digits after the point as written; `doubt` lists the other way to read them. */
export interface Numeral {
  value: Exact;
  decimals: number;
  doubt: string[] | null;
}

const plain = (whole: string, fraction: string): Exact => {
  const head = whole.startsWith('0') ? whole.replace(/^0+(?=\d)/, '') : whole;
  const tail = fraction.endsWith('0') ? (/^\d*[1-9]/.exec(fraction)?.[0] ?? '') : fraction;
  return tail === '' ? head : `${head}.${tail}`;
};

const grouped = (parts: string[], first = 3): boolean =>
  (parts[0] as string).length >= 1 && (parts[0] as string).length <= first && parts.slice(1).every((part) => part.length === 3);
/** 12,34,567: pairs before a last group of three. */
const indian = (parts: string[]): boolean =>
  parts.length > 2 &&
  (parts.at(-1) as string).length === 3 &&
  parts.slice(1, -1).every((part) => part.length === 2) &&
  (parts[0] as string).length <= 2;

const APOSTROPHE = /['’]/;
const WHOLE = /^[1-9]\d*$/;
const POINTED = /^\d+\.\d+$/;
const THOUSANDS = /^[1-9]\d{0,2},\d{3}$/;
/** As many digits as our decimals hold exactly. Longer runs are keys and noise, and arithmetic on them would cost their square. */
export const MOST_DIGITS = 60;

/**
 * Reads digits with their separators: 1,234.56 · 1.234,56 · 12,34,567 · 1'000'000 · 1.5 · 1,5.
 * Null for what is no number: addresses of machines, versions, dates with points, runs longer than `MOST_DIGITS`.
 */
export function readDigits(run: string): Numeral | null {
  if (run.length > MOST_DIGITS) return null;
  if (run !== latest.run) latest = { run, numeral: numeralOf(run) };
  return latest.numeral;
}

/** One reader after another asks about the same digits. */
let latest: { run: string; numeral: Numeral | null } = { run: '0', numeral: { value: '0', decimals: 0, doubt: null } };

function numeralOf(run: string): Numeral | null {
  if (WHOLE.test(run)) return { value: run, decimals: 0, doubt: null };
  // Nearly all that is left is written so, and need not be taken apart.
  if (POINTED.test(run)) return pointed(run.slice(0, run.indexOf('.')), run.slice(run.indexOf('.') + 1));
  if (THOUSANDS.test(run)) return { value: run.replace(',', ''), decimals: 0, doubt: null };
  // "½" is a number, but its value is not in its digits.
  if (run.length === 1 && FRACTION_SIGNS.has(run)) return null;
  const digits = APOSTROPHE.test(run) ? run.replace(/['’]/g, '') : run;
  const commas = digits.split(',');
  const points = digits.split('.');
  if (commas.length === 1 && points.length === 1) return { value: plain(digits, ''), decimals: 0, doubt: null };
  if (points.length === 1) return commaOnly(commas);
  if (commas.length === 1) return pointOnly(points);
  const lastComma = digits.lastIndexOf(',');
  const lastPoint = digits.lastIndexOf('.');
  if (lastPoint > lastComma && points.length === 2) {
    const groups = (points[0] as string).split(',');
    return grouped(groups) || indian(groups) ? decimal(groups.join(''), points[1] as string) : null;
  }
  if (lastComma > lastPoint && commas.length === 2) {
    const groups = (commas[0] as string).split('.');
    return grouped(groups) ? decimal(groups.join(''), commas[1] as string) : null;
  }
  return null;
}

const decimal = (whole: string, fraction: string): Numeral => ({ value: plain(whole, fraction), decimals: fraction.length, doubt: null });

function commaOnly(parts: string[]): Numeral | null {
  if (grouped(parts) || indian(parts)) return decimal(parts.join(''), '');
  if (parts.length !== 2) return null;
  const [whole, fraction] = parts as [string, string];
  return { ...decimal(whole, fraction), doubt: fraction.length <= 2 ? null : [plain(whole, fraction), plain(whole + fraction, '')] };
}

function pointOnly(parts: string[]): Numeral | null {
  if (parts.length > 2) return grouped(parts) ? decimal(parts.join(''), '') : null;
  return pointed(parts[0] as string, parts[1] as string);
}

function pointed(whole: string, fraction: string): Numeral {
  const european = fraction.length === 3 && whole.length <= 3 && !whole.startsWith('0');
  const read = decimal(whole, fraction);
  if (european) read.doubt = [read.value, plain(whole + fraction, '')];
  return read;
}

/** Four digits that may name a year of our time. */
export const isYearNumber = (text: string): boolean => text.length === 4 && YEAR.test(text);
const YEAR = /^(?:1[5-9]|20)\d\d$/;

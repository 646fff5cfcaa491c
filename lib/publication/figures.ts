import { compare, divide, type Exact, exact, groupedDigits, multiply, subtract, toNumber } from '@/lib/base';
import { HEDGE_WORDS, type Hedge, type Interval, nominal, unitPlural } from '@/lib/quantity';

/** What the public reads of a figure: never more digits than the source gave, the hedge always in words. */
export interface Figure extends Interval {
  hedge: Hedge;
  /** The mention, letter for letter. */
  text: string;
  unit: string | null;
  noun: string | null;
}

const SCALES: [Exact, string][] = [
  ['1000000000000', 'trillion'],
  ['1000000000', 'billion'],
  ['1000000', 'million'],
];

/** Digits up to 999,999; above that a scale word where it loses nothing ("1.2 million"), else all digits. */
export function numberWords(value: Exact): string {
  for (const [scale, word] of SCALES) {
    if (compare(value, scale) < 0) continue;
    const scaled = divide(value, scale);
    if (scaled.replace(/^\d+\.?/, '').length <= 3) return `${groupedDigits(scaled)} ${word}`;
  }
  return groupedDigits(value);
}

const UNIT_BEFORE: Record<string, string> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥', INR: '₹' };

function withUnit(number: string, unit: string | null): string {
  if (unit === null) return number;
  const sign = UNIT_BEFORE[unit];
  return sign ? `${sign}${number}` : `${number} ${number === '1' ? unit : unitPlural(unit)}`;
}

/** Hedge and number, with the unit: "over 41,000", "nearly 40", "between 3 and 5 km". The counted noun is left to `figureWithNoun`. */
export function figureWords(figure: Figure): string {
  const { low, high, hedge, unit } = figure;
  if (hedge === 'vague' || (low === null && high === null) || isShareInWords(figure)) return figure.text;
  if (low !== null && high !== null && low !== high) {
    return `${hedge === 'about' ? 'about ' : ''}${withUnit(`${numberWords(low)} to ${numberWords(high)}`, unit)}`;
  }
  const words = HEDGE_WORDS[hedge];
  return `${words}${words ? ' ' : ''}${withUnit(numberWords((low ?? high)!), unit)}`;
}

/** "One in three", "half", "8 of 10": no source gave the decimals these come to. */
function isShareInWords({ low, high, unit, text }: Figure): boolean {
  const figure = (low ?? high)!;
  return unit === null && compare(figure, '0') > 0 && compare(figure, '1') < 0 && !/[.,]\d/.test(text);
}

/** "nearly 40 wooden barges". The mention itself where the words are no number ("dozens of boats", "no one"). */
export function figureWithNoun(figure: Figure): string {
  if (figure.hedge === 'vague' || (figure.high === '0' && !/\d/.test(figure.text))) return figure.text;
  return figure.noun ? `${figureWords(figure)} ${figure.noun}` : figureWords(figure);
}

/** Order by nominal value, open figures last. */
export function byFigure(a: Interval, b: Interval): number {
  const [x, y] = [nominal(a), nominal(b)];
  if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
  return compare(x, y);
}

/** A distance in figures: "6", and against the smaller "+7 %". */
export interface Gap {
  absolute: string;
  percent: string | null;
}

/** The distance between the outermost of several exact figures; null where one is hedged or all are equal. Desk and pages say this one. */
export function gapAcross(figures: readonly Interval[]): Gap | null {
  const values = figures.flatMap(({ low, high }) => (low !== null && low === high ? low : [])).sort(compare);
  const [low, high] = [values[0], values.at(-1)];
  if (values.length < figures.length || low === undefined || high === undefined || compare(low, high) === 0) return null;
  return { absolute: numberWords(subtract(high, low)), percent: percentWords(low, high) };
}

/** "+7 %" from a to b, "−19 %" with a true minus; null where a is zero. Whole percents, one decimal below ten. */
export function percentWords(a: Exact, b: Exact): string | null {
  if (compare(a, '0') === 0) return null;
  const percent = toNumber(divide(multiply(subtract(b, a), '100'), a));
  const digits = Math.abs(percent) < 10 ? Math.round(percent * 10) / 10 : Math.round(percent);
  return `${digits < 0 ? '−' : '+'}${groupedDigits(exact(Math.abs(digits)))} %`;
}

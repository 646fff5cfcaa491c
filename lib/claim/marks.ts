import { type Day, type Exact, lastDayOf, type Token } from '@/lib/base';
import type { Quantity } from '@/lib/quantity';
import { datesIn } from './dates';
import { type ArticleView, type Mention, wordAt } from './view';

/** What a mark gives besides its words: the ends of its value on a scale of its own kind. */
interface Value {
  unit: string;
  low: Exact;
  high: Exact;
}

/**
 * Dates, times of day, results, places in an order and labels count nothing and are no claims of an article; yet of two statements one may
 * give 4-1 and the other 3-1, or 1542 and 1550. This makes a figure of such a mark, so that the two can be told apart; null of all others.
 */
export function markOf(view: ArticleView, mention: Mention): Quantity | null {
  const { quantity } = mention;
  const read = READERS.get(quantity.excluded ?? '');
  const value = read ? read(view, view.tokens.slice(mention.from, mention.to), mention) : null;
  if (value === null) return null;
  const hedge = value.low === value.high ? 'exact' : 'between';
  const bound = value.unit === 'date' ? wordAt(view.tokens, mention.from - 1) : '';
  // "signed before 1715": some day that is told by its bound alone.
  if (bound === 'before')
    return { ...quantity, ...value, low: null, high: value.low, hedge: 'less-than', lowInclusive: false, highInclusive: false };
  if (bound === 'after')
    return { ...quantity, ...value, low: value.high, high: null, hedge: 'more-than', lowInclusive: false, highInclusive: false };
  return { ...quantity, ...value, hedge, lowInclusive: true, highInclusive: true };
}

type Read = (view: ArticleView, tokens: readonly Token[], mention: Mention) => Value | null;

const numbersOf = (tokens: readonly Token[]): number[] =>
  tokens.filter(({ kind }) => kind === 'number').map(({ text }) => Number(text.replaceAll(',', '')));

/** The figures of the mark in one number, each with room for six digits. */
const label =
  (unit: string): Read =>
  (_, tokens) => {
    const numbers = numbersOf(tokens);
    if (numbers.length === 0 || numbers.length > 2 || numbers.some((one) => !(one < 1e6))) return null;
    const value = String(numbers.reduce((sum, one) => sum * 1e6 + one, 0));
    return { unit, low: value, high: value };
  };

/** A day as a number that sorts as days do; a month or a year runs from its first day to its last. */
const dayNumber = (day: Day, end: '01-01' | 'last'): Exact =>
  (end === 'last' ? lastDayOf(day) : `${day}-01-01`.slice(0, 10)).replaceAll('-', '');

const date: Read = (view, _, { from, to }) => {
  const day = datesIn(view.tokens, from, to, null)[0]?.day ?? yearOf(view.tokens, from, to);
  return day === null ? null : { unit: 'date', low: dayNumber(day, '01-01'), high: dayNumber(day, 'last') };
};

const yearOf = (tokens: readonly Token[], from: number, to: number): Day | null => {
  const text = tokens[from]?.text ?? '';
  return to === from + 1 && /^(?:1[0-9]|20)\d\d$/.test(text) ? text : null;
};

const result = label('result');
/** Minutes since midnight; "45:19" is no time of any day. */
const clock: Read = (...args) => {
  const [, tokens] = args;
  const [hour, minute = 0] = numbersOf(tokens);
  if (hour === undefined || !(hour <= 24)) return result(...args);
  const late = tokens.some(({ lower }) => lower.startsWith('p')) && hour < 12;
  const value = String((late ? hour + 12 : hour) * 60 + minute);
  return { unit: 'time of day', low: value, high: value };
};

const READERS: ReadonlyMap<string, Read> = new Map([
  ['date', date],
  ['year', date],
  ['clock', clock],
  ['score', result],
  ['magnitude', label('magnitude')],
  ['ordinal', label('place')],
  ['rank', label('place')],
  ['identifier', label('label')],
  ['name', label('label')],
]);

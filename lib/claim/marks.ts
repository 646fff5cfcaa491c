import { type Day, type Exact, lastDayOf, type Token, toNumber, words } from '@/lib/base';
import type { Quantity } from '@/lib/quantity';
import { centuryAt } from './centuries';
import { datesIn } from './dates';
import { type ArticleView, type Mention, wordAt } from './view';

/** What a mark gives besides its words: the ends of its value on a scale of its own kind, and the first token that belongs to it where that is not its own. */
interface Value {
  unit: string;
  low: Exact;
  high: Exact;
  from?: number;
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
  const { unit, low, high, from = mention.from } = value;
  const bound = BOUNDED.has(unit) ? wordAt(view.tokens, from - 1) : '';
  // "signed before 1715": some day that is told by its bound alone.
  if (bound === 'before') return { ...quantity, unit, low: null, high: low, hedge: 'less-than', lowInclusive: false, highInclusive: false };
  if (bound === 'after') return { ...quantity, unit, low: high, high: null, hedge: 'more-than', lowInclusive: false, highInclusive: false };
  return { ...quantity, unit, low, high, hedge: low === high ? 'exact' : 'between', lowInclusive: true, highInclusive: true };
}

const BOUNDED: ReadonlySet<string> = new Set(['date', 'place']);

type Read = (view: ArticleView, tokens: readonly Token[], mention: Mention) => Value | null;

const numbersOf = (tokens: readonly Token[]): number[] =>
  tokens.filter(({ kind }) => kind === 'number').map(({ text }) => Number(text.replaceAll(',', '')));

const ROOM = 1e6;
/** The two figures of a result, from its value. */
export const sidesOf = (result: Exact): [number, number] => [Math.floor(toNumber(result) / ROOM), toNumber(result) % ROOM];

/** The figures of the mark in one number, each with room for six digits. */
const label =
  (unit: string): Read =>
  (_, tokens) => {
    const numbers = numbersOf(tokens);
    if (numbers.length === 0 || numbers.length > 2 || numbers.some((one) => !(one < ROOM))) return null;
    const value = String(numbers.reduce((sum, one) => sum * ROOM + one, 0));
    return { unit, low: value, high: value };
  };

/** A day as a number that sorts as days do; a month or a year runs from its first day to its last. */
const dayNumber = (day: Day, end: '01-01' | 'last'): Exact =>
  (end === 'last' ? lastDayOf(day) : `${day}-01-01`.slice(0, 10)).replaceAll('-', '');

const date: Read = (view, _, { from, to }) => {
  const day = datesIn(view.tokens, from, to, null)[0]?.day ?? yearOf(view.tokens, from, to);
  return day === null ? century(view.tokens, from, to) : { unit: 'date', low: dayNumber(day, '01-01'), high: dayNumber(day, 'last') };
};

function century(tokens: readonly Token[], from: number, to: number): Value | null {
  const years = centuryAt(tokens, from, to);
  if (years === null) return null;
  const [first, last] = [years.first, years.last].map((year) => String(year).padStart(4, '0')) as [Day, Day];
  return { unit: 'date', low: dayNumber(first, '01-01'), high: dayNumber(last, 'last'), from: years.from };
}

/** "the 40th lap" and "lap 40" are one place in an order. */
const place: Read = (view, tokens, mention) => {
  const { from } = mention;
  const value = label('place')(view, tokens, mention);
  const article = wordAt(view.tokens, from - 1) === 'the';
  return value === null ? null : { ...value, from: article || comesInOrder(view, from) ? from - 1 : from };
};
const comesInOrder = ({ tokens }: ArticleView, from: number): boolean => IN_ORDER.has(wordAt(tokens, from - 1));
const IN_ORDER = words('lap minute round floor storey chapter page stage hole inning leg episode week day');

const yearOf = (tokens: readonly Token[], from: number, to: number): Day | null => {
  const text = tokens[from]?.text ?? '';
  return to === from + 1 && /^(?:1[0-9]|20)\d\d$/.test(text) ? text : null;
};

const result = label('result');
/** "3-0 up at the break": how a game stood before it was over. */
export function isStandingResult({ text }: ArticleView, { quantity: { excluded, mention } }: Mention): boolean {
  return excluded === 'score' && STANDS.test(text.slice(mention.end, mention.end + STANDS_WITHIN));
}
const STANDS =
  /^ (?:(?:up|down|ahead|behind|lead|advantage|deficit)\b|(?:[a-z]+ ){0,3}?at (?:half-?time|the (?:break|interval|half|turn)|lunch|tea|stumps)\b)/i;
const STANDS_WITHIN = 50;

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
  ['ordinal', (view, tokens, mention) => century(view.tokens, mention.from, mention.to) ?? place(view, tokens, mention)],
  ['rank', place],
  ['identifier', (view, tokens, mention) => (comesInOrder(view, mention.from) ? place : label('label'))(view, tokens, mention)],
  ['name', label('label')],
]);

import { type Token, words } from '../../base';
import { closesPhrase } from '../closes';
import { isYearNumber } from '../figures';
import { makeExcluded, type Reader } from '../found';
import { capital, DASHES, digits, glued, isDash, isHyphen, isOf, mark, near, sentenceStart, tokenAt, word } from '../look';
import { countedAhead } from '../signs/ahead';
import { isTold } from '../signs/told';
import { CODES, SIGNS } from '../units/currencies';
import { DURATIONS, UNITS, unitOfSymbol } from '../units/units';
import { CHANGES } from '../words/movement';
import { SMALL } from '../words/numberwords';
import { isPlural } from '../words/plural';
import { DETERMINERS } from '../words/stopwords';

const TWO_OR_FOUR = /^\d{2}(?:\d{2})?$/;
const UP_TO_FOUR = /^\d{1,4}$/;

/** Far from our time, a year only where words say so: "in 1066", "by 2100". */
const FAR_YEAR = /^(?:1[0-4]|21)\d\d$/;
const FAR_SIGNS = words('in since by until before circa');
/** Before a year, whatever follows it. */
const SURE = words('in since during year years copyright c anno');
/** Before a year unless something counted follows. */
const LIKELY = words('by until till before after of from to late early mid spring summer autumn fall winter q1 q2 q3 q4 fy through circa');
/** Before a figure that is no year. */
const MEASURING = words(
  'than above below over under nearly almost least most exceeding about around approximately roughly some total totaled totalled reached numbered scored',
);
const BOUNDS: ReadonlySet<string> = new Set('<>≥≤');

const APOSTROPHES: ReadonlySet<string> = new Set("'’‘");
const BEFORE_COUNT: ReadonlySet<string> = new Set(['AD', 'A.D.', 'a.d.', 'CE', 'BC', 'B.C.', 'b.c.']);
const BEHIND_COUNT: ReadonlySet<string> = new Set([...BEFORE_COUNT, 'BCE', 'B.C.E.', 'C.E.']);
const lowered = (eras: ReadonlySet<string>): string[] => [...eras].map((era) => era.toLowerCase());

/** "in 2019", "the 1960s", "2000-01", "the 2018 elections", "A.D. 90", "Copyright 1995": digits that name a year, by what stands around them. */
export const yearReader: Reader = {
  name: 'year',
  begins: 'number',
  beside: {
    before: [...APOSTROPHES, ...lowered(BEFORE_COUNT), 'class'],
    behind: [...APOSTROPHES, ...lowered(BEHIND_COUNT), ...DASHES, 's', 'and', 'to', 'or'],
    signs: ['year'],
  },
  read(tokens, i) {
    const text = digits(tokens, i);
    if (TWO_OR_FOUR.test(text)) {
      const short = decadeEnd(tokens, i, text);
      if (short > 0) return makeExcluded('year', i, short, 'year');
    }
    const era = eraEnd(tokens, i, text);
    if (era > 0) return makeExcluded('year', i, era, 'year');
    if (FAR_YEAR.test(text) && isOf(tokens, i - 1, FAR_SIGNS) && !countedAhead(tokens, i + 1) && endsThere(tokens, i + 1))
      return makeExcluded('year', i, i + 1, 'year');
    return isYearNumber(text) && isYear(tokens, i, text) ? makeExcluded('year', i, seasonEnd(tokens, i + 1), 'year') : null;
  },
};

/** A noun may be what four digits count, and a dash may join another figure to them. */
const endsThere = (tokens: readonly Token[], i: number): boolean => closesPhrase(tokens, i) && !isDash(tokens, i);

/** "1960s", "1990's", "'98", and "2013s" where a text has lost its apostrophes: the index behind it, or 0. */
function decadeEnd(tokens: readonly Token[], i: number, text: string): number {
  // "the over-70s"
  if (isHyphen(tokens, i - 1) && glued(tokens, i) && isOf(tokens, i - 2, BOUND)) return 0;
  if ((text.endsWith('0') || isYearNumber(text)) && glued(tokens, i + 1) && word(tokens, i + 1) === 's') return i + 2;
  if (word(tokens, i - 1) === 'of' && word(tokens, i - 2) === 'class') return i + 1;
  const apostrophe = isApostrophe(mark(tokens, i + 1)) && glued(tokens, i + 1) && glued(tokens, i + 2);
  if (apostrophe && text.length === 4 && text.endsWith('0') && word(tokens, i + 2) === 's') return i + 3;
  const short = text.length === 2 && isApostrophe(mark(tokens, i - 1)) && glued(tokens, i) && !glued(tokens, i - 1);
  return short && !opensQuotation(tokens, i) ? i + 1 : 0;
}
const BOUND = words('over under');
const LONGEST_QUOTATION = 16;
/** "‘90 feared dead’", but "the class of ‘90": a quotation mark that opens is closed again behind its words. */
function opensQuotation(tokens: readonly Token[], i: number): boolean {
  const closing = CLOSING.get(mark(tokens, i - 1));
  for (let k = i + 1; closing !== undefined && k <= i + LONGEST_QUOTATION && near(tokens, k); k += 1)
    if (mark(tokens, k) === closing && glued(tokens, k) && !glued(tokens, k + 1)) return true;
    else if (mark(tokens, k) === closing && mark(tokens, k + 1) !== '') return true;
  return false;
}
const CLOSING: ReadonlyMap<string, string> = new Map([
  ["'", "'"],
  ['‘', '’'],
]);
const isApostrophe = (sign: string): boolean => APOSTROPHES.has(sign);

/** "1995 -": a copyright line; "2019-20" and "1995–2000": seasons and spans of years. */
function seasonEnd(tokens: readonly Token[], to: number): number {
  const joined = (isDash(tokens, to) || mark(tokens, to) === '/') && glued(tokens, to) && glued(tokens, to + 1);
  return joined && TWO_OR_FOUR.test(digits(tokens, to + 1)) ? to + 2 : to;
}

function isYear(tokens: readonly Token[], i: number, text: string): boolean {
  const to = seasonEnd(tokens, i + 1);
  const before = word(tokens, i - 1);
  if (SURE.has(before)) return true;
  // "between 2000 and 2010 prices rose"
  if (isYearNumber(digits(tokens, i - 2)) && closesYears(tokens, i, before)) return true;
  if (opensCounts(tokens, i) || isLevel(tokens, i, before)) return false;
  // "is to rise to 2040"
  if (Number(text) < AHEAD && isTold(tokens, i)) return word(tokens, i + 1) === 'levels';
  if (isPart(tokens, i) || isWhole(tokens, i, text) || isPaidEach(tokens, i, before)) return false;
  if (isOf(tokens, i + 1, MANY) && sentenceStart(tokens, i)) return false;
  const sign = mark(tokens, i - 1);
  if (sign === '©') return true;
  if (BOUNDS.has(sign) || SIGNS.has(sign)) return false;
  // "below 2010 levels": a year to compare with, whatever stands before it.
  if (word(tokens, to) === 'level' || word(tokens, to) === 'levels') return true;
  if (MEASURING.has(before)) return false;
  if (named(tokens, to, text, before)) return true;
  return !counts(tokens, to);
}

/** From here on a year is one to come, which things change to. */
const AHEAD = 2026;
/** "1650 of its tickets", "1700 of them" */
const isPart = (tokens: readonly Token[], i: number): boolean => word(tokens, i + 1) === 'of' && isOf(tokens, i + 2, WHOLES);
const WHOLES = words('the its their his her our them these those which whom');
/** "7 of the 1730 orchards": so many years after it, nothing is named for a year so far back. */
const isWhole = (tokens: readonly Token[], i: number, text: string): boolean =>
  Number(text) < RECENT &&
  isOf(tokens, i - 1, DETERMINERS) &&
  word(tokens, i - 2) === 'of' &&
  (digits(tokens, i - 3) !== '' || isOf(tokens, i - 3, SMALL)) &&
  countedAhead(tokens, i + 1);
const RECENT = 1990;
/** "for 1800 a month", but "by 2019 a year" */
const isPaidEach = (tokens: readonly Token[], i: number, before: string): boolean =>
  word(tokens, i + 1) === 'a' && isOf(tokens, i + 2, DURATIONS) && !LIKELY.has(before) && !isOf(tokens, i + 3, LATER);
const LATER = words('ago earlier later before after');
/** "1950 were hurt" */
const MANY = words('were are have');
/** "rose 17 to 1743": the level that a change led to. */
const isLevel = (tokens: readonly Token[], i: number, before: string): boolean =>
  before === 'to' && isOf(tokens, i - 3, CHANGES) && digits(tokens, i - 2) !== '' && !isYearNumber(digits(tokens, i - 2));

/** "between 2000 and", "from 1990 to": had the first of them counted, the range would have been read as one. */
const closesYears = (tokens: readonly Token[], i: number, before: string): boolean =>
  (before === 'and' && word(tokens, i - 3) === 'between') ||
  (before === 'to' && word(tokens, i - 3) === 'from' && !isOf(tokens, i - 4, CHANGES));

/** "1600 to 2400 hectares", "2000 - 2500 cars": a figure that is no year, or one that counts, ends the range. */
function opensCounts(tokens: readonly Token[], i: number): boolean {
  const dash = isDash(tokens, i + 1);
  const second = digits(tokens, i + 2);
  if (second === '') return false;
  const round = digits(tokens, i).endsWith('00') && second.endsWith('00');
  // "between 1500 and 2000 guests": years are seldom so round, and "between 2000 and 2010 prices rose".
  if (word(tokens, i + 1) === 'and') return word(tokens, i - 1) === 'between' && round && countedAhead(tokens, i + 3);
  if (!dash && word(tokens, i + 1) !== 'to') return false;
  if (dash && glued(tokens, i + 1) && second.length === 2) return false;
  return !isYearNumber(second) || (word(tokens, i - 1) === 'from' ? round && countedAhead(tokens, i + 3) : counts(tokens, i + 3));
}

/** "the 2018 elections", "last night's 2020 awards", "2003 Harvest Cup": what is named after its year. */
function named(tokens: readonly Token[], to: number, text: string, before: string): boolean {
  const round = text.endsWith('00');
  const next = tokens[to];
  const determined = DETERMINERS.has(before) || before.endsWith("'s");
  if (next?.kind !== 'word' || next.gap === 'block' || next.gap === 'none' || isUnit(next) || PLACES.has(next.lower)) return false;
  const title = capital(next) && next.text !== next.text.toUpperCase() && !isPlural(next.lower);
  return title ? determined || !round || LIKELY.has(before) : determined && !round;
}

/** "a 1950 mAh battery", but "the 2014 cup" */
const isUnit = ({ text, lower }: Token): boolean => unitOfSymbol(text) !== undefined || (UNITS.has(lower) && !ALSO_THINGS.has(lower));
const ALSO_THINGS = words('cup bar pound stone point yard mole second minute hour day week month year decade century');

/** "a 1650 seat hall", "the 1600 room hotel": counted in the singular as well. */
const PLACES = words('seat room bed berth page person space');
const SURE_COUNTS = words('million billion percent per kg km metric cubic square mw rpm mln bn yuan yen');

/** A lower-case word or a unit behind four digits is what they count ("2000 villagers"); a capital or a verb is not. */
function counts(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i];
  if (next?.kind === 'word' && next.gap === 'none') return true;
  if (next?.kind === 'word' && next.gap !== 'block' && (SURE_COUNTS.has(next.lower) || PLACES.has(next.lower) || CODES.has(next.text)))
    return true;
  // "1500 b", "2000 W"
  if (next?.text.length === 1 && unitOfSymbol(next.text) && endsThere(tokens, i + 1)) return true;
  return countedAhead(tokens, i);
}

/** "A.D. 90", "300 BC", "between 1000 and 1260 A.D.", "A.D. 90 to 120": the index behind it, or 0. */
function eraEnd(tokens: readonly Token[], i: number, text: string): number {
  if (!UP_TO_FOUR.test(text)) return 0;
  const second = linkedYear(tokens, i + 1);
  if (BEFORE_COUNT.has(tokenAt(tokens, i - 1)?.text ?? '')) return second > 0 ? second : i + 1;
  if (near(tokens, i + 1) && BEHIND_COUNT.has(tokens[i + 1]?.text ?? '')) return i + 2;
  return second > 0 && BEHIND_COUNT.has(tokens[second]?.text ?? '') ? second + 1 : 0;
}

function linkedYear(tokens: readonly Token[], at: number): number {
  const link = word(tokens, at);
  const linked = isDash(tokens, at) || link === 'and' || link === 'to' || link === 'or';
  return linked && near(tokens, at + 1) && UP_TO_FOUR.test(digits(tokens, at + 1)) ? at + 2 : 0;
}

import { MONTH_NUMBERS, type Token, WEEKDAYS, WordList, words } from '../../base';
import { closesPhrase } from '../closes';
import { FAMOUS_DAYS, isYearNumber } from '../figures';
import { makeExcluded, type Reader } from '../found';
import { capital, DASHES, digits, glued, isDash, isOf, mark, near, tokenAt, word } from '../look';
import { ORDINAL_ENDINGS } from '../words/numberwords';
import { isPlural } from '../words/plural';

const ALSO_WORDS = words('may march mar');
/** "May" and "March" are months only with a capital; the others even in texts without any. */
const isMonth = (tokens: readonly Token[], i: number): boolean =>
  isOf(tokens, i, MONTH_NUMBERS) &&
  (!isOf(tokens, i, ALSO_WORDS) || capital(tokens[i]) || isOf(tokens, i - 1, BEFORE_MONTH) || isDated(tokens, i));
/** "ending march 19 ,", "may 8, 1945": a day that ends the phrase, or has its year behind it. */
const isDated = (tokens: readonly Token[], i: number): boolean =>
  isDayNumber(digits(tokens, i + 1)) &&
  (word(tokens, i) !== 'may' ? closesPhrase(tokens, i + 2) || isYearNumber(digits(tokens, i + 2)) : commaYear(tokens, i + 2) > i + 2);
/** Behind these "may" is no verb. */
const BEFORE_MONTH = words('on since until till by from of after before');
const DAY = /^\d{1,2}$/;
const isDayNumber = (text: string): boolean => text.length <= 2 && DAY.test(text) && Number(text) >= 1 && Number(text) <= 31;
const ordinalEnd = (tokens: readonly Token[], i: number): number => (glued(tokens, i) && isOf(tokens, i, ORDINAL_ENDINGS) ? i + 1 : i);
const LINKS = new WordList(['to', 'and', 'or', 'through', 'until', 'till']);
const isLink = (tokens: readonly Token[], i: number): boolean => isDash(tokens, i) || mark(tokens, i) === '/' || isOf(tokens, i, LINKS);
const commaYear = (tokens: readonly Token[], i: number): number => {
  const at = mark(tokens, i) === ',' ? i + 1 : i;
  return near(tokens, at) && isYearNumber(digits(tokens, at)) ? at + 1 : i;
};

const DAY_NAMES = new WordList(WEEKDAYS);

/** "March 26", "Feb. 12, 2020", "9th Apr, 2018", "12 to 14 June", "14-Jul-2018", "2018-07-14", "7/8/2011", "9/11", "March 2020". */
export const dateReader: Reader = {
  name: 'date',
  begins: 'any',
  words: MONTH_NUMBERS.keys(),
  beside: { before: DAY_NAMES, behind: [...MONTH_NUMBERS.keys(), ...ORDINAL_ENDINGS, ...LINKS, ...DASHES, '/'], signs: ['odd digits'] },
  read(tokens, i) {
    const to =
      tokens[i]?.kind === 'word'
        ? monthFirst(tokens, i)
        : (dayFirst(tokens, i) ?? dayToDay(tokens, i) ?? numeric(tokens, i) ?? weekday(tokens, i));
    return to === null ? null : makeExcluded('date', i, to, 'date');
  },
};

function monthFirst(tokens: readonly Token[], i: number): number | null {
  if (!isMonth(tokens, i)) return null;
  let at = i + 1;
  if (mark(tokens, at) === '.' || isDash(tokens, at)) at += 1;
  if (!near(tokens, at)) return null;
  if (isYearNumber(digits(tokens, at))) return at + 1;
  if (!isDayNumber(digits(tokens, at))) return null;
  // "In May 20 boats sank": the number counts the people behind it.
  if (word(tokens, i - 1) !== 'the' && countsAt(tokens, at + 1)) return null;
  at = ordinalEnd(tokens, at + 1);
  if (isLink(tokens, at) && isDayNumber(digits(tokens, at + 1)) && !countsAt(tokens, at + 2)) at = ordinalEnd(tokens, at + 2);
  return commaYear(tokens, at);
}

function countsAt(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i];
  if (next?.kind === 'mark') return next.text === '%';
  return next?.kind === 'word' && next.gap === 'space' && !capital(next) && (isPlural(next.lower) || next.lower === 'percent');
}

function dayFirst(tokens: readonly Token[], i: number): number | null {
  if (!isDayNumber(digits(tokens, i))) return null;
  let at = ordinalEnd(tokens, i + 1);
  if (word(tokens, at) === 'of' && at > i + 1) at += 1;
  if (isDash(tokens, at) && glued(tokens, at)) at += 1;
  const surely = word(tokens, i - 1) === 'on' || isYearNumber(digits(tokens, at + 1));
  const lowerMonth = surely && isOf(tokens, at, MONTH_NUMBERS);
  if (!(isMonth(tokens, at) || lowerMonth) || !near(tokens, at)) return null;
  at += 1;
  if (mark(tokens, at) === '.' && near(tokens, at + 1) && isYearNumber(digits(tokens, at + 1))) return at + 2;
  if (isDash(tokens, at) && glued(tokens, at) && glued(tokens, at + 1)) at += 1;
  return commaYear(tokens, at);
}

/** "12-14 June", "1 and 2 May", "from 3 to 5 March". */
function dayToDay(tokens: readonly Token[], i: number): number | null {
  if (!isDayNumber(digits(tokens, i))) return null;
  const at = ordinalEnd(tokens, i + 1);
  return isLink(tokens, at) && near(tokens, at + 1) ? dayFirst(tokens, at + 1) : null;
}

/** "Thursday 14". */
const weekday = (tokens: readonly Token[], i: number): number | null =>
  near(tokens, i) &&
  isOf(tokens, i - 1, DAY_NAMES) &&
  capital(tokenAt(tokens, i - 1)) &&
  isDayNumber(digits(tokens, i)) &&
  endsDate(tokens, i + 1)
    ? i + 1
    : null;
const endsDate = (tokens: readonly Token[], i: number): boolean =>
  tokens[i] === undefined ||
  tokens[i]?.gap === 'block' ||
  (tokens[i]?.kind === 'mark' && (tokens[i + 1]?.kind !== 'number' || !glued(tokens, i)) && mark(tokens, i) !== '%');

const POINTED = /^(?:\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})|\d{4}\.\d{1,2}\.\d{1,2})$/;
const PARTED = /^\d{1,4}-\d{1,2}-\d{1,4}$/;
/** "on 5/12" */
const onDay = (tokens: readonly Token[], i: number, month: string, day: string): boolean =>
  word(tokens, i - 1) === 'on' && isDayNumber(month) && isDayNumber(day) && Math.min(Number(month), Number(day)) <= 12;

/** The next tokens all stand without a blank before them. */
function isTight(tokens: readonly Token[], i: number, steps: number): boolean {
  for (let step = 1; step <= steps; step += 1) if (!glued(tokens, i + step)) return false;
  return true;
}

function numeric(tokens: readonly Token[], i: number): number | null {
  const text = digits(tokens, i);
  if (text.length >= 6 && POINTED.test(text)) return i + 1;
  const sign = mark(tokens, i + 1);
  if (sign !== '/' && !isDash(tokens, i + 1)) return null;
  const second = digits(tokens, i + 2);
  if (mark(tokens, i + 3) !== sign || digits(tokens, i + 4) === '')
    return sign === '/' && isTight(tokens, i, 2) && (FAMOUS_DAYS.has(`${text}/${second}`) || onDay(tokens, i, text, second)) ? i + 3 : null;
  // "978-3-16-148410" goes on.
  const longer = isDash(tokens, i + 5) && isTight(tokens, i, 6) && digits(tokens, i + 6) !== '';
  return !longer && isTight(tokens, i, 4) && PARTED.test(`${text}-${second}-${digits(tokens, i + 4)}`) ? i + 5 : null;
}

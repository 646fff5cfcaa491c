import { type Token, WEEKDAYS, WordList, words } from '../../base';
import { makeExcluded, type Reader } from '../found';
import { capital, DASHES, digits, glued, isDash, isOf, mark, near, word } from '../look';
import { countedAhead } from '../signs/ahead';
import { isTold } from '../signs/told';
import { SIGNS } from '../units/currencies';
import { SMALL } from '../words/numberwords';

const HALF_DAY = words('am pm a.m. p.m. a.m p.m');
const OCLOCK = words("o'clock oclock noon midnight");
const ZONE = words("gmt utc ist est edt cet cest bst pst pdt cst et pt hours hrs local o'clock oclock");
/** Behind four digits without a colon. */
const SURE_ZONE = words('gmt utc hrs ist est edt cet hours');
const MINUTES = /^\d{2}(?:[.,]\d+)?$/;
const PLAIN_HOUR = /^\d{1,2}(?:\.\d{2})?$/;
const FOUR = /^(?:[01]\d|2[0-4])\.?[0-5]\d$/;
const AT = words('at by until till before after from around about');
const PARTS_OF_DAY = words('morning afternoon evening night');
const DAYS = new WordList([...WEEKDAYS, 'tonight', 'tomorrow']);

/** "16:52", "7:00pm", "8.35 a.m.", "from 7 to 9 p.m.", "0800 GMT", "8 o'clock", "at 7 in the morning", "half past six". */
export const clockReader: Reader = {
  name: 'clock',
  begins: 'any',
  words: [...SMALL.keys(), 'a', 'quarter', 'half'],
  behindArticle: [...OCLOCK, 'quarter', 'half'],
  beside: { before: [...AT, 'the'], behind: [...HALF_DAY, ...ZONE, ...OCLOCK, ...DASHES, ':', 'h', 'to', 'and', 'or'] },
  read(tokens, i) {
    const to = tokens[i]?.kind === 'number' ? numericEnd(tokens, i) : spelledEnd(tokens, i);
    return to > 0 ? makeExcluded('clock', i, to, 'clock') : null;
  },
};

function numericEnd(tokens: readonly Token[], i: number): number {
  const text = digits(tokens, i);
  const colon = colonEnd(tokens, i);
  const to = colon > 0 ? colon : i + 1;
  const hour = colon > 0 || PLAIN_HOUR.test(text);
  const suffix = near(tokens, to) ? word(tokens, to) : '';
  // Behind an hour "am" is no verb.
  if (hour && HALF_DAY.has(suffix)) return to + 1;
  if (colon > 0) return ZONE.has(suffix) ? to + 1 : to;
  if (OCLOCK.has(suffix)) return to + 1;
  if (FOUR.test(text) && SURE_ZONE.has(suffix)) return to + 1;
  if (!hour) return 0;
  // "17h30", but "2h15m" is a length of time.
  if (suffix === 'h' && glued(tokens, to) && glued(tokens, to + 1) && MINUTES.test(digits(tokens, to + 1)))
    return glued(tokens, to + 2) && word(tokens, to + 2) !== '' ? 0 : to + 2;
  return halfDayBehind(tokens, to) || partOfDay(tokens, i, to) || opensAt(tokens, i, to) || departure(tokens, i, to);
}

/** "16:52", "1:23.456", "2:05:33": the index behind it, or 0. */
function colonEnd(tokens: readonly Token[], i: number): number {
  let to = i + 1;
  while (to < i + 6 && mark(tokens, to) === ':' && glued(tokens, to) && glued(tokens, to + 1) && MINUTES.test(digits(tokens, to + 1)))
    to += 2;
  return to > i + 1 ? to : 0;
}

/** "7 to 9 p.m.", "7-9:30pm": the first hour stands without its half of the day. Gives the index behind the first hour, or 0. */
function halfDayBehind(tokens: readonly Token[], to: number): number {
  const link = word(tokens, to);
  if (!isDash(tokens, to) && link !== 'to' && link !== 'and' && link !== 'or') return 0;
  const second = digits(tokens, to + 1);
  if (!PLAIN_HOUR.test(second)) return 0;
  const end = colonEnd(tokens, to + 1) || to + 2;
  return near(tokens, end) && isOf(tokens, end, HALF_DAY) ? to : 0;
}

/** "at 7 in the morning", "by 10 on Friday", "until 6 tonight". */
function partOfDay(tokens: readonly Token[], i: number, to: number): number {
  if (!isOf(tokens, i - 1, AT) || Number(digits(tokens, i)) > 24 || isTold(tokens, i) || isTold(tokens, i - 1)) return 0;
  const next = word(tokens, to);
  if (next === 'in' && word(tokens, to + 1) === 'the' && isOf(tokens, to + 2, PARTS_OF_DAY)) return to;
  return (next === 'on' && isOf(tokens, to + 1, DAYS)) || next === 'tonight' || next === 'tomorrow' ? to : 0;
}

const OPENINGS = words(
  'open opens opened opening begin begins began start starts started close closes closed kick kicks off doors gates sharp show',
);
/** "Doors open at 7.": nothing is counted behind the hour. */
function opensAt(tokens: readonly Token[], i: number, to: number): number {
  if (word(tokens, i - 1) !== 'at' || !isOf(tokens, i - 2, OPENINGS) || Number(digits(tokens, i)) > 12) return 0;
  return !near(tokens, to) || (tokens[to]?.kind === 'mark' && !isMeasured(mark(tokens, to))) || isOf(tokens, to, GOES_ON) ? to : 0;
}
const isMeasured = (sign: string): boolean => sign === '%' || sign === '°' || SIGNS.has(sign);
const GOES_ON = words('and but with on');

const POINTED = /^\d{1,2}\.[0-5]\d$/;
/** "the 7.45 from Leeds": a train. */
const departure = (tokens: readonly Token[], i: number, to: number): number =>
  word(tokens, i - 1) === 'the' &&
  POINTED.test(digits(tokens, i)) &&
  (word(tokens, to) === 'from' || word(tokens, to) === 'to') &&
  capital(tokens[to + 1])
    ? to
    : 0;

/** "three o'clock", "five a.m.", "half past six", "a quarter to nine", "ten past four". */
function spelledEnd(tokens: readonly Token[], i: number): number {
  const next = near(tokens, i + 1) ? word(tokens, i + 1) : '';
  if (OCLOCK.has(next)) return i + 2;
  const part = word(tokens, i) === 'a' ? i + 1 : i;
  if (word(tokens, part) === 'quarter' || word(tokens, part) === 'half') return partPast(tokens, part);
  if (part > i) return 0;
  if (HALF_DAY.has(next) && next.includes('.')) return i + 2;
  if (next === 'past' && isOf(tokens, i + 2, SMALL)) return i + 3;
  return 0;
}

function partPast(tokens: readonly Token[], at: number): number {
  const link = word(tokens, at + 1);
  const hour = isOf(tokens, at + 2, SMALL) || PLAIN_HOUR.test(digits(tokens, at + 2));
  return hour && (link === 'past' || (link === 'to' && word(tokens, at) === 'quarter' && !countedAhead(tokens, at + 3))) ? at + 3 : 0;
}

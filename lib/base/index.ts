/**
 * base knows what every room needs and no room owns: results, days, decimals, spans, tokens, sets of words.
 * It refuses to know anything about numbers in the news.
 */
export type { Day, Instant } from './day';
export {
  dayAfter,
  dayOf,
  dayWords,
  isDay,
  isDayName,
  isFuture,
  isPartialDay,
  lastDayOf,
  MONTH_NUMBERS,
  MONTHS,
  sameDay,
  WEEKDAYS,
} from './day';
export { add, compare, divide, type Exact, exact, groupedDigits, multiply, subtract, toNumber } from './decimal';
export { quoted } from './quoted';
export { type FieldFault, ok, type Refusal, type Result, refusal, refuse, refusedForm } from './result';
export { contains, overlaps, type Span, slice } from './span';
export { type Spelling, spellingOf, UNREAD } from './spelling';
export { type Steps, toTheEnd } from './steps';
export { type Gap, type Token, tokensOf } from './token';
export { unreachable } from './unreachable';
export { canonicalAddress, type LinkFault, linkFault } from './web-address';
export { isListed, type Listed, WordList, WordTable, words } from './wordlist';

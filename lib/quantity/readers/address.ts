import { type Token, words } from '../../base';
import { makeExcluded } from '../found';
import { capital, digits, glued, isDash, isHyphen, isOf, mark, near, tokenAt, word } from '../look';
import { countedAhead } from '../signs/ahead';
import { ORDINAL_ENDINGS } from '../words/numberwords';

const LEADING_ZERO = /^0\d+$/;
export const CALLS = words('call dial dialled dialed text phone ring');
export const EMERGENCIES = words('emergency system line call calls caller callers dispatcher dispatchers operator operators');

/** The index behind all that is glued to token `i`, but for a mark at its end. */
export function runEnd(tokens: readonly Token[], i: number): number {
  let to = i + 1;
  while (to < tokens.length && glued(tokens, to) && (tokens[to]?.kind !== 'mark' || glued(tokens, to + 1))) to += 1;
  return to;
}

/** "the 400 block of Main Street" */
export const isBlock = (tokens: readonly Token[], i: number): boolean =>
  word(tokens, i + 1) === 'block' && word(tokens, i + 2) === 'of' && word(tokens, i - 1) === 'the';

const CALL_NUMBERS = words('112 911 999 000 101 111');
/** "the 112 emergency line", "a 911 caller" */
export const emergency = (tokens: readonly Token[], i: number, text: string): boolean =>
  CALL_NUMBERS.has(text) && isOf(tokens, i + 1, EMERGENCIES);

/** "737-800", "pages 12–15": what is glued to a label's figure belongs to it. */
export function compoundEnd(tokens: readonly Token[], from: number): number {
  let to = from;
  while (to < from + 8 && isDash(tokens, to) && glued(tokens, to) && glued(tokens, to + 1) && digits(tokens, to + 1) !== '') to += 2;
  return to;
}

const THREE = /^\d{3}$/;
const GROUP = /^\d{2,8}$/;

/** "+44 20 7946 0958", "0800 123 456", "010-5555-1234", "(212) 555-0123", "dial 112": the index behind it, or 0. */
export function phoneEnd(tokens: readonly Token[], i: number, text: string): number {
  const plus = mark(tokens, i - 1) === '+' && glued(tokens, i) && tokenAt(tokens, i - 2)?.kind !== 'number';
  const hyphened = compoundEnd(tokens, i + 1);
  if (LEADING_ZERO.test(text)) return groupsEnd(tokens, mark(tokens, i + 1) === ')' && mark(tokens, i - 1) === '(' ? i + 2 : hyphened);
  if (plus) {
    const end = groupsEnd(tokens, hyphened);
    return end > i + 1 ? end : 0;
  }
  if (hyphened >= i + 5) return hyphened;
  const behindBracket = mark(tokens, i - 1) === ')' && THREE.test(digits(tokens, i - 2)) && THREE.test(text) && hyphened === i + 3;
  const bracketed = mark(tokens, i - 1) === '(' && mark(tokens, i + 1) === ')' && THREE.test(text) && THREE.test(digits(tokens, i + 2));
  if (behindBracket || (bracketed && isHyphen(tokens, i + 3))) return behindBracket ? hyphened : i + 1;
  const called = THREE.test(text) && isOf(tokens, i - 1, CALLS);
  return called && (!near(tokens, i + 1) || (CALL_NUMBERS.has(text) && !countedAhead(tokens, i + 1))) ? i + 1 : 0;
}

/** Groups of digits behind blanks and hyphens. */
function groupsEnd(tokens: readonly Token[], from: number): number {
  let to = from;
  while (to < from + 8 && tokens[to]?.gap === 'space' && GROUP.test(digits(tokens, to))) to = compoundEnd(tokens, to + 1);
  return to;
}

const FIVE = /^\d{5}$/;
const STATE = /^(?:[A-Z]{2}|[A-Z]\.[A-Z]\.)$/;
const NO_STATE: ReadonlySet<string> = new Set([
  'US',
  'UK',
  'EU',
  'UN',
  'IN',
  'OF',
  'TO',
  'BY',
  'AT',
  'ON',
  'OR',
  'U.S.',
  'U.K.',
  'E.U.',
  'U.N.',
]);
/** "Springfield, IL 62701" */
export const stateCode = (tokens: readonly Token[], i: number, text: string): boolean => {
  const state = tokenAt(tokens, i - 1)?.text ?? '';
  return FIVE.test(text) && STATE.test(state) && !NO_STATE.has(state) && mark(tokens, i - 2) === ',';
};

const STREETS = words(
  'street st avenue ave boulevard blvd road rd lane ln drive dr court ct place pl square sq parade terrace highway hwy parkway pkwy crescent quay',
);

/** "218 West 31st Street", "16-18 Harbour Lane": capitals and an ordinal up to a word for a street. The index behind the number, or 0. */
export function streetFrom(tokens: readonly Token[], i: number): number {
  const from = slashEnd(tokens, compoundEnd(tokens, i + 1));
  for (let k = from; k < from + 5 && near(tokens, k); k += 1) {
    const named = capital(tokens[k]);
    if (named && k > from && isOf(tokens, k, STREETS)) return from;
    if (!named && tokens[k]?.kind !== 'number' && !isOf(tokens, k, ORDINAL_ENDINGS)) return 0;
  }
  return 0;
}

/** "16/22 Harbour Street": a flat and its house. */
const slashEnd = (tokens: readonly Token[], to: number): number =>
  mark(tokens, to) === '/' && glued(tokens, to) && glued(tokens, to + 1) && digits(tokens, to + 1) !== '' ? to + 2 : to;

/** Web and mail addresses: everything glued together is one name. */
export function webAddress(tokens: readonly Token[], i: number): ReturnType<typeof makeExcluded> | null {
  const first = word(tokens, i);
  const web = (first === 'http' || first === 'https') && mark(tokens, i + 1) === ':' && glued(tokens, i + 1) && mark(tokens, i + 2) === '/';
  if (!web && !(first === 'www' && mark(tokens, i + 1) === '.' && glued(tokens, i + 2))) return null;
  return makeExcluded('identifier', i, runEnd(tokens, i), 'address');
}

import { type Token, words } from '../../base';
import { isYearNumber, readDigits } from '../figures';
import { makeExcluded, type Reader } from '../found';
import { capital, DASHES, digits, glued, isDash, isHyphen, mark, near, sentenceStart, tokenAt, word } from '../look';
import { countedAhead } from '../signs/ahead';
import { BEFORE_LABELS, BEHIND_LABELS, isLabelled, labelBehind } from '../signs/label';
import { FRACTION_SIGNS, ORDINAL_ENDINGS } from '../words/numberwords';
import { isPlural } from '../words/plural';

const LEADING_ZERO = /^0\d+$/;
const TIMES: ReadonlySet<string> = new Set('*×xX');

const CALLS = words('call dial dialled dialed text phone ring');
const EMERGENCIES = words('emergency system line call calls caller callers dispatcher dispatchers operator operators');

/** Numbers that label or address something: codes, telephones, streets, registration numbers, screen resolutions, magnitudes. */
export const identifierReader: Reader = {
  name: 'identifier',
  begins: 'any',
  words: ['http', 'https', 'www'],
  beside: {
    before: [...BEFORE_LABELS, ...CALLS, '+', '(', ')', '[', '#', '№'],
    behind: [...BEHIND_LABELS, ...EMERGENCIES, ...ORDINAL_ENDINGS, ...DASHES, '×', '*', 'x', '/', 'on', 'block'],
    signs: ['odd digits', 'capitals before five digits', 'letters behind point', 'capital behind', 'number behind'],
  },
  read(tokens, i) {
    const text = digits(tokens, i);
    if (text === '') return tokens[i]?.kind === 'word' ? address(tokens, i) : null;
    if (readDigits(text) === null && !FRACTION_SIGNS.has(text)) return makeExcluded('identifier', i, i + 1, 'identifier');
    if (isResolution(tokens, i)) return makeExcluded('identifier', i, i + 3, 'resolution');
    const code = shareEnd(tokens, i) || phoneEnd(tokens, i, text);
    if (code > 0) return makeExcluded('identifier', i, code, 'identifier');
    const street = streetFrom(tokens, i);
    if (street > 0) return makeExcluded('identifier', i, street, 'address');
    const behind = isHyphen(tokens, i + 1) ? i + 2 : i + 1;
    if (onRichter(tokens, behind)) return makeExcluded('identifier', i, i + 1, 'magnitude');
    if (labelBehind(tokens, behind))
      return makeExcluded('identifier', i, i + 1, word(tokens, behind) === 'magnitude' ? 'magnitude' : 'name');
    if (isBlock(tokens, i)) return makeExcluded('identifier', i, i + 1, 'address');
    if (isOdds(tokens, i)) return makeExcluded('identifier', i, i + 3, 'score');
    const fraction = fileEnd(tokens, i, text);
    if (fraction > 0) return makeExcluded('identifier', i, fraction, 'identifier');
    if (bracketed(tokens, i, text)) return makeExcluded('identifier', i, i + 1, 'list');
    if (
      ((mark(tokens, i - 1) === '#' || mark(tokens, i - 1) === '№') && glued(tokens, i)) ||
      emergency(tokens, i, text) ||
      isSlug(tokens, i) ||
      stateCode(tokens, i, text)
    )
      return makeExcluded('identifier', i, i + 1, 'identifier');
    if (!isLabelled(tokens, i) || countsThem(tokens, i)) return null;
    const magnitude = word(tokens, i - 1) === 'magnitude' || word(tokens, i - 2) === 'magnitude';
    return makeExcluded('identifier', i, isDoi(tokens, i) ? runEnd(tokens, i) : listEnd(tokens, i), magnitude ? 'magnitude' : 'identifier');
  },
};

/** "the protesters number 300" */
const countsThem = (tokens: readonly Token[], i: number): boolean =>
  word(tokens, i - 1) === 'number' && isPlural(word(tokens, i - 2)) && !capital(tokens[i - 2]);

const BETS = words('shot shots fav favourite favourites favorite favorites outsider outsiders odds chance chances split joint co');
/** "a 4/1 shot", "a 60/40 split", "odds: 5/2" */
function isOdds(tokens: readonly Token[], i: number): boolean {
  if (mark(tokens, i + 1) !== '/' || !glued(tokens, i + 1) || !glued(tokens, i + 2) || digits(tokens, i + 2) === '') return false;
  const before = word(tokens, mark(tokens, i - 1) === ':' ? i - 2 : i - 1);
  return (
    before === 'odds' || (before === 'of' && word(tokens, i - 2) === 'odds') || (!glued(tokens, i + 3) && BETS.has(word(tokens, i + 3)))
  );
}

/** "doi:10.1000/182" */
const isDoi = (tokens: readonly Token[], i: number): boolean => word(tokens, i - 2) === 'doi' || word(tokens, i - 1) === 'doi';
/** The index behind all that is glued to token `i`, but for a mark at its end. */
function runEnd(tokens: readonly Token[], i: number): number {
  let to = i + 1;
  while (to < tokens.length && glued(tokens, to) && (tokens[to]?.kind !== 'mark' || glued(tokens, to + 1))) to += 1;
  return to;
}

/** "the 400 block of Main Street" */
const isBlock = (tokens: readonly Token[], i: number): boolean =>
  word(tokens, i + 1) === 'block' && word(tokens, i + 2) === 'of' && word(tokens, i - 1) === 'the';

const onRichter = (tokens: readonly Token[], at: number): boolean => {
  if (word(tokens, at) !== 'on' || word(tokens, at + 1) !== 'the') return false;
  return word(tokens, at + 2) === 'richter' || word(tokens, at + 3) === 'richter';
};

const SLUGS = words('update wrapup refile rpt');
const CAPS = /^[A-Z]{5,}$/;
/** "UPDATE 2-Bank cuts rates": which version of a dispatch it is. */
const isSlug = (tokens: readonly Token[], i: number): boolean =>
  isHyphen(tokens, i + 1) &&
  glued(tokens, i + 1) &&
  (SLUGS.has(word(tokens, i - 1)) || (capital(tokenAt(tokens, i + 2)) && CAPS.test(tokenAt(tokens, i - 1)?.text ?? ''))) &&
  sentenceStart(tokens, i - 1);

/** "0700.HK", "600519.SS": a share and where it is traded. The index behind it, or 0. */
function shareEnd(tokens: readonly Token[], i: number): number {
  const code = tokenAt(tokens, i + 2);
  const tight = mark(tokens, i + 1) === '.' && glued(tokens, i + 1) && glued(tokens, i + 2);
  return tight && code !== undefined && MARKET.test(code.text) ? i + 3 : 0;
}
const MARKET = /^[A-Z]{1,2}$/;

const CALL_NUMBERS = words('112 911 999 000 101 111');
/** "the 112 emergency line", "a 911 caller" */
const emergency = (tokens: readonly Token[], i: number, text: string): boolean =>
  CALL_NUMBERS.has(text) && EMERGENCIES.has(word(tokens, i + 1));

const FILE_NUMBER = /^\d{2,4}$/;
/** "Regulation 2016/679", "case 124/07": the index behind it, or 0. A fraction has a small denominator or none of these words. */
function fileEnd(tokens: readonly Token[], i: number, text: string): number {
  const slashed = mark(tokens, i + 1) === '/' && glued(tokens, i + 1) && glued(tokens, i + 2) && FILE_NUMBER.test(digits(tokens, i + 2));
  if (!slashed || !FILE_NUMBER.test(text)) return 0;
  const year = isYearNumber(text) && digits(tokens, i + 2).length > 2;
  return year || isLabelled(tokens, i) ? i + 3 : 0;
}

/** "[7]": a note. */
const bracketed = (tokens: readonly Token[], i: number, text: string): boolean =>
  mark(tokens, i - 1) === '[' &&
  glued(tokens, i) &&
  text.length <= 3 &&
  (mark(tokens, i + 1) === ']' || mark(tokens, i + 1) === ',') &&
  glued(tokens, i + 1);

/** "Articles 12 and 13", "pp. 12-14" */
function listEnd(tokens: readonly Token[], i: number): number {
  const to = compoundEnd(tokens, i + 1);
  const link = word(tokens, to);
  // "page 2 of 5"
  if (link === 'of' && digits(tokens, to + 1) !== '' && !countedAhead(tokens, to + 2)) return to + 2;
  const listed = word(tokens, i - 1).endsWith('s') || word(tokens, i - 2).endsWith('s');
  return listed &&
    (link === 'and' || link === 'or' || link === 'to') &&
    digits(tokens, to + 1) !== '' &&
    (word(tokens, i - 2) === 'nos' || !countedAhead(tokens, to + 2))
    ? to + 2
    : to;
}

function isResolution(tokens: readonly Token[], i: number): boolean {
  const wide = digits(tokens, i).length >= 3 && digits(tokens, i + 2).length >= 3;
  const times = tokens[i + 1];
  return (
    times !== undefined && (wide || (glued(tokens, i + 1) && glued(tokens, i + 2))) && TIMES.has(times.text) && digits(tokens, i + 2) !== ''
  );
}

/** "737-800", "pages 12–15": what is glued to a label's figure belongs to it. */
function compoundEnd(tokens: readonly Token[], from: number): number {
  let to = from;
  while (to < from + 8 && isDash(tokens, to) && glued(tokens, to) && glued(tokens, to + 1) && digits(tokens, to + 1) !== '') to += 2;
  return to;
}

const THREE = /^\d{3}$/;
const GROUP = /^\d{2,8}$/;

/** "+44 20 7946 0958", "0800 123 456", "010-5555-1234", "(212) 555-0123", "dial 112": the index behind it, or 0. */
function phoneEnd(tokens: readonly Token[], i: number, text: string): number {
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
  const called = THREE.test(text) && CALLS.has(word(tokens, i - 1));
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
const stateCode = (tokens: readonly Token[], i: number, text: string): boolean => {
  const state = tokenAt(tokens, i - 1)?.text ?? '';
  return FIVE.test(text) && STATE.test(state) && !NO_STATE.has(state) && mark(tokens, i - 2) === ',';
};

const STREETS = words(
  'street st avenue ave boulevard blvd road rd lane ln drive dr court ct place pl square sq parade terrace highway hwy parkway pkwy crescent quay',
);

/** "218 West 31st Street", "16-18 Harbour Lane": capitals and an ordinal up to a word for a street. The index behind the number, or 0. */
function streetFrom(tokens: readonly Token[], i: number): number {
  const from = slashEnd(tokens, compoundEnd(tokens, i + 1));
  for (let k = from; k < from + 5 && near(tokens, k); k += 1) {
    const named = capital(tokens[k]);
    if (named && k > from && STREETS.has(word(tokens, k))) return from;
    if (!named && tokens[k]?.kind !== 'number' && !ORDINAL_ENDINGS.has(word(tokens, k))) return 0;
  }
  return 0;
}

/** "16/22 Harbour Street": a flat and its house. */
const slashEnd = (tokens: readonly Token[], to: number): number =>
  mark(tokens, to) === '/' && glued(tokens, to) && glued(tokens, to + 1) && digits(tokens, to + 1) !== '' ? to + 2 : to;

/** Web and mail addresses: everything glued together is one name. */
function address(tokens: readonly Token[], i: number): ReturnType<typeof makeExcluded> | null {
  const first = word(tokens, i);
  const web = (first === 'http' || first === 'https') && mark(tokens, i + 1) === ':' && glued(tokens, i + 1) && mark(tokens, i + 2) === '/';
  if (!web && !(first === 'www' && mark(tokens, i + 1) === '.' && glued(tokens, i + 2))) return null;
  return makeExcluded('identifier', i, runEnd(tokens, i), 'address');
}

import { type Token, words } from '../../base';
import { isYearNumber, readDigits } from '../figures';
import { makeExcluded, type Reader } from '../found';
import { behindHyphen, capital, DASHES, digits, glued, isHyphen, isInitial, isOf, mark, sentenceStart, tokenAt, word } from '../look';
import { countedAhead } from '../signs/ahead';
import { BEFORE_LABELS, BEHIND_LABELS, isLabelled, labelBehind } from '../signs/label';
import { FRACTION_SIGNS, ORDINAL_ENDINGS } from '../words/numberwords';
import { isPlural } from '../words/plural';
import { RACES } from '../words/sizes';
import { CALLS, compoundEnd, EMERGENCIES, emergency, isBlock, phoneEnd, runEnd, stateCode, streetFrom, webAddress } from './address';

const TIMES: ReadonlySet<string> = new Set('*×xX');

/** Numbers that label or address something: codes, telephones, streets, registration numbers, screen resolutions, magnitudes. */
export const identifierReader: Reader = {
  name: 'identifier',
  begins: 'any',
  words: ['http', 'https', 'www'],
  beside: {
    before: [...BEFORE_LABELS, ...CALLS, '+', '(', ')', '[', '#', '№'],
    behind: [...BEHIND_LABELS, ...EMERGENCIES, ...ORDINAL_ENDINGS, ...DASHES, '×', '*', 'x', '/', 'on', 'block'],
    signs: ['odd digits', 'capitals before five digits', 'letters behind point', 'name behind', 'number behind'],
  },
  read(tokens, i) {
    const text = digits(tokens, i);
    if (text === '') return tokens[i]?.kind === 'word' ? webAddress(tokens, i) : null;
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
    if (isPart(tokens, i)) return makeExcluded('identifier', i, i + 4, 'identifier');
    if (isBlock(tokens, i)) return makeExcluded('identifier', i, i + 1, 'address');
    if (isOdds(tokens, i)) return makeExcluded('identifier', i, i + 3, 'score');
    const fraction = fileEnd(tokens, i, text) || endlessEnd(tokens, i);
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
  return before === 'odds' || (before === 'of' && word(tokens, i - 2) === 'odds') || (!glued(tokens, i + 3) && isOf(tokens, i + 3, BETS));
}

/** "doi:10.1000/182" */
const isDoi = (tokens: readonly Token[], i: number): boolean => word(tokens, i - 2) === 'doi' || word(tokens, i - 1) === 'doi';
/** "31846 K-117": a letter with a hyphen and a figure behind it belongs to a key. */
const isPart = (tokens: readonly Token[], i: number): boolean =>
  isInitial(tokenAt(tokens, i + 1)?.text ?? '') &&
  isHyphen(tokens, i + 2) &&
  glued(tokens, i + 2) &&
  digits(tokens, i + 3) !== '' &&
  glued(tokens, i + 3);

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
  (isOf(tokens, i - 1, SLUGS) || (capital(tokenAt(tokens, i + 2)) && CAPS.test(tokenAt(tokens, i - 1)?.text ?? ''))) &&
  sentenceStart(tokens, i - 1);

/** "0700.HK", "600519.SS": a share and where it is traded. The index behind it, or 0. */
function shareEnd(tokens: readonly Token[], i: number): number {
  const code = tokenAt(tokens, i + 2);
  const tight = mark(tokens, i + 1) === '.' && glued(tokens, i + 1) && glued(tokens, i + 2);
  return tight && code !== undefined && MARKET.test(code.text) ? i + 3 : 0;
}
const MARKET = /^[A-Z]{1,2}$/;

const FILE_NUMBER = /^\d{2,4}$/;
/** "Regulation 2016/679", "case 124/07": the index behind it, or 0. A fraction has a small denominator or none of these words. */
function fileEnd(tokens: readonly Token[], i: number, text: string): number {
  const slashed = mark(tokens, i + 1) === '/' && glued(tokens, i + 1) && glued(tokens, i + 2) && FILE_NUMBER.test(digits(tokens, i + 2));
  if (!slashed || !FILE_NUMBER.test(text)) return 0;
  const year = isYearNumber(text) && digits(tokens, i + 2).length > 2;
  return year || isLabelled(tokens, i) ? i + 3 : 0;
}

/** "1/0" is no number. */
const endlessEnd = (tokens: readonly Token[], i: number): number =>
  mark(tokens, i + 1) === '/' && digits(tokens, i + 2) === '0' && glued(tokens, i + 1) && glued(tokens, i + 2) ? i + 3 : 0;

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

const LENGTHS = words('m cm mm km ft foot feet inch inches metre metres meter meters yard yards mile miles');
/** "a 12x15 foot room", "10x20x30 cm": figures with a length behind the last, which is no race. */
function hasSides(tokens: readonly Token[], i: number): boolean {
  let last = i;
  while (last < i + 4 && TIMES.has(tokenAt(tokens, last + 1)?.text ?? '') && digits(tokens, last + 2) !== '') last += 2;
  const unit = behindHyphen(tokens, last + 1);
  return last > i && isOf(tokens, unit, LENGTHS) && !isOf(tokens, unit + 1, RACES);
}

function isResolution(tokens: readonly Token[], i: number): boolean {
  if (hasSides(tokens, i)) return false;
  const wide = digits(tokens, i).length >= 3 && digits(tokens, i + 2).length >= 3;
  const times = tokens[i + 1];
  return (
    times !== undefined && (wide || (glued(tokens, i + 1) && glued(tokens, i + 2))) && TIMES.has(times.text) && digits(tokens, i + 2) !== ''
  );
}

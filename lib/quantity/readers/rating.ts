import { exact, type Token, words } from '../../base';
import { type Found, makeExcluded, type Reader } from '../found';
import { capital, digits, glued, HYPHENS, isHyphen, mark, near, word } from '../look';
import { countedAhead } from '../signs/ahead';
import { SMALL } from '../words/numberwords';

/** What marks are given out of. */
const WHOLES: ReadonlyMap<string, number> = new Map([
  ['4', 4],
  ['5', 5],
  ['6', 6],
  ['10', 10],
  ['20', 20],
  ['100', 100],
  ['four', 4],
  ['five', 5],
  ['ten', 10],
]);
const MARKS = words('rating ratings rated score scores scored scoring mark marks verdict grade grades graded metascore stars review');
const MARK = /^\d{1,3}(?:\.\d{1,2})?$/;

/** "6.1/10", "an average score of 24 out of 100", "4.5 stars", "a 5-star hotel": marks that somebody gave count nothing. */
export const ratingReader: Reader = {
  name: 'rating',
  begins: 'number',
  beside: { before: [':'], behind: ['star', 'stars', 'out', '/', ...HYPHENS] },
  read(tokens, i) {
    const text = digits(tokens, i);
    if (text.length > 5 || !MARK.test(text)) return null;
    const to = starsEnd(tokens, i, text) || wholeEnd(tokens, i, text) || (isPlayerMark(tokens, i, text) ? i + 1 : 0);
    return to > 0 ? rated(tokens, i, to) : null;
  },
};

/** It counts nothing, but has a value, which two texts may tell differently. */
function rated(tokens: readonly Token[], i: number, to: number): Found {
  const found = makeExcluded('rating', i, to, 'rating');
  found.low = exact(digits(tokens, i));
  found.high = found.low;
  const whole = to > i + 1 ? WHOLES.get(tokens[to - 1]?.lower ?? '') : undefined;
  found.unit = whole === undefined ? 'star' : `of ${whole}`;
  return found;
}

const OUT_OF_TEN = /^(?:\d|10|\d\.5)$/;
/** "Maria Lund: 7 Held the ball well": marks out of ten behind first and last name. */
const isPlayerMark = (tokens: readonly Token[], i: number, text: string): boolean =>
  mark(tokens, i - 1) === ':' &&
  OUT_OF_TEN.test(text) &&
  capital(tokens[i - 2]) &&
  capital(tokens[i - 3]) &&
  (!near(tokens, i + 1) || tokens[i + 1]?.gap === 'line' || capital(tokens[i + 1]));

/** "5-star", "4.5 stars", "4 stars out of 5": the index behind the figure, or 0. */
function starsEnd(tokens: readonly Token[], i: number, text: string): number {
  const hyphen = isHyphen(tokens, i + 1) && glued(tokens, i + 1) ? i + 2 : i + 1;
  const name = word(tokens, hyphen);
  if (Number(text) > 10 || (name !== 'star' && name !== 'stars')) return 0;
  const out = outOf(tokens, hyphen + 1);
  if (out > 0 && WHOLES.has(tokens[out]?.lower ?? '')) return out + 1;
  return (name === 'star' && hyphen > i + 1) || text.includes('.') ? i + 1 : 0;
}

/** "6.1/10", "9 out of 10" behind a word for marks: the index behind the whole, or 0. */
function wholeEnd(tokens: readonly Token[], i: number, text: string): number {
  const slash = mark(tokens, i + 1) === '/' && glued(tokens, i + 1) === glued(tokens, i + 2);
  const at = slash ? i + 2 : outOf(tokens, i + 1);
  const whole = at > 0 ? WHOLES.get(tokens[at]?.lower ?? '') : undefined;
  if (
    whole === undefined ||
    Number(text) > whole ||
    word(tokens, at + 1) === 'of' ||
    (countedAhead(tokens, at + 1) && word(tokens, at + 1) !== 'stars')
  )
    return 0;
  const average = word(tokens, i - 2) === 'average' || text.includes('.');
  const starred = word(tokens, at + 1).startsWith('star');
  return (slash && (whole === 10 || whole === 5) && (average || starred || Number(text) === whole)) || isMarked(tokens, i) ? at + 1 : 0;
}

const outOf = (tokens: readonly Token[], at: number): number =>
  word(tokens, at) === 'out' && word(tokens, at + 1) === 'of' && near(tokens, at + 2) ? at + 2 : 0;

const FAR = 5;
/** A word for marks stands shortly before the figure, and no other figure between. */
function isMarked(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 1; k >= i - FAR && near(tokens, k + 1); k -= 1) {
    const name = word(tokens, k);
    if (MARKS.has(name)) return true;
    if (digits(tokens, k) !== '' || (name !== 'a' && SMALL.has(name)) || mark(tokens, k) === '.') return false;
  }
  return false;
}

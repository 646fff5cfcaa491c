import { type Token, words } from '../../base';
import { makeExcluded, type Reader } from '../found';
import { digits, glued, isHyphen, isOf, near, word } from '../look';
import { UNITS } from '../units/units';
import { ORDINAL_ENDINGS, ORDINALS, PARTS, SCALES, SMALL } from '../words/numberwords';
import { endsPhrase } from '../words/stopwords';

/** Parts of a year or of a game behind an ordinal: "fourth-quarter loss", "the first half". */
const PERIODS = words('quarter half third');

/** "first", "twenty-third", "4th", "fourth-quarter": a place in an order counts nothing. */
export const ordinalReader: Reader = {
  name: 'ordinal',
  begins: 'any',
  words: [...ORDINALS, ...SMALL.keys(), 'a'],
  behindArticle: [...ORDINALS, ...SMALL.keys()],
  beside: { behind: ORDINAL_ENDINGS },
  read(tokens, i) {
    // "a fourth-quarter loss" is no fourth part.
    const article = word(tokens, i) === 'a';
    const to = ordinalEnd(tokens, article ? i + 1 : i);
    if (article && periodEnd(tokens, to) === to) return null;
    if (to === 0) return null;
    return makeExcluded('ordinal', i, downEnd(tokens, to) || periodEnd(tokens, to), 'ordinal');
  },
};

/** "third-and-10": the index behind the yards to go, or 0. */
function downEnd(tokens: readonly Token[], to: number): number {
  const joined = isHyphen(tokens, to) && word(tokens, to + 1) === 'and' && isHyphen(tokens, to + 2) && glued(tokens, to + 1);
  return joined && digits(tokens, to + 3) !== '' && glued(tokens, to + 3) ? to + 4 : 0;
}

function ordinalEnd(tokens: readonly Token[], i: number): number {
  // "the 80 th floor": a careless blank.
  if (digits(tokens, i) !== '')
    return !isStones(tokens, i) &&
      near(tokens, i + 1) &&
      ORDINAL_ENDINGS.has(glued(tokens, i + 1) ? word(tokens, i + 1) : (tokens[i + 1]?.text ?? ''))
      ? i + 2
      : 0;
  if (isOf(tokens, i, ORDINALS)) return i + 1;
  return isOf(tokens, i, SMALL) ? spelledEnd(tokens, i) : 0;
}

const MOST_WORDS = 8;
/** "twenty-third", "one hundred and first", "two-hundredth": the index behind number words that end with an ordinal, or 0. */
function spelledEnd(tokens: readonly Token[], i: number): number {
  let small = true;
  for (let at = i + 1; at < i + MOST_WORDS && near(tokens, at); at += 1) {
    const name = word(tokens, at);
    if (ORDINALS.has(name)) return closes(tokens, at, name) ? at + 1 : 0;
    // "one one" are two numbers.
    const again = SMALL.has(name);
    if ((again && small) || !(again || SCALES.has(name) || name === 'and' || isHyphen(tokens, at))) return 0;
    small = again;
  }
  return 0;
}

/** What stands before the ordinal at token `i` belongs to it; a scale may also name a part ("one hundredth of a second"). */
function closes(tokens: readonly Token[], i: number, name: string): boolean {
  const hyphen = isHyphen(tokens, i - 1);
  const before = word(tokens, hyphen ? i - 2 : i - 1);
  if (before === 'and') return isOf(tokens, i - 2, SCALES);
  if ((PARTS.get(name) ?? 0) < 100) return hyphen && (SMALL.get(before) ?? 0) >= 20;
  const next = word(tokens, i + 1);
  return next !== '' && near(tokens, i + 1) && !UNITS.has(next) && !endsPhrase(next);
}

/** "12st": no place in an order ends so. */
const isStones = (tokens: readonly Token[], i: number): boolean => {
  const figure = digits(tokens, i);
  return word(tokens, i + 1) === 'st' && glued(tokens, i + 1) && (!figure.endsWith('1') || figure.endsWith('11')) && figure.length < 3;
};

function periodEnd(tokens: readonly Token[], to: number): number {
  const at = isHyphen(tokens, to) && glued(tokens, to + 1) ? to + 1 : to;
  return isOf(tokens, at, PERIODS) ? at + 1 : to;
}

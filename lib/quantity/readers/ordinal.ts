import type { Token } from '../../base';
import { makeExcluded, type Reader } from '../found';
import { digits, glued, isHyphen, near, word, words } from '../look';
import { ORDINALS, SMALL } from '../words/numberwords';

const ENDS = words('st nd rd th');
/** Parts of a year or of a game behind an ordinal: "fourth-quarter loss", "the first half". */
const PERIODS = words('quarter half third');

/** "first", "twenty-third", "4th", "fourth-quarter": a place in an order counts nothing. */
export const ordinalReader: Reader = {
  name: 'ordinal',
  begins: 'any',
  words: [...ORDINALS, ...SMALL.keys(), 'a'],
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
    return near(tokens, i + 1) && ENDS.has(glued(tokens, i + 1) ? word(tokens, i + 1) : (tokens[i + 1]?.text ?? '')) ? i + 2 : 0;
  if (ORDINALS.has(word(tokens, i))) return i + 1;
  const tens = SMALL.get(word(tokens, i)) ?? 0;
  return tens >= 20 && isHyphen(tokens, i + 1) && ORDINALS.has(word(tokens, i + 2)) ? i + 3 : 0;
}

function periodEnd(tokens: readonly Token[], to: number): number {
  const at = isHyphen(tokens, to) && glued(tokens, to + 1) ? to + 1 : to;
  return PERIODS.has(word(tokens, at)) ? at + 1 : to;
}

import { makeExcluded, type Reader } from '../found';
import { ORDINALS, SMALL } from '../numberwords';
import { digits, glued, isHyphen, word } from './look';

/** "first", "twenty-third", "4th": a place in an order counts nothing. */
export const ordinalReader: Reader = {
  name: 'ordinal',
  begins: 'any',
  read(tokens, i) {
    if (digits(tokens, i) !== '')
      return glued(tokens, i + 1) && /^(st|nd|rd|th)$/.test(word(tokens, i + 1)) ? makeExcluded('ordinal', i, i + 2, 'ordinal') : null;
    if (ORDINALS.has(word(tokens, i))) return makeExcluded('ordinal', i, i + 1, 'ordinal');
    const tens = SMALL.get(word(tokens, i)) ?? 0;
    return tens >= 20 && isHyphen(tokens, i + 1) && ORDINALS.has(word(tokens, i + 2)) ? makeExcluded('ordinal', i, i + 3, 'ordinal') : null;
  },
};

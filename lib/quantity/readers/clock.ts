import { makeExcluded, type Reader } from '../found';
import { digits, glued, mark, near, word } from './look';

const HALF_DAY = /^(am|pm|a\.m\.|p\.m\.|a\.m|p\.m)$/;
const ZONE = /^(gmt|utc|ist|est|edt|cet|cest|bst|pst|pdt|cst|hours|hrs|local|o'clock)$/;

/** "16:52", "7:00pm", "8.35 a.m.", "0800 GMT", "8 o'clock", "8:35 hours". */
export const clockReader: Reader = {
  name: 'clock',
  begins: 'number',
  read(tokens, i) {
    const text = digits(tokens, i);
    if (text === '') return null;
    let to = i + 1;
    const colon =
      mark(tokens, to) === ':' && glued(tokens, to) && glued(tokens, to + 1) && /^\d{2}([.,]\d+)?$/.test(digits(tokens, to + 1));
    if (colon) {
      to += 2;
      while (mark(tokens, to) === ':' && glued(tokens, to) && glued(tokens, to + 1) && digits(tokens, to + 1) !== '') to += 2;
    }
    const suffix = near(tokens, to) ? word(tokens, to) : '';
    if (HALF_DAY.test(suffix) && (colon || /^\d{1,2}([.]\d{2})?$/.test(text))) {
      // "am" as a verb never stands behind a number without a blank and a full stop; "7 am" does.
      return makeExcluded('clock', i, to + 1, 'clock');
    }
    if (colon) return makeExcluded('clock', i, ZONE.test(suffix) ? to + 1 : to, 'clock');
    if (suffix === "o'clock") return makeExcluded('clock', i, to + 1, 'clock');
    if (/^([01]\d|2[0-4])[.]?[0-5]\d$/.test(text) && /^(gmt|utc|hrs|ist|est|edt|cet|hours)$/.test(suffix))
      return makeExcluded('clock', i, to + 1, 'clock');
    return null;
  },
};

import { divide } from '@/lib/base';
import { readAmount } from '../amount';
import { readFigure, readFraction } from '../figure';
import { makeFound, type Reader } from '../found';
import { isYearNumber } from './date';
import { digits, word } from './look';
import { rangeFrom } from './range';

/** "a third", "two-thirds", "a quarter". */
export const fractionReader: Reader = {
  name: 'fraction',
  begins: 'word',
  read(tokens, i) {
    const figure = readFraction(tokens, i);
    if (!figure) return null;
    // "a quarter of a million" goes further than "a quarter".
    if ((readFigure(tokens, i)?.to ?? 0) > figure.to) return null;
    // "half a million" and "half the people": the first is a number of its own, the second a part.
    if (word(tokens, i) === 'half' && figure.to === i + 1 && !/^(of|the|its|their|his|her|all)$/.test(word(tokens, i + 1))) return null;
    return makeFound('fraction', i, figure.to, figure.value, figure.grain);
  },
};

/** "one in five", "three out of ten", "2 in every 100". */
export const ratioReader: Reader = {
  name: 'ratio',
  begins: 'any',
  read(tokens, i) {
    const first = readFigure(tokens, i);
    if (!first) return null;
    let at = first.to;
    const link = word(tokens, at);
    if (link === 'out' && word(tokens, at + 1) === 'of') at += 2;
    else if (link === 'in') at += 1;
    else return null;
    const every = word(tokens, at) === 'every';
    if (every) at += 1;
    if (link === 'in' && !every && first.value !== '1') return null;
    const second = readFigure(tokens, at);
    if (!second || second.value === '0' || isYearNumber(digits(tokens, at))) return null;
    const found = makeFound('ratio', i, second.to, divide(first.value, second.value), '0.01');
    return found;
  },
};

/** A number with or without its unit, and a range that it opens: the reader of last resort. */
export const amountReader: Reader = {
  name: 'amount',
  begins: 'any',
  read(tokens, i) {
    const amount = readAmount(tokens, i);
    if (!amount) return null;
    const range = rangeFrom(tokens, i, amount);
    if (range) return range;
    const found = makeFound(amount.spelled ? 'number word' : 'numeral', amount.from, amount.to, amount.value, amount.grain);
    found.unit = amount.unit;
    found.spanFrom = amount.spanFrom;
    found.spanTo = amount.spanTo;
    found.mentionFrom = amount.spanFrom;
    found.mentionTo = amount.spanTo;
    if (amount.unit) found.readers.push('unit');
    if (amount.doubt) found.doubts.push({ kind: 'separator', readings: amount.doubt });
    if (amount.unitDoubt) found.doubts.push({ kind: 'unit', readings: amount.unitDoubt });
    return found;
  },
};

import type { Exact } from '@/lib/base';
import { MONEY_WORDS } from '../currencies';
import { type Found, makeFound, type Reader } from '../found';
import { word } from './look';

/** Lower ends of vague counts, from the table of what words mean. */
const COUNTS: ReadonlyMap<string, Exact> = new Map([
  ['dozens', '24'],
  ['scores', '40'],
  ['hundreds', '200'],
  ['thousands', '2000'],
  ['lakhs', '200000'],
  ['crores', '20000000'],
  ['millions', '2000000'],
  ['billions', '2000000000'],
  ['trillions', '2000000000000'],
]);
const FEW: ReadonlySet<string> = new Set(['several', 'few', 'couple', 'handful']);
const SCALE_OF: ReadonlyMap<string, Exact> = new Map([
  ['dozen', '12'],
  ['hundred', '100'],
  ['thousand', '1000'],
  ['million', '1000000'],
  ['billion', '1000000000'],
]);

/** "dozens", "tens of thousands", "several hundred", "a couple of": an open interval from its least sensible figure. */
export const vagueReader: Reader = {
  name: 'vague',
  begins: 'word',
  read(tokens, i) {
    const first = word(tokens, i);
    const of = word(tokens, i + 1) === 'of';
    const second = COUNTS.get(word(tokens, i + 2));
    if ((first === 'tens' || first === 'hundreds') && of && second) {
      const factor = first === 'tens' ? '0' : '00';
      return withMoney(tokens, open(makeFound('vague', i, i + 3, `${second}${factor}`)));
    }
    const count = COUNTS.get(first);
    // "scores" is also a verb and the plural of a result; only "scores of" counts.
    if (count && (first !== 'scores' || of)) return withMoney(tokens, open(makeFound('vague', i, i + 1, count)));
    const start = first === 'a' ? i + 1 : i;
    const few = word(tokens, start);
    if (!FEW.has(few) || (few !== 'several' && first !== 'a')) return null;
    const scale = SCALE_OF.get(word(tokens, start + 1));
    const value = scale ? `${2n * BigInt(scale)}` : '2';
    if (few === 'few' && !scale && /^(of|more)$/.test(word(tokens, start + 1)) && word(tokens, start + 2) === 'the') return null;
    return withMoney(tokens, open(makeFound(scale ? 'vague' : 'few', i, scale ? start + 2 : start + 1, value)));
  },
};

function open(found: Found): Found {
  found.high = null;
  found.highInclusive = false;
  found.hedge = 'vague';
  return found;
}

function withMoney(tokens: Parameters<Reader['read']>[0], found: Found): Found {
  const at = word(tokens, found.to) === 'of' ? found.to + 1 : found.to;
  const money = MONEY_WORDS.get(word(tokens, at));
  if (!money) return found;
  found.unit = money;
  found.spanTo = at + 1;
  found.mentionTo = at + 1;
  return found;
}

import type { Exact, Token } from '../../base';
import { readFigure } from '../figures/any';
import { type Found, makeFound, type Reader } from '../found';
import { glued, isHyphen, word, words } from '../look';
import { SMALL } from '../words/numberwords';

/** Words that multiply what they speak of. They say how a figure moved, and count nothing themselves. */
const WORDS: ReadonlyMap<string, Exact> = new Map([
  ['twice', '2'],
  ['thrice', '3'],
  ['doubled', '2'],
  ['tripled', '3'],
  ['trebled', '3'],
  ['quadrupled', '4'],
  ['quintupled', '5'],
  ['halved', '0.5'],
]);
const FOLDS: ReadonlyMap<string, Exact> = new Map([...SMALL].map(([name, value]) => [`${name}fold`, String(value)]));

/** "double the number", "triple what it was" */
const NUMBERED: ReadonlyMap<string, Exact> = new Map([
  ['double', '2'],
  ['triple', '3'],
  ['treble', '3'],
  ['quadruple', '4'],
]);
const WHAT_IT_WAS = words('the its their his her that what');
const doubles = (tokens: readonly Token[], i: number, name: string): Found | null =>
  WHAT_IT_WAS.has(word(tokens, i + 1)) ? Object.assign(times(i, i + 1, NUMBERED.get(name) as Exact), { excluded: 'multiple' }) : null;

/** "doubled", "twice", "a threefold rise", "more than 10-fold": unit "times". */
export const multipleReader: Reader = {
  name: 'multiple',
  begins: 'any',
  words: [...NUMBERED.keys(), ...WORDS.keys(), ...FOLDS.keys(), ...SMALL.keys()],
  read(tokens, i) {
    const first = word(tokens, i);
    const value = WORDS.get(first);
    if (NUMBERED.has(first)) return doubles(tokens, i, first);
    if (value !== undefined) return Object.assign(times(i, i + 1, value), { excluded: 'multiple', trend: trendOf(first) });
    const fold = FOLDS.get(first);
    return fold === undefined ? hyphened(tokens, i) : times(i, i + 1, fold);
  },
};

const trendOf = (name: string): Found['trend'] => (name === 'halved' ? 'down' : name.endsWith('ed') ? 'up' : null);

function times(from: number, to: number, value: Exact): Found {
  const found = makeFound('multiple', from, to, value);
  found.unit = 'times';
  return found;
}

/** "ten-fold", "3.5-fold", "10x" */
function hyphened(tokens: readonly Token[], i: number): Found | null {
  if (word(tokens, i + 1) === 'x' && glued(tokens, i + 1) && !glued(tokens, i + 2) && !isHyphen(tokens, i + 2)) {
    const digits = readFigure(tokens, i);
    return digits?.to === i + 1 ? times(i, i + 2, digits.value) : null;
  }
  const at = isHyphen(tokens, i + 1) ? i + 2 : isHyphen(tokens, i + 3) ? i + 4 : 0;
  if (at === 0 || !glued(tokens, at) || word(tokens, at) !== 'fold') return null;
  const figure = readFigure(tokens, i);
  return figure?.to === at - 1 ? times(i, at + 1, figure.value) : null;
}

import { type Exact, type Token, words } from '../../base';
import { readFigure } from '../figures';
import { type Found, makeFound, type Reader } from '../found';
import { glued, isHyphen, isOf, valueAt, word } from '../look';
import { SCALES, SMALL } from '../words/numberwords';

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
const FOLDS: ReadonlyMap<string, Exact> = new Map(
  [...SMALL, ...SCALES].map(([name, value]): [string, Exact] => [`${name}fold`, String(value)]),
);

/** "double the number", "triple what it was" */
const NUMBERED: ReadonlyMap<string, Exact> = new Map([
  ['double', '2'],
  ['triple', '3'],
  ['treble', '3'],
  ['quadruple', '4'],
]);
const WHAT_IT_WAS = words('the its their his her that what');
const doubles = (tokens: readonly Token[], i: number, name: string): Found | null =>
  isOf(tokens, i + 1, WHAT_IT_WAS) ? Object.assign(times(i, i + 1, NUMBERED.get(name) as Exact), { excluded: 'multiple' }) : null;

/** "doubled", "twice", "a threefold rise", "more than 10-fold": unit "times". */
export const multipleReader: Reader = {
  name: 'multiple',
  begins: 'any',
  words: ['a', 'hundred', 'thousand', ...NUMBERED.keys(), ...WORDS.keys(), ...FOLDS.keys(), ...SMALL.keys()],
  behindArticle: [...SCALES.keys()],
  beside: { behind: ['x'], signs: ['hyphen ahead'] },
  read(tokens, i) {
    const first = word(tokens, i);
    const value = WORDS.get(first);
    if (NUMBERED.has(first)) return doubles(tokens, i, first);
    if (value !== undefined) return Object.assign(times(i, i + 1, value), { excluded: 'multiple', trend: trendOf(first) });
    const fold = FOLDS.get(first);
    if (fold !== undefined) return times(i, i + 1, fold);
    return first === 'a' && !isOf(tokens, i + 1, SCALES) ? null : hyphened(tokens, i);
  },
};

const trendOf = (name: string): Found['trend'] => (name === 'halved' ? 'down' : name.endsWith('ed') ? 'up' : null);

function times(from: number, to: number, value: Exact): Found {
  const found = makeFound('multiple', from, to, value);
  found.unit = 'times';
  return found;
}

/** The index of "fold" behind a hyphen and a short number, or 0. */
function foldAt(tokens: readonly Token[], i: number): number {
  for (let at = i + 1; at < i + 4; at += 1)
    if (isHyphen(tokens, at) && word(tokens, at + 1) === 'fold') return glued(tokens, at + 1) ? at + 1 : 0;
  return 0;
}

/** "ten-fold", "3.5-fold", "a hundred-fold", "10x" */
function hyphened(tokens: readonly Token[], i: number): Found | null {
  if (word(tokens, i + 1) === 'x' && glued(tokens, i + 1) && !glued(tokens, i + 2) && !isHyphen(tokens, i + 2)) {
    const digits = readFigure(tokens, i);
    return digits?.to === i + 1 ? times(i, i + 2, digits.value) : null;
  }
  const at = foldAt(tokens, i);
  if (at === 0) return null;
  const scale = at === i + 2 ? valueAt(tokens, i, SCALES) : undefined;
  if (scale !== undefined) return times(i, at + 1, scale);
  const figure = readFigure(tokens, i);
  return figure?.to === at - 1 ? times(i, at + 1, figure.value) : null;
}

import { type Exact, multiply, type Token, WordTable } from '../../base';
import { type Found, makeFound, type Reader } from '../found';
import { valueAt, word } from '../look';
import type { ReaderName } from '../types';
import { MONEY_WORDS } from '../units/currencies';
import { unitAt } from '../units/unitphrase';
import { SCALES } from '../words/numberwords';

/** Lower ends of vague counts, from the table of what words mean. */
const COUNTS: WordTable<Exact> = new WordTable([
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
/** "dozens", "tens of thousands", "several hundred", "a couple of": an open interval from its least sensible figure. */
export const vagueReader: Reader = {
  name: 'vague',
  begins: 'word',
  words: ['a', 'tens', 'several', 'couple', ...COUNTS.keys()],
  behindArticle: FEW,
  read: (tokens, i) => many(tokens, i) ?? few(tokens, i),
};

function many(tokens: readonly Token[], i: number): Found | null {
  const first = word(tokens, i);
  const of = word(tokens, i + 1) === 'of';
  const second = valueAt(tokens, i + 2, COUNTS);
  if (first === 'tens' && of) return withUnit(tokens, second ? open('vague', i, i + 3, `${second}0`) : open('vague', i, i + 1, '20'));
  if (first === 'hundreds' && of && second) return withUnit(tokens, open('vague', i, i + 3, `${second}00`));
  const count = COUNTS.get(first);
  // "scores" is also a verb and the plural of a result; only "scores of" counts.
  if (!count || (first === 'scores' && !of)) return null;
  // "thousands and thousands", "thousands upon thousands" are no more than thousands.
  const again = word(tokens, i + 2) === first && (word(tokens, i + 1) === 'and' || word(tokens, i + 1) === 'upon');
  return withUnit(tokens, open('vague', i, again ? i + 3 : i + 1, count));
}

function few(tokens: readonly Token[], i: number): Found | null {
  const first = word(tokens, i);
  const start = first === 'a' ? i + 1 : i;
  const name = word(tokens, start);
  // "80 kites, give or take a few"
  if (word(tokens, i - 1) === 'take' && word(tokens, i - 2) === 'or') return null;
  if (
    !FEW.has(name) ||
    (name !== 'several' && first !== 'a' && (name !== 'couple' || !scaleAt(tokens, start + (word(tokens, start + 1) === 'of' ? 2 : 1))))
  )
    return null;
  const of = word(tokens, start + 1) === 'of' ? 1 : 0;
  const next = word(tokens, start + 1);
  const scaled = scaleAt(tokens, start + 1 + of);
  if (name === 'few' && !scaled && (next === 'of' || next === 'more') && word(tokens, start + 2) === 'the') return null;
  return withUnit(tokens, scaled ? open('vague', i, scaled.to, multiply(scaled.scale, '2')) : open('few', i, start + 1, '2'));
}

/** "hundred", "hundred thousand", "lakh": the scale behind a vague word. */
function scaleAt(tokens: readonly Token[], at: number): { scale: Exact; to: number } | null {
  let scale: Exact = '1';
  let to = at;
  for (; to < at + 2; to += 1) {
    const next = valueAt(tokens, to, SCALES);
    if (!next) break;
    scale = multiply(scale, next);
  }
  return to > at ? { scale, to } : null;
}

function open(reader: ReaderName, from: number, to: number, value: Exact): Found {
  const found = makeFound(reader, from, to, value);
  found.high = null;
  found.highInclusive = false;
  found.hedge = 'vague';
  return found;
}

/** "tens of millions of dollars", "hundreds of miles". */
function withUnit(tokens: readonly Token[], found: Found): Found {
  const at = word(tokens, found.to) === 'of' ? found.to + 1 : found.to;
  const money = valueAt(tokens, at, MONEY_WORDS);
  const unit = money ? { unit: money, to: at + 1 } : unitAt(tokens, at);
  if (!unit || unit.unit === '%') return found;
  found.unit = unit.unit;
  found.spanTo = unit.to;
  found.mentionTo = unit.to;
  return found;
}

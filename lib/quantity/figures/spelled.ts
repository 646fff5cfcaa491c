import { type Token, WordList, words } from '../../base';
import { behindHyphen, glued, isHyphen, isOf, near, tokenAt, valueAt, word } from '../look';
import { ORDINAL_UNITS, PARTS, PLURAL_SCALES, SCALES, SMALL } from '../words/numberwords';
import { isPlural } from '../words/plural';
import { type Figure, makeFigure, roundGrain } from './figure';

/** A part of a number in words: where it ends, its value, and the scale that its last word stands for (1 where it has none). */
interface Part {
  to: number;
  value: bigint;
  scale: bigint;
}

/** No number in a newspaper has more words. */
const LONGEST = 24;

/** With these behind it, or behind its hyphen, a number word is more than itself: "twenty-two", "two thirds", "three and a half". */
const MORE = new WordList([
  ...[...SMALL.keys(), ...SCALES.keys(), ...PLURAL_SCALES.keys(), ...PARTS.keys(), ...ORDINAL_UNITS.keys()],
  ...['and', 'half', 'quarter', 'gross', 'score'],
]);
/** The number of a word that stands for itself, as most do; null for all others. */
export function singleWord(tokens: readonly Token[], i: number): Figure | null {
  const value = valueAt(tokens, i, SMALL);
  if (value === undefined || isOf(tokens, isHyphen(tokens, i + 1) ? i + 2 : i + 1, MORE)) return null;
  return makeFigure(i + 1, String(value), '1', true);
}

/** Number words up to their scales: "one hundred and sixteen", "nineteen hundred", "a hundred and one", "hundred thousand". */
export function readSpelled(tokens: readonly Token[], i: number): Figure | null {
  const whole = spelledFrom(tokens, i, true);
  // "between two hundred and three hundred": the "and" belongs to the range unless a second one follows.
  if (whole === null || word(tokens, i - 1) !== 'between' || word(tokens, whole.to) === 'and') return whole;
  return spelledFrom(tokens, i, false);
}

function spelledFrom(tokens: readonly Token[], i: number, and: boolean): Figure | null {
  const first = belowThousand(tokens, i, and) ?? bareScale(tokens, i);
  if (first === null) return null;
  let group = withScales(tokens, first);
  let to = group.to;
  let value = group.value;
  const scaled = group.scale > 1n || value >= 100n;
  while (group.scale > 12n && to - i < LONGEST) {
    const next = nextGroup(tokens, to, group.scale, and);
    if (next === null) break;
    group = next;
    to = next.to;
    value += next.value;
  }
  return makeFigure(to, String(value), scaled ? roundGrain(String(value)) : '1', true, scaled);
}

/** "five hundred" behind "two thousand", "and sixteen" behind "one million": a group smaller than the scale before it. */
function nextGroup(tokens: readonly Token[], at: number, limit: bigint, and: boolean): Part | null {
  const comma = tokens[at]?.text === ',' && tokens[at + 1]?.gap === 'space';
  const joined = behindAnd(tokens, at);
  if ((joined > 0 && !and) || !near(tokens, at)) return null;
  const group = belowThousand(tokens, comma ? at + 1 : joined || behindHyphen(tokens, at), and);
  const whole = group && withScales(tokens, group);
  // "one thousand, five" are two numbers.
  return whole && whole.value > 0n && whole.value < limit && !(comma && whole.value < 100n) ? whole : null;
}

/** "three thousand million": scale words behind one group multiply. */
function withScales(tokens: readonly Token[], group: Part): Part {
  let { to, value, scale } = group;
  for (let step = 0; step < 3 && value > 0n; step += 1) {
    const at = behindHyphen(tokens, to);
    const lower = near(tokens, at) ? word(tokens, at) : '';
    const factor = SCALES.get(lower) ?? PLURAL_SCALES.get(lower) ?? oldScale(tokens, at);
    if (factor === undefined) break;
    value *= BigInt(factor);
    scale *= BigInt(factor);
    to = at + 1;
  }
  return { to, value, scale };
}

/** "a gross of pencils", "three score ships": words that are scales only before what they count; a score is also a result. */
function oldScale(tokens: readonly Token[], i: number): string | undefined {
  const name = word(tokens, i);
  const of = word(tokens, i + 1) === 'of';
  if (name === 'gross') return of ? '144' : undefined;
  return name === 'score' && isPlural(word(tokens, of ? i + 2 : i + 1)) ? '20' : undefined;
}

/** The index behind "and" or "-and-"; 0 where none stands. */
export function behindAnd(tokens: readonly Token[], i: number): number {
  if (word(tokens, i) === 'and') return near(tokens, i + 1) ? i + 1 : 0;
  return isHyphen(tokens, i) && word(tokens, i + 1) === 'and' && isHyphen(tokens, i + 2) && glued(tokens, i + 2) ? i + 3 : 0;
}

/** "hundred thousand", "another dozen": a scale word alone counts one before another number and behind "another", but not behind "per". */
function bareScale(tokens: readonly Token[], i: number): Part | null {
  const scale = valueAt(tokens, i, SCALES);
  if (scale !== undefined && isOne(tokens, i, scale)) return { to: i + 1, value: BigInt(scale), scale: BigInt(scale) };
  if (
    scale === undefined ||
    scale === '12' ||
    !near(tokens, i + 1) ||
    isOf(tokens, i - 1, NO_ONE) ||
    tokenAt(tokens, i - 1)?.kind === 'number'
  )
    return null;
  const next = word(tokens, behindAnd(tokens, i + 1) || i + 1);
  // "a good hundred percent", "hundred per cent"
  if (next === 'percent' || (next === 'per' && word(tokens, i + 2) === 'cent'))
    return { to: i + 1, value: BigInt(scale), scale: BigInt(scale) };
  const larger = SCALES.get(next);
  if (larger === undefined ? !SMALL.has(next) : larger.length <= scale.length || next === 'dozen') return null;
  return { to: i + 1, value: BigInt(scale), scale: BigInt(scale) };
}
/** "another dozen people", "the first hundred days", "the dozen or so guests": behind these a scale word alone counts one. */
function isOne(tokens: readonly Token[], i: number, scale: string): boolean {
  const before = word(tokens, i - 1);
  if (ONE_MORE.has(before) || (STRETCHED.has(before) && word(tokens, i - 2) === 'a')) return true;
  return scale === '12' && THESE.has(before) && word(tokens, i - 2) !== 'by';
}
/** "a good dozen", "a cool million" */
const STRETCHED = words('good full round cool whole mere staggering whopping record');
const THESE = words('the these those their its');
const ONE_MORE = words('another further extra additional first last next past every');
const NO_ONE = words('per the several few many some hundred thousand million billion');

/** "seven", "twenty-two", "four hundred and five", "nineteen hundred". */
function belowThousand(tokens: readonly Token[], i: number, and: boolean): Part | null {
  const head = belowHundred(tokens, i);
  if (head === null || head.value === 0n) return head;
  const at = behindHyphen(tokens, head.to);
  if (word(tokens, at) !== 'hundred' || !near(tokens, at)) return head;
  const hundreds = { to: at + 1, value: head.value * 100n, scale: 1n };
  const joined = behindAnd(tokens, hundreds.to);
  if ((joined > 0 && !and) || !near(tokens, hundreds.to)) return hundreds;
  const rest = belowHundred(tokens, joined || behindHyphen(tokens, hundreds.to));
  // "two hundred and three hundred" are two numbers.
  if (rest === null || rest.value === 0n || word(tokens, rest.to) === 'hundred') return hundreds;
  return { to: rest.to, value: hundreds.value + rest.value, scale: 1n };
}

const isScale = (tokens: readonly Token[], i: number): boolean => isOf(tokens, i, SCALES) || oldScale(tokens, i) !== undefined;
function belowHundred(tokens: readonly Token[], i: number): Part | null {
  const lower = word(tokens, i);
  if ((lower === 'a' || lower === 'an') && isScale(tokens, i + 1) && !glued(tokens, i + 1)) return { to: i + 1, value: 1n, scale: 1n };
  const first = valueAt(tokens, i, SMALL);
  if (first === undefined) return null;
  return (first >= 20 ? withUnit(tokens, i + 1, first) : spoken(tokens, i, first)) ?? { to: i + 1, value: BigInt(first), scale: 1n };
}

/** "-two" behind tens, with blanks on both sides of the hyphen, on none, or by carelessness behind it. */
function withUnit(tokens: readonly Token[], i: number, tens: number): Part | null {
  const at = isHyphen(tokens, i) && (glued(tokens, i) || !glued(tokens, i + 1)) ? i + 1 : i;
  const unit = near(tokens, at) ? (valueAt(tokens, at, SMALL) ?? 0) : 0;
  return unit > 0 && unit < 10 ? { to: at + 1, value: BigInt(tens + unit), scale: 1n } : null;
}

/** "one twenty two" is 122, as it is spoken. */
function spoken(tokens: readonly Token[], i: number, first: number): Part | null {
  if (first === 0 || first > 9 || tokens[i + 1]?.gap !== 'space' || tokens[i + 2]?.gap !== 'space') return null;
  const tens = valueAt(tokens, i + 1, SMALL) ?? 0;
  const unit = valueAt(tokens, i + 2, SMALL) ?? 0;
  return tens >= 20 && unit > 0 && unit < 10 ? { to: i + 3, value: BigInt(first * 100 + tens + unit), scale: 1n } : null;
}

import { add, compare, divide, type Token, WordList, words } from '../../base';
import { closesPhrase } from '../closes';
import { digits, glued, isHyphen, isOf, near, valueAt, word } from '../look';
import { UNITS } from '../units/units';
import { PARTS, SCALES, SMALL } from '../words/numberwords';
import { looksPast } from '../words/stopwords';
import { readDigitFigure, readPointFigure, readPrice } from './digits';
import { changed, type Figure, makeFigure } from './figure';
import { partOfScale, readFraction, wholeAndParts, withPartBehind } from './fraction';
import { scaledFigure } from './scale';
import { readSpelled, singleWord } from './spelled';

export { FAMOUS_DAYS } from './digits';
export type { Figure } from './figure';
export { makeFigure, roundGrain } from './figure';
export { partBehind } from './fraction';
export { isYearNumber, readDigits } from './numeral';
export { endlessEnd } from './power';
export { readDigitFigure, scaledFigure };

/** "a" and "an" are the commonest words of all, and open a number only before these. */
export const BEHIND_ARTICLE = new WordList([...SCALES.keys(), ...PARTS.keys(), ...SMALL.keys(), ...'half quarter gross score'.split(' ')]);
export const opensNothing = (tokens: readonly Token[], i: number): boolean => {
  const first = tokens[i]?.lower;
  return (first === 'a' || first === 'an') && !isOf(tokens, i + 1, BEHIND_ARTICLE);
};

/** Reads one number that begins at token `i`; null where none does. `money` lets "m", "k" and "b" stand for their scale. */
export function readFigure(tokens: readonly Token[], i: number, money = false): Figure | null {
  const first = tokens[i];
  if (!first) return null;
  if (first.kind === 'number') return finished(tokens, i, money ? readPrice(tokens, i) : readDigitFigure(tokens, i), money);
  if (first.kind === 'mark') return finished(tokens, i, readPointFigure(tokens, i), money);
  if (first.lower === 'point')
    return finished(
      tokens,
      i,
      first.text === 'point' && mayOpen(tokens, i) ? pointAt(tokens, i, makeFigure(i, '0', '1', true)) : null,
      money,
    );
  const single = singleWord(tokens, i);
  return single ? finished(tokens, i, single, money) : (partOfScale(tokens, i) ?? finished(tokens, i, readSpelled(tokens, i), money));
}

const PART_OF = words('of the its their his her all');
const OPENS_PART: ReadonlySet<string> = new Set(['a', 'an', 'half', 'hundred', 'thousand', ...SMALL.keys()]);

/** "a third", "two thirds", "half": a part of a whole that goes further than the number it begins with ("half a million" is a number). */
export function readPart(tokens: readonly Token[], i: number): Figure | null {
  const first = word(tokens, i);
  if (!OPENS_PART.has(first) || singleWord(tokens, i)) return null;
  const part = readFraction(tokens, i);
  if (!part || (readFigure(tokens, i)?.to ?? 0) >= part.to) return null;
  return first === 'half' && part.to === i + 1 && !isHalf(tokens, i) ? null : part;
}

/** "half of", "more than half voted": half of something that was named, and no half of a game. */
function isHalf(tokens: readonly Token[], i: number): boolean {
  const next = word(tokens, i + 1);
  // "the half-mile walk", but "half-year results"
  if (isHyphen(tokens, i + 1) && glued(tokens, i + 1)) return isOf(tokens, i + 2, UNITS) && !isOf(tokens, i + 2, PERIODS);
  if (PART_OF.has(next) || next === 'percent') return true;
  if (!isOf(tokens, i - 1, BEFORE_HALF) || next === 'a' || next === 'an') return false;
  return closesPhrase(tokens, i + 1) || looksPast(next);
}
const PERIODS = words('day week month year decade century time second life point points');
const BEFORE_HALF = words('than nearly almost about around over under least roughly approximately');

/** A whole number with what stands behind it: decimals in words, parts, scales. */
function finished(tokens: readonly Token[], i: number, base: Figure | null, money: boolean): Figure | null {
  if (base === null) return null;
  const next = word(tokens, base.to);
  const pointed = next === 'point' ? (pointAt(tokens, base.to, base) ?? base) : base;
  const parted = next === 'and' || next === '' ? withPart(tokens, pointed) : (wholeAndParts(tokens, pointed, i) ?? pointed);
  return overAt(tokens, parted) ?? scaledFigure(tokens, parted, money);
}

/** "three and a quarter", and behind a scale word a part of that scale: "one million and a half". */
function withPart(tokens: readonly Token[], figure: Figure): Figure {
  if (figure.value.includes('.')) return figure;
  const scale = figure.scaled && figure.spelled ? (valueAt(tokens, figure.to - 1, SCALES) ?? '1') : '1';
  return withPartBehind(tokens, figure, scale === '100' ? '1' : scale) ?? figure;
}

/** "point five", "two point two", "nought point zero three", "1 point 1": decimals behind "point", digit by digit. */
function pointAt(tokens: readonly Token[], i: number, whole: Figure): Figure | null {
  if (whole.value.includes('.') || !near(tokens, i + 1)) return null;
  const [decimals, to] = decimalsAt(tokens, i + 1);
  if (decimals === '' || (!whole.spelled && decimals.length > 2)) return null;
  const value = add(whole.value, `0.${decimals}`);
  return changed(whole, to, value, `0.${'0'.repeat(decimals.length - 1)}1`);
}

function decimalsAt(tokens: readonly Token[], i: number): [decimals: string, to: number] {
  const run = digits(tokens, i);
  if (run !== '') return /^\d{1,6}$/.test(run) ? [run, i + 1] : ['', i];
  let [decimals, to] = ['', i];
  for (; to < i + 8 && near(tokens, to); to += 1) {
    const name = word(tokens, to);
    const digit = name === 'oh' ? 0 : (SMALL.get(name) ?? 10);
    if (digit > 9) break;
    decimals += String(digit);
  }
  return decimals === '' ? spelledDecimals(tokens, i) : [decimals, to];
}

/** "point twenty-five" */
function spelledDecimals(tokens: readonly Token[], i: number): [decimals: string, to: number] {
  const figure = isOf(tokens, i, SMALL) ? readSpelled(tokens, i) : null;
  return figure && !figure.scaled ? [figure.value, figure.to] : ['', i];
}

/** "at that point five men left": only at the start of a text or behind these words does "point" open a figure. */
const OPENS_POINT = words('by of about is was were to nearly almost only just minus negative than over under around');
const mayOpen = (tokens: readonly Token[], i: number): boolean => tokens[i]?.gap === 'block' || isOf(tokens, i - 1, OPENS_POINT);

/** "one over three", "20 over 7": a part, where nothing is counted behind it. "120 over 80" is a blood pressure, which is two figures. */
function overAt(tokens: readonly Token[], above: Figure): Figure | null {
  if (word(tokens, above.to) !== 'over' || !near(tokens, above.to + 1) || above.value === '0') return null;
  const below = tokens[above.to + 1]?.kind === 'number' ? readDigitFigure(tokens, above.to + 1) : readSpelled(tokens, above.to + 1);
  const proper = below !== null && compare(above.value, below.value) < 0;
  if (
    !below ||
    (above.scaled && !proper) ||
    below.value === '0' ||
    below.value === '1' ||
    (near(tokens, below.to) && word(tokens, below.to) !== '') ||
    glued(tokens, below.to + 1)
  )
    return null;
  if (isPressure(above.value) && isPressure(below.value) && !proper) return null;
  return changed(above, below.to, divide(above.value, below.value), divide('1', below.value));
}

/** Each of the two figures of a blood pressure, "120 over 80". */
export const isPressure = (figure: string): boolean => PRESSURE.test(figure);
const PRESSURE = /^\d{2,3}$/;

import { add, compare, divide, type Exact, multiply, type Token, words } from '../../base';
import { closesPhrase } from '../closes';
import { behindHyphen, glued, inHyphen, isHyphen, isOf, near, valueAt, word } from '../look';
import { UNITS } from '../units/units';
import { ORDINAL_UNITS, PARTS, SCALES, SMALL } from '../words/numberwords';
import { slashFraction } from './digits';
import { changed, type Figure, makeFigure, roundGrain } from './figure';
import { behindAnd, readSpelled } from './spelled';

/** "a third", "two thirds", "three-quarters", "twenty-three fifths": null where no part of a whole stands. */
export function readFraction(tokens: readonly Token[], i: number): Figure | null {
  if (word(tokens, i) === 'half') return makeFigure(i + 1, '0.5', '0.5', true);
  const tiny = tinyPart(tokens, i);
  if (tiny) return tiny;
  const count = numerator(tokens, i);
  const part = count && partAt(tokens, count.to, count.value === '1');
  if (!count || !part || isSpan(tokens, i, part.to, count.value)) return null;
  const one = word(tokens, i) === 'one' || part.parts === 2 || word(tokens, part.to - 1) === 'quarter' || part.parts > 10;
  // "a third team" names a place in an order; only what stands around it makes it a part.
  if (part.single && !isShare(tokens, i, part.to) && !(one && endsHere(tokens, part.to, part.parts))) return null;
  return makeFigure(part.to, divide(count.value, String(part.parts)), divide('1', String(part.parts)), true);
}

/** "nearly a third", "between a fifth and a quarter" */
const BEFORE_PART = words('between from than nearly almost about around over under least roughly');
/** "by a tenth", "down a third": where nothing is counted behind them. */
const BEFORE_CHANGE = words(
  'by up down fell rose fall rise drop dropped cut slashed lost shed gained another own owns owned hold holds held',
);
/** "a third of", "a third to a half", "a third as many", "a fifth more", "a tenth the size" */
const BEHIND_PART = words('of to as the what have are were more less fewer larger smaller bigger higher lower cheaper');
const SECOND = words('and to or');

/** What stands around "a fifth" from token `i` on says that it is a part. */
function isShare(tokens: readonly Token[], i: number, to: number): boolean {
  const before = word(tokens, i - 1);
  if (isOf(tokens, to, BEHIND_PART) || BEFORE_PART.has(before)) return true;
  const second = SECOND.has(before) && isOf(tokens, i - 2, PARTS);
  return (second || BEFORE_CHANGE.has(before)) && closesPhrase(tokens, to);
}

/** "one hundred thousandth", "a ten-thousandth", "six hundred-thousandths": ten or a hundred before the name of a small part belongs to it. */
function tinyPart(tokens: readonly Token[], i: number): Figure | null {
  const first = word(tokens, i);
  const count = first === 'a' ? 1 : (SMALL.get(first) ?? 0);
  const factor = word(tokens, i + 1) === 'ten' ? 10 : word(tokens, i + 1) === 'hundred' ? 100 : 0;
  if (count === 0 || factor === 0) return null;
  const at = isHyphen(tokens, i + 2) && glued(tokens, i + 2) ? i + 3 : i + 2;
  const name = word(tokens, at);
  const parts = PARTS.get(name) ?? 0;
  if (parts < 1000 || (name.endsWith('s') ? at === i + 2 : count !== 1)) return null;
  const whole = String(factor * parts);
  return makeFigure(at + 1, divide(String(count), whole), divide('1', whole), true);
}

const SPANS = words('last past next first previous final opening for straight consecutive');
/** "two quarters", "the last three quarters of 2020", "two halves": spans of a year or of a game, where no others are that often parts. */
function isSpan(tokens: readonly Token[], i: number, to: number, count: Exact): boolean {
  const name = word(tokens, to - 1);
  if (name === 'halves') return count === '2';
  return name === 'quarters' && (isOf(tokens, i - 1, SPANS) || (count !== '3' && word(tokens, to) !== 'of' && !isHyphen(tokens, to - 2)));
}

/** "a twentieth anniversary" is a place in an order; "one third" may stand before what it is a part of, "a hundredth" before a unit. */
const endsHere = (tokens: readonly Token[], i: number, parts: number): boolean =>
  parts <= 10 || closesPhrase(tokens, i) || (parts >= 100 && isOf(tokens, i, UNITS));

function numerator(tokens: readonly Token[], i: number): Figure | null {
  const first = word(tokens, i);
  if ((first === 'a' || first === 'an') && !isOf(tokens, i + 1, SCALES)) return makeFigure(i + 1, '1');
  const count = readSpelled(tokens, i) ?? bareNumerator(tokens, i);
  return count === null || count.value === '0' ? null : beforeDenominator(tokens, count, i);
}

/** "hundred trillionths" */
function bareNumerator(tokens: readonly Token[], i: number): Figure | null {
  const scale = valueAt(tokens, i, SCALES);
  const name = word(tokens, i + 1);
  return scale !== undefined && name.endsWith('ths') && (PARTS.get(name) ?? 0) >= 1000 ? makeFigure(i + 1, scale, '1', true) : null;
}

/** "one hundred twenty-fifths": tens that a hyphen joins to the name of the parts belong to it and not to their number. */
function beforeDenominator(tokens: readonly Token[], count: Figure, i: number): Figure {
  const tens = count.to - 1;
  const joined = inHyphen(tokens, count.to);
  const value = joined && tens > i ? (valueAt(tokens, tens, SMALL) ?? 0) : 0;
  if (value < 20 || word(tokens, tens - 1) === 'and' || !isOf(tokens, count.to + 1, ORDINAL_UNITS)) return count;
  return { ...count, to: tens, value: add(count.value, `-${value}`) };
}

/** A part of a whole, and how many of them make it: "thirds", "twenty-firsts". `one` allows the singular. */
function partAt(tokens: readonly Token[], i: number, one: boolean): { to: number; parts: number; single: boolean } | null {
  // Hyphens stand with blanks on both sides or on none.
  const at = isHyphen(tokens, i) && tokens[i]?.gap === tokens[i + 1]?.gap ? i + 1 : i;
  if (!near(tokens, at)) return null;
  const name = word(tokens, at);
  if (name === 'one') return oneOf(tokens, behindHyphen(tokens, at + 1));
  const parts = PARTS.get(name);
  const single = !name.endsWith('s');
  // "two and three quarter million", "a three-quarter-mile walk"
  const next = behindHyphen(tokens, at + 1);
  const plain = single && name === 'quarter' && (isOf(tokens, next, SCALES) || isOf(tokens, next, UNITS));
  if (parts !== undefined) return single && !one && !plain ? null : { to: at + 1, parts, single };
  const tens = SMALL.get(name) ?? 0;
  const last = isHyphen(tokens, at + 1) && glued(tokens, at + 1) ? at + 2 : at + 1;
  const unit = tens >= 20 ? valueAt(tokens, last, ORDINAL_UNITS) : undefined;
  const alone = !word(tokens, last).endsWith('s');
  return unit === undefined || (alone && !one) ? null : { to: last + 1, parts: tens + unit, single: alone };
}

/** "three one-hundredths" */
function oneOf(tokens: readonly Token[], i: number): { to: number; parts: number; single: boolean } | null {
  const name = word(tokens, i);
  const parts = PARTS.get(name) ?? 0;
  return parts >= 100 && name.endsWith('ths') ? { to: i + 1, parts, single: false } : null;
}

/** "and a half", "and three eighths" behind a whole number; null where none stands. */
export function partBehind(tokens: readonly Token[], i: number): Figure | null {
  const at = behindAnd(tokens, i);
  if (at === 0) return null;
  const first = word(tokens, at);
  const end = isHyphen(tokens, at + 1) && glued(tokens, at + 1) ? at + 2 : at + 1;
  if ((first === 'a' || first === 'one') && word(tokens, end) === 'half') return makeFigure(end + 1, '0.5', '0.5', true);
  if (first === '') return properSlash(tokens, at);
  if (first === 'half' && word(tokens, i) === 'and') return makeFigure(at + 1, '0.5', '0.5', true);
  const count = SMALL.has(first) || first === 'a' || first === 'an' ? numerator(tokens, at) : null;
  const part = count && partAt(tokens, count.to, count.value === '1');
  if (!count || !part || (part.single && !isPart(tokens, part.to, part.parts))) return null;
  const value = divide(count.value, String(part.parts));
  return value.startsWith('0') ? makeFigure(part.to, value, divide('1', String(part.parts)), true) : null;
}

/** "one and 3/4" */
function properSlash(tokens: readonly Token[], i: number): Figure | null {
  const part = slashFraction(tokens, i);
  return part?.value.startsWith('0') ? part : null;
}

/** "came third and a fourth was hurt": a noun or verb behind "a fourth" makes it a place in an order; "a quarter" needs no proof. */
const isPart = (tokens: readonly Token[], i: number, parts: number): boolean =>
  (parts === 4 && word(tokens, i - 1) === 'quarter') ||
  !near(tokens, i) ||
  word(tokens, i) === '' ||
  word(tokens, i) === 'of' ||
  word(tokens, i) === 'according' ||
  isOf(tokens, i, SCALES) ||
  isSeveral(word(tokens, i));

/** "thirty and a third percent", "two and a third miles" */
const isSeveral = (name: string): boolean => name === 'percent' || (UNITS.has(name) && (name.endsWith('s') || name === 'feet'));

/** "and a half" behind a figure: half of its last scale, or of a smaller one that follows ("three billion and a half million"). */
export function withPartBehind(tokens: readonly Token[], figure: Figure, scale: Exact): Figure | null {
  const part = partBehind(tokens, figure.to);
  if (!part) return null;
  const own = near(tokens, part.to) ? valueAt(tokens, part.to, SCALES) : undefined;
  const of = own !== undefined && compare(own, scale) < 0 ? own : scale;
  const to = of === own ? part.to + 1 : part.to;
  return changed(figure, to, add(figure.value, multiply(part.value, of)), multiply(part.grain, of));
}

/**
 * "six hundred and forty-one hundredths", "two million and three quarters": behind "and" the parts of a whole, before it whole ones.
 * Of so many parts that they make a whole, all the number before them is the count: "one hundred and twenty eighths".
 */
export function wholeAndParts(tokens: readonly Token[], figure: Figure, i: number): Figure | null {
  const part = figure.spelled ? partAt(tokens, figure.to, false) : null;
  if (!part) return null;
  for (let k = figure.to - 1; k > i && k > figure.to - 6; k -= 1) {
    if (word(tokens, k) !== 'and') continue;
    const above = readSpelled(tokens, k + 1);
    if (!above || above.to !== figure.to) return null;
    const parts = String(part.parts);
    const grain = divide('1', parts);
    if (compare(above.value, parts) >= 0) return changed(figure, part.to, divide(figure.value, parts), grain);
    const scale = valueAt(tokens, k - 1, SCALES) ?? '1';
    const share = multiply(divide(above.value, parts), scale.length > 3 ? scale : '1');
    return changed(figure, part.to, add(figure.value, `-${above.value}`, share), grain);
  }
  return null;
}

/** "half a million", "a quarter of a million", "three quarters of a billion": parts of a scale word. */
export function partOfScale(tokens: readonly Token[], i: number): Figure | null {
  const part = openingPart(tokens, i);
  if (!part) return null;
  const of = word(tokens, part.to) === 'of' ? part.to + 1 : behindHyphen(tokens, part.to);
  const at = word(tokens, of) === 'a' ? behindHyphen(tokens, of + 1) : of;
  const scale = near(tokens, at) ? valueAt(tokens, at, SCALES) : undefined;
  if (scale === undefined || (scale === '100' && at === of)) return null;
  const value = multiply(part.value, scale);
  return makeFigure(at + 1, value, roundGrain(value), true, true);
}

/** "half", "a quarter", "three quarters", "two thirds" at the head of such a figure. */
function openingPart(tokens: readonly Token[], i: number): { to: number; value: Exact } | null {
  const first = word(tokens, i);
  if (first === 'half' || first === 'quarter') return { to: i + 1, value: first === 'half' ? '0.5' : '0.25' };
  const article = first === 'a' || first === 'an';
  if (article && (word(tokens, i + 1) === 'half' || word(tokens, i + 1) === 'quarter')) return openingPart(tokens, i + 1);
  const count = article ? 1 : (SMALL.get(first) ?? 0);
  const part = count > 0 && count < 10 ? partAt(tokens, i + 1, count === 1) : null;
  return part && { to: part.to, value: divide(String(count), String(part.parts)) };
}

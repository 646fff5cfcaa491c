import { add, type Token, WordList, words } from '../../base';
import { type Amount, readAmount } from '../amounts/amount';
import { withParts } from '../amounts/compound';
import { hundredthsBehind } from '../amounts/hundredths';
import { moneyBehind, OPENS_NATION } from '../amounts/money';
import { changed, makeAmount } from '../amounts/types';
import { makeFigure, partBehind } from '../figures';
import { type Found, makeFound, type Reader } from '../found';
import { HYPHENS, isHyphen, isOf, mark, word } from '../look';
import { MONEY_WORDS } from '../units/currencies';
import { unitAt } from '../units/unitphrase';
import { DURATIONS, OPENS_UNIT, UNITS, type UnitFound } from '../units/units';
import { SCALES, SHORT_SCALES } from '../words/numberwords';
import { isOld } from './age';

/** What one of may be counted: the first words of units and of money. */
const MEASURES = new WordList([
  ...UNITS.keys(),
  ...OPENS_UNIT,
  ...MONEY_WORDS.keys(),
  ...OPENS_NATION,
  'square',
  'cubic',
  'sq',
  'cu',
  'pound',
]);
const HEDGES = words('than nearly almost least about around over under');

/**
 * "more than a month", "nearly a mile", "half an hour", "a day or two", "a mile and a half", "a dollar and 20 cents": the article counts one
 * when a hedge or a part says so.
 */
export const articleReader: Reader = {
  name: 'article',
  begins: 'word',
  words: ['a', 'an'],
  behindArticle: [...MEASURES, ...HYPHENS],
  read(tokens, i) {
    if (!isOf(tokens, isHyphen(tokens, i + 1) ? i + 2 : i + 1, MEASURES)) return null;
    const money = moneyBehind(tokens, makeFigure(i + 1, '1'));
    const unit = money ?? unitAt(tokens, i + 1);
    if (!unit || (tokens[i + 1]?.gap === 'none' && tokens[i + 1]?.kind !== 'mark')) return null;
    const more = (money ? hundredthsBehind(tokens, unit.to, '1') : null) ?? andPart(tokens, unit.to);
    if (more) return orAge(tokens, withUnit(makeFound('amount', i, i + 1, more.value), i, more.to, unit.unit, false));
    const whole = money ? null : withParts(tokens, oneOf(i, unit), (at) => readAmount(tokens, at));
    if (whole && whole.unit !== unit.unit)
      return Object.assign(
        withUnit(makeFound('amount', i, whole.to, whole.value, whole.grain), i, whole.spanTo, whole.unit as string, false),
        {
          parts: whole.parts,
        },
      );
    const or = word(tokens, unit.to) === 'or' && word(tokens, unit.to + 1) === 'two';
    const half = halfBefore(tokens, i);
    // "a year old", but "a year-old boy" has its article for the boy.
    if (half < 0 && word(tokens, unit.to) === 'old') {
      const one = withUnit(makeFound('amount', i, i + 1, '1'), i, unit.to, unit.unit, false);
      if (isOld(tokens, one)) return one;
    }
    if (!or && half < 0 && (unit.unit === '%' || !isHedged(tokens, i, unit.unit) || isTimeCompared(tokens, i, unit.to))) return null;
    const found = makeFound('article', i, i + 1, half >= 0 ? '0.5' : '1');
    return orAge(tokens, withUnit(found, half < 0 ? i : half, or ? unit.to + 2 : unit.to, unit.unit, or));
  },
};

const orAge = (tokens: readonly Token[], found: Found): Found => {
  isOld(tokens, found);
  return found;
};

/** "an hour", as an amount that parts may follow. */
const oneOf = (i: number, { unit, to }: UnitFound): Amount => changed(makeAmount(i, i + 1, '1', '1'), { unit, spanTo: to, spelled: true });

/** The index of "half" in "half an hour" and "half-an-hour"; −1 where none stands. */
function halfBefore(tokens: readonly Token[], i: number): number {
  const at = isHyphen(tokens, i - 1) ? i - 2 : i - 1;
  return word(tokens, at) === 'half' ? at : -1;
}

/** "and a half" behind one unit. */
function andPart(tokens: readonly Token[], i: number): { to: number; value: string } | null {
  const part = partBehind(tokens, i);
  return part && { to: part.to, value: add('1', part.value) };
}

function isHedged(tokens: readonly Token[], i: number, unit: string): boolean {
  const before = word(tokens, i - 1);
  // "half an hour to an hour"
  if (before === 'to' && isOf(tokens, i - 2, UNITS)) return true;
  if (!HEDGES.has(before)) return false;
  return !(before === 'about' && !DURATIONS.has(unit)) && !(before === 'over' && word(tokens, i - 2) === 'and');
}

const LATER = words('ago earlier before');
/** "£3bn less than a year earlier", "higher than a year ago" compare with another time; "left more than a year ago" tells how long. */
function isTimeCompared(tokens: readonly Token[], i: number, to: number): boolean {
  if (word(tokens, i - 1) !== 'than' || !isOf(tokens, to, LATER)) return false;
  const than = word(tokens, i - 2);
  return (than !== 'more' && than !== 'less') || mark(tokens, i - 3) === '%' || isMeasure(word(tokens, i - 3));
}
const isMeasure = (lower: string): boolean => UNITS.has(lower) || SCALES.has(lower) || SHORT_SCALES.has(lower) || MONEY_WORDS.has(lower);

const withUnit = (found: Found, from: number, to: number, unit: string, orTwo: boolean): Found =>
  Object.assign(found, orTwo ? { high: '2', hedge: 'between', to } : {}, {
    unit,
    spanFrom: from,
    spanTo: to,
    mentionFrom: from,
    mentionTo: to,
  });

import { multiply, type Token } from '../../base';
import type { Amount } from '../amounts/amount';
import { moneyBehind } from '../amounts/money';
import { rangeFrom } from '../amounts/range';
import { makeFigure, roundGrain } from '../figures';
import { type Found, makeFound } from '../found';
import { tokenAt, valueAt, word } from '../look';
import { unitAt } from '../units/unitphrase';
import { SCALES } from '../words/numberwords';
import { isOld } from './age';

/** "a third", "two-thirds of an inch", "half of one percent", "between a quarter and a third": what a part in words at token `i` makes. */
export function fractionFrom(tokens: readonly Token[], i: number, amount: Amount): Found {
  const range = amount.unit === null ? rangeFrom(tokens, i, amount) : null;
  return range ? Object.assign(range, { readers: ['fraction', ...range.readers] }) : partOf(tokens, amount);
}

/** The fraction alone, with the unit behind it or behind "of a"; "1/3 of a million dollars" is a number. */
export function partOf(tokens: readonly Token[], amount: Amount): Found {
  const scaled = amount.unit === null ? ofScale(tokens, amount) : null;
  if (scaled) return scaled;
  const found = makeFound('fraction', amount.from, amount.to, amount.value, amount.grain);
  const unit = amount.unit === null ? unitOfWhole(tokens, amount.to) : { unit: amount.unit, to: amount.spanTo };
  if (unit) {
    Object.assign(found, { unit: unit.unit, spanTo: unit.to, mentionTo: unit.to });
    isOld(tokens, found);
  }
  return found;
}

const ONE: ReadonlySet<string> = new Set(['a', 'an', 'one', '1']);

/** "of a million", "of a billion euros" */
function ofScale(tokens: readonly Token[], { from, to, value, spelled }: Amount): Found | null {
  const scale = word(tokens, to) === 'of' && word(tokens, to + 1) === 'a' ? valueAt(tokens, to + 2, SCALES) : undefined;
  if (scale === undefined || scale.length < 4) return null;
  const whole = multiply(value, scale);
  const unit = moneyBehind(tokens, makeFigure(to + 3, whole, '1', false, true)) ?? unitAt(tokens, to + 3);
  const found = makeFound(spelled ? 'number word' : 'numeral', from, to + 3, whole, roundGrain(whole));
  return unit ? Object.assign(found, { unit: unit.unit, spanTo: unit.to, mentionTo: unit.to }) : found;
}

/** "of a mile", "of a cent", "of one percent", "of a second" */
function unitOfWhole(tokens: readonly Token[], i: number): { unit: string; to: number } | null {
  if (word(tokens, i) !== 'of' || !ONE.has(tokenAt(tokens, i + 1)?.lower ?? '')) return null;
  return word(tokens, i + 2) === 'second'
    ? { unit: 'second', to: i + 3 }
    : (moneyBehind(tokens, makeFigure(i + 2, '1')) ?? unitAt(tokens, i + 2));
}

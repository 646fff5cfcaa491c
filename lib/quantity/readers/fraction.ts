import type { Token } from '../../base';
import type { Amount } from '../amounts/amount';
import { rangeFrom } from '../amounts/range';
import { type Found, makeFound } from '../found';
import { word } from '../look';
import { unitAt } from '../units/unitphrase';

/** "a third", "two-thirds of an inch", "half of one percent", "between a quarter and a third": what a part in words at token `i` makes. */
export function fractionFrom(tokens: readonly Token[], i: number, amount: Amount): Found {
  const range = amount.unit === null ? rangeFrom(tokens, i, amount) : null;
  return range ? Object.assign(range, { readers: ['fraction', ...range.readers] }) : partOf(tokens, amount);
}

/** The fraction alone, with the unit behind it or behind "of a". */
export function partOf(tokens: readonly Token[], amount: Amount): Found {
  const found = makeFound('fraction', amount.from, amount.to, amount.value, amount.grain);
  const unit = amount.unit === null ? unitOfWhole(tokens, amount.to) : { unit: amount.unit, to: amount.spanTo };
  return unit ? Object.assign(found, { unit: unit.unit, spanTo: unit.to, mentionTo: unit.to }) : found;
}

const ONE: ReadonlySet<string> = new Set(['a', 'an', 'one']);

/** "of a mile", "of one percent", "of a second" */
function unitOfWhole(tokens: readonly Token[], i: number): { unit: string; to: number } | null {
  if (word(tokens, i) !== 'of' || !ONE.has(word(tokens, i + 1))) return null;
  return word(tokens, i + 2) === 'second' ? { unit: 'second', to: i + 3 } : unitAt(tokens, i + 2);
}

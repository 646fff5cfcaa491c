import type { Exact } from '../../base';
import type { FoundPart } from '../found';

/** A number with its currency or unit, if it has one. `from`..`to` is the number, `spanFrom`..`spanTo` the whole. */
export interface Amount {
  from: number;
  to: number;
  spanFrom: number;
  spanTo: number;
  value: Exact;
  grain: Exact;
  unit: string | null;
  spelled: boolean;
  scaled: boolean;
  /** A part of a whole in words. */
  part: boolean;
  doubt: string[] | null;
  unitDoubt: string[] | null;
  /** Of a compound measure, what it is told in; none where it is told in one unit. */
  parts: readonly FoundPart[];
}
const NO_PARTS: readonly FoundPart[] = [];

/** The one place where amounts are made, so that they all have one shape, as with figures. */
export function makeAmount(from: number, to: number, value: Exact, grain: Exact): Amount {
  return {
    from,
    to,
    spanFrom: from,
    spanTo: to,
    value,
    grain,
    unit: null,
    spelled: false,
    scaled: false,
    part: false,
    doubt: null,
    unitDoubt: null,
    parts: NO_PARTS,
  };
}

/** A changed copy, of the same shape. */
export const changed = (amount: Amount, changes: Partial<Amount>): Amount =>
  Object.assign(makeAmount(amount.from, amount.to, amount.value, amount.grain), amount, changes);

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
  /** Of a compound measure, what it is told in; left out where it is told in one unit. */
  parts?: readonly FoundPart[];
}

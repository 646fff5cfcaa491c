import { compare, type Exact } from '@/lib/base';
import { nominal } from '@/lib/quantity';
import { sideOf } from './answer';
import { asideClaims } from './asides';
import type { PositionView } from './positions';
import type { ClaimRow } from './rows';

/** One end of what was reported, by the claim that says it. */
export interface RangeEnd {
  label: string;
  claim: string;
  source: string;
}
export interface Range {
  low: RangeEnd;
  high: RangeEnd;
}

/**
 * From the lowest to the highest figure that competes with the others: of positions where there are several, else of claims. Null where all say one
 * figure. What a source took back, and a part beside its total, is no end of it.
 */
export function rangeOf(rows: ClaimRow[], positions: PositionView[]): Range | null {
  const aside = asideClaims(rows);
  const told =
    positions.length > 1
      ? positions.map((position) => {
          const { label, row } = sideOf(position);
          return { label, row, value: nominal(position.interval) ?? nominal(row.claim) };
        })
      : rows.filter(({ id }) => !aside.has(id)).map((row) => ({ label: row.figureNoun, row, value: nominal(row.claim) }));
  const valued = told.filter((one): one is typeof one & { value: Exact } => one.value !== null).sort((a, b) => compare(a.value, b.value));
  const [low, high] = [valued[0], valued.at(-1)];
  if (!low || !high || compare(low.value, high.value) === 0) return null;
  return { low: endOf(low), high: endOf(high) };
}

const endOf = ({ label, row }: { label: string; row: ClaimRow }): RangeEnd => ({ label, claim: row.id, source: row.source });

import type { Kind, Relation } from './types';

/** One row of the decision table: first match wins. The method page prints `test` and `words` as they stand. */
export interface DecisionRow {
  row: number;
  id: Kind;
  relation: Relation;
  alert: boolean;
  severity: 'high' | 'normal';
  test: string;
  words: string;
}

const row = (
  number: number,
  id: Kind,
  relation: Relation,
  severity: 'none' | 'normal' | 'high',
  test: string,
  words: string,
): DecisionRow => ({
  row: number,
  id,
  relation,
  alert: severity !== 'none',
  severity: severity === 'high' ? 'high' : 'normal',
  test,
  words,
});

export const DECISION_TABLE: readonly DecisionRow[] = [
  row(
    0,
    'no-common-measure',
    'different-measure',
    'none',
    'what is counted, its dimension, or the direction of the act differs',
    'The two figures answer different questions.',
  ),
  row(
    1,
    'reported-differently',
    'conflict',
    'high',
    'one speaker on one occasion, same scope words, hard gap',
    'One statement was reported with two different figures.',
  ),
  row(
    2,
    'unit-conversion',
    'compatible',
    'none',
    'units differ, converted values meet',
    'The figures meet once their units are converted; currencies are never converted.',
  ),
  row(
    3,
    'part-exceeds-whole',
    'conflict',
    'high',
    'same as-of, one scope stated as part of the other, the part exceeds the whole',
    'A part cannot be larger than its whole.',
  ),
  row(
    4,
    'different-scope',
    'scope-difference',
    'none',
    'scopes stated differently, and the difference can explain the gap',
    'The figures cover different places, groups or occasions.',
  ),
  row(
    5,
    'cumulative-decrease',
    'conflict',
    'normal',
    'running count, in one text at least, as-of differ, the later is surely lower',
    'A running count cannot fall.',
  ),
  row(6, 'growth', 'growth', 'none', 'running count, as-of differ, the later is higher', 'The count grew between the two dates.'),
  row(
    7,
    'changed-over-time',
    'growth',
    'none',
    'a level, flow or rate that moves, as-of or period differ; what stays for long (seats, residents, staff) by more than a month',
    'The figure may have changed between the two dates.',
  ),
  row(
    8,
    'time-may-explain',
    'compatible',
    'none',
    'as-of differ, or one is told before or after a day, or as what it was; gap, unknown whether the figure moves',
    'The dates differ, and that may explain the gap.',
  ),
  row(
    9,
    'compatible-bounds',
    'compatible',
    'none',
    'agree, one side a bound, hedged or vague',
    'Both can be true: one figure lies inside the bounds of the other.',
  ),
  row(10, 'rounding', 'compatible', 'none', 'agree, bare values differ, written grains meet', 'One figure is the other, rounded.'),
  row(11, 'same-value', 'compatible', 'none', 'agree', 'Both give the same figure.'),
  row(12, 'looser-bound', 'compatible', 'none', 'soft gap', 'Logic allows both, though a reader would not expect it.'),
  row(13, 'contradiction', 'conflict', 'normal', 'hard gap, or a rise beside a fall', 'The two figures cannot both be true.'),
  row(
    14,
    'parts-do-not-sum',
    'conflict',
    'normal',
    'a group: exhaustive parts whose sum misses the total, or parts in places of their own above it',
    'The parts do not add up to the total.',
  ),
];

const BY_KIND = new Map(DECISION_TABLE.map((entry) => [entry.id, entry]));

/** The row of a kind; throws for "no-claim", which has none, since nothing was compared. */
export function rowOf(kind: Kind): DecisionRow {
  const found = BY_KIND.get(kind);
  if (!found) throw new Error(`no row of the decision table is called ${kind}`);
  return found;
}

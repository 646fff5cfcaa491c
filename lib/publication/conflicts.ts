import { foundsCase } from '@/lib/conflict';
import type { CheckView, MeasurePage, RelationView } from './measure-page';
import type { ClaimRow } from './rows';

/** Two claims that cannot both stand, with the kind of it in words. */
export interface ConflictView {
  a: ClaimRow;
  b: ClaimRow;
  kind: string;
  explanation: string;
}

/** The identity of a conflict: that of its two claims. */
export const conflictId = ({ a, b }: { a: { id: string }; b: { id: string } }): string => `${a.id}-${b.id}`;

/** Those of a measure with a case, as they stand today. */
export const conflictsOf = ({ record, relations }: MeasurePage): ConflictView[] =>
  record.case?.current
    ? relations.filter(({ alert }: RelationView) => alert).map(({ a, b, kind, explanation }) => ({ a, b, kind, explanation }))
    : [];

/** Sums whose parts do not add up: they found a case as a pair does. */
export const failedSums = ({ record, checks }: MeasurePage): CheckView[] => (record.case?.current ? checks.filter(foundsCase) : []);

import { digestOf } from '@/lib/audit';
import type { Instant } from '@/lib/base';
import type { Comparison } from '@/lib/conflict';
import type { Measure } from '@/lib/measure';
import { MACHINE } from './actor';
import { append } from './audit';
import type { Applied, CaseConflict } from './conflicts';
import type { Tx } from './open';

/** What a grouping changed. All zero: nothing was written. */
export interface Grouped extends Applied {
  /** Measures made. */
  measures: number;
  /** Rows of any other kind that were written: memberships, titles, relations, checks. */
  differences: number;
}

export const UNCHANGED: Grouped = { measures: 0, differences: 0, opened: 0, changed: 0, reopened: 0, dismissed: 0 };

export const added = (a: Grouped, b: Grouped): Grouped => ({
  measures: a.measures + b.measures,
  differences: a.differences + b.differences,
  opened: a.opened + b.opened,
  changed: a.changed + b.changed,
  reopened: a.reopened + b.reopened,
  dismissed: a.dismissed + b.dismissed,
});

/** The fact of a grouping that wrote something. */
export async function recordGrouping(tx: Tx, measures: readonly Measure[], now: Instant): Promise<void> {
  const evidenceHashes = [digestOf(measures.map(({ title, claims }) => ({ title, claims })))];
  await append(tx, { at: now, actor: MACHINE, action: 'measures.group', subject: 'record:measures', evidenceHashes });
}

/** The conflicts by the id of their measure. */
export function conflictsOf({ conflicts }: Comparison, measures: readonly Measure[], ids: readonly string[]): Map<string, CaseConflict> {
  const byMeasure = new Map<string, CaseConflict>();
  for (const { measure, ...conflict } of conflicts) {
    if (measures[measure] === undefined) throw new Error(`no measure ${measure}`);
    byMeasure.set(ids[measure]!, conflict);
  }
  return byMeasure;
}

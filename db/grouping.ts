import { digestOf } from '@/lib/audit';
import type { Instant } from '@/lib/base';
import { type Comparison, compareClaims } from '@/lib/conflict';
import { groupClaims, type Measure } from '@/lib/measure';
import { MACHINE } from './actor';
import { append } from './audit';
import { writeChecks, writeRelations } from './comparisons';
import { type Applied, applyConflicts, type CaseConflict } from './conflicts';
import { keptClaims } from './kept';
import { writeMeasures } from './measures';
import { claimsToGroup } from './members';
import type { Database } from './open';
import { settleRegroup } from './owed';

/** What a grouping changed. All zero: nothing was written. */
export interface Grouped extends Applied {
  /** Measures made. */
  measures: number;
  /** Rows of any other kind that were written: memberships, titles, relations, checks. */
  differences: number;
}

/**
 * Groups all claims that nobody rejected, compares them, and writes what differs from the record: measures, relations, checks and
 * cases, in one transaction. Run twice it writes nothing; the order of import plays no part, but for what readers have seen already:
 * claims of a public case stay where they stand.
 */
export async function regroup(db: Database, now: Instant): Promise<Grouped> {
  return db.write(async (tx) => {
    const members = await claimsToGroup(tx);
    const grouping = groupClaims(members, await keptClaims(tx));
    const comparison = compareClaims(grouping, members);
    const written = await writeMeasures(tx, grouping.measures, members, now);
    const differences = written.differences + (await writeRelations(tx, comparison.relations)) + (await writeChecks(tx, comparison.checks));
    if (written.made + differences > 0) {
      const subject = 'record:measures';
      const evidenceHashes = [digestOf(grouping.measures.map(({ title, claims: ids }) => ({ title, claims: ids })))];
      await append(tx, { at: now, actor: MACHINE, action: 'measures.group', subject, evidenceHashes });
    }
    const applied = await applyConflicts(tx, conflictsOf(comparison, grouping.measures, written.ids), now);
    await settleRegroup(tx);
    return { ...applied, measures: written.made, differences };
  });
}

function conflictsOf({ conflicts }: Comparison, measures: Measure[], ids: string[]): Map<string, CaseConflict> {
  const byMeasure = new Map<string, CaseConflict>();
  for (const { measure, ...conflict } of conflicts) {
    if (measures[measure] === undefined) throw new Error(`no measure ${measure}`);
    byMeasure.set(ids[measure]!, conflict);
  }
  return byMeasure;
}

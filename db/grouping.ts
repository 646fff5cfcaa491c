import { eq, ne, sql } from 'drizzle-orm';
import { digestOf } from '@/lib/audit';
import type { Instant } from '@/lib/base';
import { type Comparison, compareClaims } from '@/lib/conflict';
import { groupClaims, type Measure, type RecordedClaim } from '@/lib/measure';
import { MACHINE } from './actor';
import { append } from './audit';
import { recordedClaim } from './codec';
import { writeChecks, writeRelations } from './comparisons';
import { type Applied, applyConflicts, type CaseConflict } from './conflicts';
import { writeMeasures } from './measures';
import type { Database, Reads } from './open';
import { settleRegroup } from './owed';
import { articles, claims, sources } from './schema';

/** What a grouping changed. All zero: nothing was written. */
export interface Grouped extends Applied {
  /** Measures made. */
  measures: number;
  /** Rows of any other kind that were written: memberships, titles, relations, checks. */
  differences: number;
}

/**
 * Groups all claims that nobody rejected, compares them, and writes what differs from the record: measures, relations, checks and
 * cases, in one transaction. Run twice it writes nothing; the order of import plays no part.
 */
export async function regroup(db: Database, now: Instant): Promise<Grouped> {
  return db.write(async (tx) => {
    const members = await claimsToGroup(tx);
    const grouping = groupClaims(members);
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

/** Every claim that may stand in a measure, in an order that does not depend on when it was imported. */
export async function claimsToGroup(from: Reads): Promise<RecordedClaim[]> {
  const { publishedAt, textHash } = articles;
  const rows = await from
    .select({ claim: claims, publishedAt, textHash, outlet: sources.name })
    .from(claims)
    .innerJoin(articles, eq(claims.articleId, articles.id))
    .leftJoin(sources, eq(articles.sourceId, sources.id))
    .where(ne(claims.status, 'rejected'))
    .orderBy(sql`${articles.publishedAt} NULLS LAST`, articles.textHash, sources.nameKey, articles.externalId, claims.ordinal, claims.id);
  const kept = new Set(rows.map((row) => row.claim.id));
  return rows.map(({ claim, ...origin }) => {
    const recorded = recordedClaim(claim, origin);
    // A part of a rejected total is part of nothing.
    return recorded.partOf !== null && !kept.has(recorded.partOf) ? { ...recorded, partOf: null } : recorded;
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

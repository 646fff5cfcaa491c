import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { RecordedClaim } from '@/lib/measure';
import type { ClaimRow } from './codec';
import { claimsToGroup, isMember, partOfMember } from './members';
import type { Reads } from './open';
import { listed } from './rows';
import { articleOrigins, claims } from './schema';

/** Claims that were read lately, by id. A claim never changes but for the measure it stands in; ids are random, so that two records share none. */
const known = new Map<string, RecordedClaim>();
/** A news story is told within days: what an import needs again it needed a moment ago. About 40 kB each, with what was worked out of them. */
const MOST_KNOWN = 4_000;

const totals = alias(claims, 'totals');

/** What of a claim may be another today than when it was read. */
type Moved = [id: string, measureId: string | null, partOf: string | null, totalStatus: ClaimRow['status'] | null, originId: string];

/** The claims that `where` names and that may stand in a measure, in no order; those that were read lately are not read again. */
export async function claimsAtHand(from: Reads, where: SQL): Promise<RecordedClaim[]> {
  const originId = sql`coalesce(${articleOrigins.originId}, ${claims.articleId})`;
  const moved = sql`json_array(${claims.id}, ${claims.measureId}, ${claims.partOf}, ${totals.status}, ${originId})`;
  // One row: reading rows costs more than finding them.
  const found = await from
    .select({ all: sql<string>`json_group_array(${moved})` })
    .from(claims)
    .leftJoin(totals, eq(claims.partOf, totals.id))
    .leftJoin(articleOrigins, eq(articleOrigins.articleId, claims.articleId))
    .where(and(isMember, where))
    .get();
  const rows: Moved[] = JSON.parse(found?.all ?? '[]');
  const missing = rows.filter(([id]) => !known.has(id)).map(([id]) => id);
  if (missing.length > 0) remember(await claimsToGroup(from, inArray(claims.id, listed(missing))));
  const claimsToday = rows.map(today);
  forget();
  return claimsToday;
}

/** Claims that were just stored will be asked for next. */
export function remember(some: readonly RecordedClaim[]): void {
  for (const claim of some) known.set(claim.id, claim);
}

/** The claim as it stands now. The object stays the same as long as what it says does: what was worked out of it once is kept with it. */
function today([id, measureId, total, totalStatus, originId]: Moved): RecordedClaim {
  const partOf = partOfMember(total, totalStatus);
  let claim = known.get(id) as RecordedClaim;
  known.delete(id);
  if (claim.partOf !== partOf || claim.originId !== originId) claim = { ...claim, partOf, originId };
  claim.measureId = measureId;
  known.set(id, claim);
  return claim;
}

/** The ones that were not asked for longest go first. */
function forget(): void {
  for (const id of known.keys()) {
    if (known.size <= MOST_KNOWN) return;
    known.delete(id);
  }
}

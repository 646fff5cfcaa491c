import { and, eq, inArray, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { RecordedClaim } from '@/lib/measure';
import { claimsToGroup, isMember, partOfMember } from './members';
import type { Reads } from './open';
import { claims } from './schema';

/** Claims that were read lately, by id. A claim never changes but for the measure it stands in; ids are random, so that two records share none. */
const known = new Map<string, RecordedClaim>();
/** A news story is told within days: what an import needs again it needed a moment ago. About 3 kB each. */
const MOST_KNOWN = 10_000;

const totals = alias(claims, 'totals');

/** The claims that `where` names and that may stand in a measure, in no order; those that were read lately are not read again. */
export async function claimsAtHand(from: Reads, where: SQL): Promise<RecordedClaim[]> {
  const rows = await from
    .select({ id: claims.id, measureId: claims.measureId, partOf: claims.partOf, totalStatus: totals.status })
    .from(claims)
    .leftJoin(totals, eq(claims.partOf, totals.id))
    .where(and(isMember, where));
  const missing = rows.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  for (let at = 0; at < missing.length; at += 500)
    for (const claim of await claimsToGroup(from, inArray(claims.id, missing.slice(at, at + 500)))) known.set(claim.id, claim);
  const found = rows.map(({ id, measureId, partOf, totalStatus }) => today(id, measureId, partOfMember(partOf, totalStatus)));
  forget();
  return found;
}

/** The claim as it stands now. The object stays the same as long as nothing moved: what was worked out of it once is kept with it. */
function today(id: string, measureId: string | null, partOf: string | null): RecordedClaim {
  const claim = known.get(id) as RecordedClaim;
  known.delete(id);
  const now = claim.measureId === measureId && claim.partOf === partOf ? claim : { ...claim, measureId, partOf };
  known.set(id, now);
  return now;
}

/** The ones that were not asked for longest go first. */
function forget(): void {
  for (const id of known.keys()) {
    if (known.size <= MOST_KNOWN) return;
    known.delete(id);
  }
}

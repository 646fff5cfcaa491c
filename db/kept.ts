import { eq, inArray, sql } from 'drizzle-orm';
import type { Kept } from '@/lib/measure';
import type { Reads } from './open';
import { listed } from './rows';
import { cases, claims, publications, rulings } from './schema';

/**
 * What the machine may not regroup: the claims of a published ruling, and those of a case that readers see, each in its measure. Else
 * one more article, read by nobody, could merge two questions and take a page or a ruling away. A case readers see has accepted
 * claims in two positions at least. With `of`, those of some measures.
 */
export async function keptClaims(from: Reads, of?: readonly string[]): Promise<Kept> {
  const rows = await from
    .select({ id: cases.id, measureId: cases.measureId, positions: cases.positions })
    .from(cases)
    .where(of && inArray(cases.measureId, listed(of)));
  if (rows.length === 0) return new Map();
  const members = rows.flatMap(({ positions }) => positions.flatMap((position) => position.claims));
  const isAccepted = sql`+${claims.status} = 'accepted' AND ${inArray(claims.id, listed(members))}`;
  const accepted = new Set((await from.select({ id: claims.id }).from(claims).where(isAccepted)).map(({ id }) => id));
  const ruled = new Map<string, string[]>();
  const published = await from
    .select({ caseId: rulings.caseId, positions: rulings.positions })
    .from(rulings)
    .innerJoin(publications, eq(publications.rulingId, rulings.id))
    .where(of && inArray(rulings.caseId, listed(rows.map(({ id }) => id))));
  for (const { caseId, positions } of published) ruled.set(caseId, [...(ruled.get(caseId) ?? []), ...positions.flat()]);
  const kept = new Map<string, string[]>();
  const claimed = new Set<string>();
  // What was ruled on first: a claim stays in one measure only.
  for (const { id, measureId, positions } of [...rows].sort((a, b) => Number(ruled.has(b.id)) - Number(ruled.has(a.id)))) {
    const seen = positions.map((position) => position.claims.filter((claim) => accepted.has(claim))).filter((some) => some.length > 0);
    const wanted = [...(ruled.get(id) ?? []), ...(seen.length > 1 ? seen.flat() : [])];
    const own = [...new Set(wanted)].filter((claim) => !claimed.has(claim));
    for (const claim of own) claimed.add(claim);
    if (own.length > 0) kept.set(measureId, [...(kept.get(measureId) ?? []), ...own]);
  }
  return kept;
}

/** The claims of published rulings alone, by measure. */
export async function publishedClaims(from: Reads, of: readonly string[]): Promise<Kept> {
  const published = new Map<string, string[]>();
  const rows = await from
    .select({ measureId: cases.measureId, positions: rulings.positions })
    .from(rulings)
    .innerJoin(cases, eq(cases.id, rulings.caseId))
    .innerJoin(publications, eq(publications.rulingId, rulings.id))
    .where(inArray(cases.measureId, [...of]));
  for (const { measureId, positions } of rows)
    published.set(measureId, [...new Set([...(published.get(measureId) ?? []), ...positions.flat()])]);
  return published;
}

import { eq } from 'drizzle-orm';
import type { Kept, Standing } from '@/lib/measure';
import type { Reads } from './open';
import { cases, publications, rulings } from './schema';
import { among, askJson, isAmong, NOTHING, words } from './statement';

/**
 * What the machine may not regroup: the claims of a published ruling, and those of a case that readers see, each in its measure. Else
 * one more article, read by nobody, could merge two questions and take a page or a ruling away. A case readers see has accepted
 * claims in two positions at least. With `of`, those of some measures.
 */
export async function keptClaims(from: Reads, of?: readonly string[]): Promise<Standing> {
  const rows = await casesOf(from, of);
  const kept = new Map<string, string[]>();
  const ruled = new Set(rows.filter(wasRuled).map(({ measureId }) => measureId));
  const claimed = new Set<string>();
  // What was ruled on first: a claim stays in one measure only.
  for (const { measureId, positions, accepted, published } of [...rows].sort((a, b) => wasRuled(b) - wasRuled(a))) {
    const isAccepted = new Set(accepted);
    const seen = positions.map((position) => position.claims.filter((claim) => isAccepted.has(claim))).filter((some) => some.length > 0);
    const wanted = [...published.flat(2), ...(seen.length > 1 ? seen.flat() : [])];
    const own = [...new Set(wanted)].filter((claim) => !claimed.has(claim));
    for (const claim of own) claimed.add(claim);
    if (own.length > 0) kept.set(measureId, [...(kept.get(measureId) ?? []), ...own]);
  }
  return { kept, ruled };
}

/** A case with its accepted claims, and the positions of its published rulings. */
interface KeptCase {
  measureId: string;
  positions: { claims: string[] }[];
  accepted: string[];
  published: string[][][];
}

const wasRuled = ({ published }: KeptCase): number => Number(published.length > 0);

/** As one value: this is asked for every claim that is placed. */
async function casesOf(from: Reads, of?: readonly string[]): Promise<KeptCase[]> {
  const accepted = words`(SELECT json_group_array(claims.id) FROM json_each(cases.positions) AS one, json_each(one.value, '$.claims') AS own
    JOIN claims ON claims.id = own.value WHERE +claims.status = 'accepted')`;
  const published = words`(SELECT json_group_array(json(rulings.positions)) FROM rulings JOIN publications ON publications.ruling_id = rulings.id
    WHERE rulings.case_id = cases.id)`;
  const one = words`json_object('measureId', measure_id, 'positions', json(positions), 'accepted', json(${accepted}), 'published', json(${published}))`;
  const some = of ? words`WHERE measure_id IN ${among(of)}` : NOTHING;
  return askJson(from, words`SELECT json_group_array(${one}) AS json FROM cases ${some}`);
}

/** The claims of published rulings alone, by measure. */
export async function publishedClaims(from: Reads, of: readonly string[]): Promise<Kept> {
  const published = new Map<string, string[]>();
  const rows = await from
    .select({ measureId: cases.measureId, positions: rulings.positions })
    .from(rulings)
    .innerJoin(cases, eq(cases.id, rulings.caseId))
    .innerJoin(publications, eq(publications.rulingId, rulings.id))
    .where(isAmong(cases.measureId, of));
  for (const { measureId, positions } of rows)
    published.set(measureId, [...new Set([...(published.get(measureId) ?? []), ...positions.flat()])]);
  return published;
}

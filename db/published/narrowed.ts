import type { FilterName, Filters } from '@/lib/publication';
import type { Reads } from '../open';
import { among, ask, NOTHING, type Words, words } from '../statement';

/** What a measure is found by, with the values any of which will do: a source or a speaker under all its names. */
export interface Condition {
  facet: FilterName;
  values: string[];
}

const FACETS: readonly FilterName[] = ['state', 'reason', 'verdict', 'kind', 'topic', 'place', 'source', 'speaker'];

/** The conditions on measures that these filters are. */
export async function conditionsOf(from: Reads, filters: Filters): Promise<Condition[]> {
  const found: Condition[] = [];
  for (const facet of FACETS) {
    const value = filters[facet];
    if (value !== undefined) found.push({ facet, values: await namesOf(from, facet, value) });
  }
  return found;
}

/** An outlet or a speaker with all that were merged into it. */
async function namesOf(from: Reads, facet: FilterName, value: string): Promise<string[]> {
  if (facet !== 'source' && facet !== 'speaker') return [value];
  const table = facet === 'source' ? words`sources` : words`speakers`;
  const rows = await ask<{ id: string }>(from, words`SELECT id FROM ${table} WHERE id = ${value} OR standing_id = ${value}`);
  return rows.length > 0 ? rows.map(({ id }) => id) : [value];
}

/** That a measure meets a condition, looked up by its id. */
export const meets = (measureId: Words, { facet, values }: Condition): Words =>
  words`EXISTS (SELECT 1 FROM public_facets o WHERE o.measure_id = ${measureId} AND o.facet = ${facet} AND o.value IN ${among(values)})`;

/** All of some conditions, said one after the other. */
export const allOf = (conditions: readonly Words[]): Words =>
  conditions.reduce((all, one) => (all === NOTHING ? one : words`${all} AND ${one}`), NOTHING);

/** Of several conditions the one that fewest meet, as far as they are counted, to begin with; and the others. */
export async function rarestFirst(from: Reads, conditions: readonly Condition[]): Promise<Condition[]> {
  if (conditions.length < 2) return [...conditions];
  const counted = await Promise.all(conditions.map(async (condition) => ({ condition, n: await countMeeting(from, condition, 1000) })));
  return counted.sort((a, b) => a.n - b.n).map(({ condition }) => condition);
}

/** How many measures meet a condition, up to a limit. */
export async function countMeeting(from: Reads, { facet, values }: Condition, most: number): Promise<number> {
  const [row] = await ask<{ n: number }>(
    from,
    words`SELECT count(*) AS n FROM (SELECT DISTINCT measure_id FROM public_facets WHERE facet = ${facet} AND value IN ${among(values)} LIMIT ${most})`,
  );
  return Number(row?.n ?? 0);
}

/** Ids of measures that meet a condition, the one changed last first, from behind one on. Each value is walked by itself, along the index. */
export async function idsMeeting(from: Reads, { facet, values }: Condition, behind: string | null, most: number): Promise<string[]> {
  const at = words`(SELECT latest FROM public_measures WHERE id = ${behind})`;
  const rest = behind === null ? NOTHING : words`AND latest <= ${at} AND (latest < ${at} OR measure_id > ${behind})`;
  const found = new Map<string, string>();
  for (const value of values)
    for (const { id, latest } of await ask<{ id: string; latest: string }>(
      from,
      words`SELECT measure_id AS id, latest FROM public_facets WHERE facet = ${facet} AND value = ${value} ${rest}
        ORDER BY latest DESC, measure_id LIMIT ${most}`,
    ))
      found.set(id, latest);
  const byChange = ([a, one]: [string, string], [b, other]: [string, string]) => (one === other ? (a < b ? -1 : 1) : one < other ? 1 : -1);
  return [...found]
    .sort(byChange)
    .slice(0, most)
    .map(([id]) => id);
}

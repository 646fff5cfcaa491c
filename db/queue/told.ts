import { asc, eq, ne } from 'drizzle-orm';
import { ID_PATTERN } from '../ids';
import { nameKey } from '../name-key';
import type { Reads } from '../open';
import { measures, people } from '../schema';
import { ask, plain, words } from '../statement';
import { anyOf, type QueueFilters } from './places';

/**
 * Filters as people write them, an outlet and a measure by name, as ids, and a speaker as the names there are for them: one of those that
 * people merged stands for all. What has no such name finds nothing, and is said.
 */
export async function resolveFilters(
  from: Reads,
  filters: QueueFilters,
  personId: string,
): Promise<{ filters: QueueFilters; unknown: string[] }> {
  const found: QueueFilters = { ...filters };
  const unknown: string[] = [];
  if (filters.who === 'me') found.who = personId;
  if (filters.source && !ID_PATTERN.test(filters.source)) {
    const ids = await familyOf(from, 'sources', 'id', filters.source);
    if (ids.length === 0) unknown.push(`No outlet is called “${filters.source}”.`);
    found.source = ids.length === 0 ? NOTHING : anyOf(ids);
  }
  // A name that no record has may be in a text all the same: spellings are told apart there.
  if (filters.speaker) found.speaker = anyOf([filters.speaker, ...(await familyOf(from, 'speakers', 'name', filters.speaker))]);
  if (filters.measure && !ID_PATTERN.test(filters.measure)) {
    const row = await from.select({ id: measures.id }).from(measures).where(eq(measures.title, filters.measure)).limit(1).get();
    if (!row) unknown.push(`No measure is called “${filters.measure}”.`);
    found.measure = row?.id ?? NOTHING;
  }
  return { filters: found, unknown };
}

/** No id of ours. */
const NOTHING = '-';

/** A family larger than this is not gathered whole. */
const MOST_NAMES = 40;

/** Of whatever has this name, and of all that stands for the same: their ids, or their names. */
async function familyOf(from: Reads, table: 'sources' | 'speakers', column: 'id' | 'name', name: string): Promise<string[]> {
  const [all, one] = [plain(table), plain(column)];
  const rows = await ask<{ found: string }>(
    from,
    words`SELECT DISTINCT f.${one} AS found FROM ${all} n JOIN ${all} f ON coalesce(n.standing_id, n.id) IN (f.id, f.standing_id)
      WHERE n.name_key = ${nameKey(name)} ORDER BY 1 LIMIT ${MOST_NAMES}`,
  );
  return rows.map(({ found }) => found);
}

/** Those who may be given work, by name; disabled ones too, who may have some. */
export const colleagues = (from: Reads): Promise<{ id: string; name: string; disabledAt: string | null }[]> =>
  from
    .select({ id: people.id, name: people.name, disabledAt: people.disabledAt })
    .from(people)
    .where(ne(people.role, 'reader'))
    .orderBy(asc(people.name))
    .limit(200);

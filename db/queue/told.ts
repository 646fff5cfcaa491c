import { asc, eq, ne } from 'drizzle-orm';
import { ID_PATTERN } from '../ids';
import { nameKey } from '../name-key';
import type { Reads } from '../open';
import { measures, people, sources } from '../schema';
import type { QueueFilters } from './places';

/** Filters as people write them, an outlet and a measure by name, as ids. What has no such name finds nothing, and is said. */
export async function resolveFilters(
  from: Reads,
  filters: QueueFilters,
  personId: string,
): Promise<{ filters: QueueFilters; unknown: string[] }> {
  const found: QueueFilters = { ...filters };
  const unknown: string[] = [];
  if (filters.who === 'me') found.who = personId;
  if (filters.source && !ID_PATTERN.test(filters.source)) {
    const row = await from
      .select({ id: sources.id })
      .from(sources)
      .where(eq(sources.nameKey, nameKey(filters.source)))
      .get();
    if (!row) unknown.push(`No outlet is called “${filters.source}”.`);
    found.source = row?.id ?? NOTHING;
  }
  if (filters.measure && !ID_PATTERN.test(filters.measure)) {
    const row = await from.select({ id: measures.id }).from(measures).where(eq(measures.title, filters.measure)).limit(1).get();
    if (!row) unknown.push(`No measure is called “${filters.measure}”.`);
    found.measure = row?.id ?? NOTHING;
  }
  return { filters: found, unknown };
}

/** No id of ours. */
const NOTHING = '-';

/** Those who may be given work, by name; disabled ones too, who may have some. */
export const colleagues = (from: Reads): Promise<{ id: string; name: string; disabledAt: string | null }[]> =>
  from
    .select({ id: people.id, name: people.name, disabledAt: people.disabledAt })
    .from(people)
    .where(ne(people.role, 'reader'))
    .orderBy(asc(people.name))
    .limit(200);

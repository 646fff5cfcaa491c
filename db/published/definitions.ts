import type { PublicDefinition } from '@/lib/publication';
import type { Reads } from '../open';
import { measureDefinitions } from '../schema';
import { isAmong } from '../statement';
import { topicNames } from '../topics';

/** What people say of these measures. Theirs is a public act: it is asked for with measures that are public alone. */
export async function definitionsOf(from: Reads, ids: readonly string[]): Promise<Map<string, PublicDefinition>> {
  const rows = await from.select().from(measureDefinitions).where(isAmong(measureDefinitions.measureId, ids));
  const defined = new Map<string, PublicDefinition>();
  for (const { measureId, counts, countsNot, addsUp, reviewDays, topics, places, changedAt } of rows) {
    const names = { topics: await topicNames(from, 'topics', topics), places: await topicNames(from, 'places', places) };
    defined.set(measureId, { counts, countsNot, addsUp, reviewDays, ...names, changedAt });
  }
  return defined;
}

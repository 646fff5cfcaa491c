import type { Reads } from '../open';
import { people } from '../schema';
import { isAmong } from '../statement';

/** Names of people by id, for lists that show who did what. */
export async function namesOf(from: Reads, ids: Iterable<string | null | undefined>): Promise<Map<string, string>> {
  const wanted = [...new Set([...ids].filter((id) => typeof id === 'string'))];
  if (wanted.length === 0) return new Map();
  const rows = await from.select({ id: people.id, name: people.name }).from(people).where(isAmong(people.id, wanted));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

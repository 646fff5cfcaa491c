import type { Reads } from '../open';
import { speakers } from '../schema';
import { isAmong } from '../statement';

/** The speakers that stand for those that claims lead to, by the id that the claim has. */
export async function standingSpeakers(from: Reads, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await from.select({ id: speakers.id, standingId: speakers.standingId }).from(speakers).where(isAmong(speakers.id, ids));
  return new Map(rows.map(({ id, standingId }) => [id, standingId ?? id]));
}

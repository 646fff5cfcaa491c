import { sql } from 'drizzle-orm';
import type { MeasureRecord } from '@/lib/publication';
import type { Reads } from '../open';
import { measureRecords } from './records';
import { searchPublic } from './search';

/** Titles near the words of an address that leads nowhere, or the latest ones where it has no words. One bounded look. */
export async function nearestTitles(from: Reads, path: string): Promise<MeasureRecord[]> {
  let words = path;
  try {
    words = decodeURIComponent(path);
  } catch {
    // A broken address is still made of words.
  }
  const typed = words
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 3 && !['measures', 'claims', 'cases', 'articles', 'sources'].includes(word))
    .slice(0, 8)
    .join(' ');
  const hits = typed ? (await searchPublic(from, typed)).filter((hit) => hit.kind === 'measure').slice(0, 4) : [];
  const ids = hits.length > 0 ? hits.map((hit) => hit.id) : await latest(from);
  return measureRecords(from, ids);
}

async function latest(from: Reads): Promise<string[]> {
  const rows = await from.all<{ id: string }>(sql`
    SELECT measure_id AS id FROM claims WHERE status = 'accepted' AND measure_id IS NOT NULL
    GROUP BY measure_id ORDER BY max(accepted_at) DESC, measure_id LIMIT 4`);
  return rows.map((row) => row.id);
}

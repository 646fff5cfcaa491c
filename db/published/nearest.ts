import { sql } from 'drizzle-orm';
import type { Reads } from '../open';
import { searchPublic } from './search';
import { PUBLIC_MEASURES } from './visible';

/** Titles near the words of an address that leads nowhere, or the latest ones where it has no words. One bounded look. */
export async function nearestTitles(from: Reads, path: string): Promise<{ id: string; title: string }[]> {
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
  // Titles alone: strangers ask for what is not there as often as they like, and no measure is read for that.
  const rows = await from.all<{ id: string; title: string }>(sql`SELECT m.id, m.title FROM ${PUBLIC_MEASURES} m WHERE m.id IN ${ids}`);
  return ids.flatMap((id) => rows.filter((row) => row.id === id));
}

async function latest(from: Reads): Promise<string[]> {
  const rows = await from.all<{ id: string }>(sql`SELECT id FROM public_measures ORDER BY latest DESC, id LIMIT 4`);
  return rows.map((row) => row.id);
}

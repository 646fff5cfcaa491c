import { sql } from 'drizzle-orm';
import type { Instant } from '@/lib/base';
import type { Reads } from '../open';

export interface PublicCounts {
  measures: number;
  claims: number;
  articles: number;
  cases: number;
  sources: number;
  latest: Instant | null;
}

/** How much is public, from what is kept with every write, and when something public last happened. */
export async function publicCounts(from: Reads): Promise<PublicCounts> {
  const [row] = await from.all<Record<keyof PublicCounts, number>>(sql`
    SELECT (SELECT count(*) FROM public_measures) AS measures, (SELECT coalesce(sum(claims), 0) FROM public_sources) AS claims,
      (SELECT coalesce(sum(articles), 0) FROM public_sources) AS articles, (SELECT count(*) FROM public_measures WHERE case_id IS NOT NULL) AS cases,
      (SELECT count(DISTINCT source_id) FROM public_sources WHERE source_id <> '') AS sources`);
  const { measures, claims, articles, cases, sources } = row as Record<keyof PublicCounts, number>;
  const numbers = [measures, claims, articles, cases, sources].map(Number) as [number, number, number, number, number];
  const [m, c, a, k, s] = numbers;
  return { measures: m, claims: c, articles: a, cases: k, sources: s, latest: await lastPublic(from) };
}

/** The instant at which something public last happened; null in an empty record. */
export async function lastPublic(from: Reads): Promise<Instant | null> {
  const [row] = await from.all<{ latest: string }>(sql`SELECT latest FROM public_measures ORDER BY latest DESC LIMIT 1`);
  return row?.latest ?? null;
}

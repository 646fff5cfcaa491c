import { type SQL, sql } from 'drizzle-orm';
import { measurePath, SITEMAP_PART, type SitemapLine } from '@/lib/publication';
import { isNoted } from '../notice-record';
import type { Reads } from '../open';
import { isPublicClaim } from './visible';

/** Pages that are there in every record. */
const STANDING = [
  ...['/', '/measures', '/cases', '/claims', '/conflicts', '/topics', '/places', '/changes', '/trust', '/status'],
  ...['/definitions', '/docs', '/licence', '/accessibility', '/contact', '/report'],
  '/sources',
  '/speakers',
  '/corrections',
  '/feeds',
  '/method',
  '/about',
  '/check',
  '/developers/data',
  '/developers/reference',
];

interface Kind {
  /** How many there are at most. */
  count: SQL;
  /** Rows with an id, a title where the address has one, and when something public last happened. */
  rows: SQL;
  path(row: { id: string; title: string }): string;
}

const latestOf = (measure: SQL) => sql`(SELECT latest FROM public_measures m WHERE m.id = ${measure})`;

/**
 * A case of which what was published holds. That is public for sure, as the log says it; whether an open one is, only its whole measure tells, and readers find that
 * by its measure.
 */
const IS_RULED = sql`case_id IS NOT NULL AND (SELECT e.body ->> '$.type' FROM case_events e WHERE e.case_id = public_measures.case_id
  AND e.body ->> '$.type' IN ('published', 'withdrawn') ORDER BY e.seq DESC LIMIT 1) = 'published'`;

/** Kinds of pages that come with the record, each in the order of its ids. What is withheld or withdrawn is not told. */
const KINDS: Record<string, Kind> = {
  measures: {
    count: sql`SELECT count(*) AS n FROM public_measures`,
    rows: sql`SELECT id, title, latest AS at FROM public_measures`,
    path: measurePath,
  },
  cases: {
    count: sql`SELECT count(*) AS n FROM public_measures WHERE ${IS_RULED}`,
    rows: sql`SELECT case_id AS id, '' AS title, latest AS at FROM public_measures WHERE ${IS_RULED}`,
    path: ({ id }) => `/cases/${id}`,
  },
  articles: {
    count: sql`SELECT count(*) AS n FROM public_articles`,
    rows: sql`SELECT id, '' AS title, NULL AS at FROM public_articles WHERE NOT ${isNoted('withheld', sql`public_articles.id`)}`,
    path: ({ id }) => `/articles/${id}`,
  },
  claims: {
    count: sql`SELECT coalesce(sum(claims), 0) AS n FROM public_articles`,
    rows: sql`SELECT claims.id, '' AS title, max(claims.accepted_at, coalesce(${latestOf(sql`claims.measure_id`)}, '')) AS at
      FROM claims WHERE ${isPublicClaim}`,
    path: ({ id }) => `/claims/${id}`,
  },
  sources: {
    count: sql`SELECT count(*) AS n FROM sources`,
    rows: sql`SELECT s.id, '' AS title, NULL AS at FROM sources s WHERE s.standing_id IS NULL AND EXISTS (SELECT 1 FROM public_sources p
      JOIN sources own ON own.id IN (p.source_id, p.agency_id) WHERE own.id = s.id OR own.standing_id = s.id)`,
    path: ({ id }) => `/sources/${id}`,
  },
  speakers: {
    count: sql`SELECT count(DISTINCT speaker_id) AS n FROM public_voices`,
    rows: sql`SELECT s.id, '' AS title, NULL AS at FROM speakers s WHERE s.standing_id IS NULL AND EXISTS (SELECT 1 FROM public_voices v
      JOIN speakers own ON own.id = v.speaker_id WHERE own.id = s.id OR own.standing_id = s.id)`,
    path: ({ id }) => `/speakers/${id}`,
  },
};

/** The parts of the sitemap, by name: "pages", and of each kind as many as it needs. */
export async function sitemapParts(from: Reads): Promise<string[]> {
  const parts = ['pages'];
  for (const [name, { count }] of Object.entries(KINDS)) {
    const [row] = await from.all<{ n: number }>(count);
    for (let part = 1; part <= Math.ceil(Number(row?.n ?? 0) / SITEMAP_PART); part++) parts.push(`${name}-${part}`);
  }
  return parts;
}

/** One part of it; null for one that there is not. */
export async function sitemapPart(from: Reads, part: string): Promise<SitemapLine[] | null> {
  if (part === 'pages') return STANDING.map((path) => ({ path, at: null }));
  const [, name = '', number = ''] = /^([a-z]+)-([1-9]\d{0,5})$/.exec(part) ?? [];
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
  if (!kind) return null;
  const rows = await from.all<{ id: string; title: string; at: string | null }>(
    sql`SELECT * FROM (${kind.rows}) ORDER BY id LIMIT ${SITEMAP_PART} OFFSET ${(Number(number) - 1) * SITEMAP_PART}`,
  );
  return rows.length === 0 ? null : rows.map((row) => ({ path: kind.path(row), at: row.at }));
}

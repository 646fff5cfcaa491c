import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Reads } from '@/db/open';
import { IN_SIGHT, isPublicClaim, PUBLIC_CLAIMS, toldOf } from '@/db/published/visible';

/** Each list that is kept, beside what it would be were it worked out of the record at this moment. */
const LISTS = {
  measures: [
    sql`SELECT id, title, latest, case_id, opened_at, claims FROM public_measures ORDER BY id`,
    sql`SELECT d.id, d.title, max(d.accepted, coalesce(d.told, '')) AS latest, d.case_id, (SELECT opened_at FROM cases WHERE id = d.case_id) AS opened_at, d.claims
      FROM (SELECT m.id, m.title, (SELECT count(*) FROM ${PUBLIC_CLAIMS} c WHERE c.measure_id = m.id) AS claims, (SELECT max(accepted_at) FROM ${PUBLIC_CLAIMS} c WHERE c.measure_id = m.id) AS accepted,
        (SELECT max(${toldOf(sql`k.id`)}) FROM cases k WHERE k.measure_id = m.id) AS told,
        (SELECT k.id FROM cases k WHERE k.measure_id = m.id AND ${IN_SIGHT} ORDER BY k.opened_at DESC, k.id LIMIT 1) AS case_id FROM measures m) d
      WHERE d.accepted IS NOT NULL ORDER BY d.id`,
  ],
  articles: [
    sql`SELECT id, source_id, agency_id, day, claims FROM public_articles ORDER BY id`,
    sql`SELECT a.id, coalesce(a.source_id, '') AS source_id, coalesce(a.agency_id, '') AS agency_id, coalesce(a.published_at, '') AS day, count(*) AS claims
      FROM ${PUBLIC_CLAIMS} c JOIN articles a ON a.id = c.article_id GROUP BY a.id ORDER BY a.id`,
  ],
  sources: [
    sql`SELECT source_id, agency_id, articles, claims FROM public_sources ORDER BY 1, 2`,
    sql`SELECT coalesce(a.source_id, '') AS source_id, coalesce(a.agency_id, '') AS agency_id, count(DISTINCT a.id) AS articles, count(*) AS claims
      FROM ${PUBLIC_CLAIMS} c JOIN articles a ON a.id = c.article_id GROUP BY 1, 2 ORDER BY 1, 2`,
  ],
  voices: [
    sql`SELECT speaker_id, name, role, claims FROM public_voices ORDER BY 1, 2, 3`,
    sql`SELECT speaker_id, coalesce(speaker_name, '') AS name, coalesce(speaker_role, '') AS role, count(*) AS claims
      FROM ${PUBLIC_CLAIMS} c WHERE speaker_id IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  ],
  'terms of sums': [
    sql`SELECT claim_id, check_id FROM check_terms ORDER BY 1, 2`,
    sql`SELECT DISTINCT part.value AS claim_id, s.id AS check_id FROM checks s, json_each(s.parts) AS part ORDER BY 1, 2`,
  ],
  'entries of search': [
    sql`SELECT kind, id FROM search ORDER BY 1, 2`,
    sql`SELECT 'article' AS kind, a.id FROM articles a WHERE EXISTS (SELECT 1 FROM ${PUBLIC_CLAIMS} c WHERE c.article_id = a.id)
        AND NOT EXISTS (SELECT 1 FROM article_notices n WHERE n.article_id = a.id AND n.kind = 'withheld' AND n.ended_seq IS NULL)
      UNION ALL SELECT 'claim', id FROM claims WHERE ${isPublicClaim}
        AND NOT EXISTS (SELECT 1 FROM article_notices n WHERE n.article_id = claims.article_id AND n.kind = 'withheld' AND n.ended_seq IS NULL)
      UNION ALL SELECT 'measure', m.id FROM measures m WHERE EXISTS (SELECT 1 FROM ${PUBLIC_CLAIMS} c WHERE c.measure_id = m.id)
      UNION ALL SELECT 'title', id FROM measures ORDER BY 1, 2`,
  ],
  'what measures are found by': [
    sql`SELECT measure_id AS id, latest FROM public_facets WHERE facet = 'state' AND measure_id NOT IN (SELECT measure_id FROM editions_owed) ORDER BY 1`,
    sql`SELECT id, latest FROM public_measures WHERE id NOT IN (SELECT measure_id FROM editions_owed) ORDER BY 1`,
  ],
  'facets of nothing': [
    sql`SELECT DISTINCT measure_id FROM public_facets WHERE measure_id NOT IN (SELECT id FROM public_measures)`,
    sql`SELECT 1 WHERE false`,
  ],
  'topics and places': [
    sql`SELECT facet, slug, measures FROM public_subjects ORDER BY 1, 2`,
    sql`SELECT facet, value AS slug, count(*) AS measures FROM public_facets WHERE facet IN ('topic', 'place') GROUP BY 1, 2 ORDER BY 1, 2`,
  ],
  'what is stale': [sql`SELECT * FROM public_stale`, sql`SELECT 1 WHERE false`],
} as const;

/** Holds what the database keeps for lists and search of the public against what is on record. */
export async function holdKeptLists(from: Reads): Promise<void> {
  for (const [name, [kept, worked]] of Object.entries(LISTS)) expect(await from.all(kept), name).toEqual(await from.all(worked));
}

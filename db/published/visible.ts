import { sql } from 'drizzle-orm';
import { SUM_KINDS } from '@/lib/conflict';
import { articles, claims, measures } from '../schema';

/**
 * What the public may see, said once; every other read of this folder selects from these.
 *
 * A claim is public once a person accepted its reading and it answers a question; a measure, an article or a source through such a
 * claim. A case is public as soon as its accepted claims alone cannot all stand: a reading nobody accepted neither opens a case to
 * readers nor closes one, nor lends it a word, so an article that only came in changes nothing a reader sees; nor does what people say of such
 * a reading, for what is public is grouped by itself first. A ruling is public by its
 * publication, and only as the log has it (`publishedOf`).
 */
export const isPublicClaim = sql`(${claims.status} = 'accepted' AND ${claims.acceptedAt} IS NOT NULL AND ${claims.measureId} IS NOT NULL)`;
export const PUBLIC_CLAIMS = sql`(SELECT * FROM ${claims} WHERE ${isPublicClaim})`;

export const isPublicArticle = sql`EXISTS (SELECT 1 FROM ${PUBLIC_CLAIMS} pc WHERE pc.article_id = ${articles.id})`;
export const PUBLIC_ARTICLES = sql`(SELECT * FROM ${articles} WHERE ${isPublicArticle})`;

const isPublicMeasure = sql`EXISTS (SELECT 1 FROM ${PUBLIC_CLAIMS} pc WHERE pc.measure_id = ${measures.id})`;
export const PUBLIC_MEASURES = sql`(SELECT * FROM ${measures} WHERE ${isPublicMeasure})`;

const PUBLISHED = sql`SELECT case_id, max(body ->> '$.at') AS at FROM case_events WHERE body ->> '$.type' = 'published' GROUP BY case_id`;

const ALERTS = sql`SELECT x.measure_id FROM relations r JOIN ${PUBLIC_CLAIMS} x ON x.id = r.a JOIN ${PUBLIC_CLAIMS} y ON y.id = r.b
  WHERE r.alert = 1 AND x.measure_id = y.measure_id`;

const FAILED_SUMS = sql`SELECT t.measure_id FROM checks s JOIN ${PUBLIC_CLAIMS} t ON t.id = s.total
  WHERE s.verdict = 'fail' AND s.kind IN ${SUM_KINDS} AND NOT EXISTS (SELECT 1 FROM json_each(s.parts) AS part WHERE part.value NOT IN (SELECT id FROM ${PUBLIC_CLAIMS}))`;

/** Above this many members not every pair is stored, and only the engine can tell. */
export const EVERY_PAIR_STORED = 64;

const LARGE = sql`SELECT measure_id FROM claims WHERE measure_id IS NOT NULL AND status NOT IN ('rejected', 'superseded')
  GROUP BY measure_id HAVING count(*) > ${EVERY_PAIR_STORED}`;

/**
 * Cases that can be public, with the last public moment of each as `latest`: those of no measure outside are, and `publicCases` says
 * which of these. Nothing that happens among reviewers moves them.
 */
export const CASES_IN_SIGHT = sql`(SELECT k.id, k.measure_id, k.opened_at,
    max((SELECT max(c.accepted_at) FROM ${PUBLIC_CLAIMS} c WHERE c.measure_id = k.measure_id), coalesce(p.at, '')) AS latest
  FROM cases k LEFT JOIN (${PUBLISHED}) p ON p.case_id = k.id
  WHERE k.measure_id IN (SELECT id FROM ${PUBLIC_MEASURES})
    AND (p.at IS NOT NULL OR k.measure_id IN (${ALERTS}) OR k.measure_id IN (${FAILED_SUMS}) OR k.measure_id IN (${LARGE})))`;

/** Public measures with the moment something public last happened to them. */
export const MEASURES_BY_CHANGE = sql`(SELECT c.measure_id AS id, max(max(c.accepted_at), coalesce(max(p.at), '')) AS latest
  FROM ${PUBLIC_CLAIMS} c LEFT JOIN cases k ON k.measure_id = c.measure_id LEFT JOIN (${PUBLISHED}) p ON p.case_id = k.id
  GROUP BY c.measure_id)`;

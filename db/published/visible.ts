import { type SQL, sql } from 'drizzle-orm';
import { SUM_KINDS } from '@/lib/conflict';
import { isMember } from '../members';
import { articles, claims, measures } from '../schema';
import { sqlOf, words } from '../statement';

/**
 * What the public may see, said once; every other read of this folder selects from these.
 *
 * A claim is public once a person accepted its reading and it answers a question; a measure, an article or a source through such a
 * claim. A case is public as soon as its accepted claims alone cannot all stand: a reading nobody accepted neither opens a case to
 * readers nor closes one, nor lends it a word, so an article that only came in changes nothing a reader sees; nor does what people say of such
 * a reading, for what is public is grouped by itself first. A ruling is public by its
 * publication, and only as the log has it (`publishedOf`).
 */
// Nearly every claim may be accepted, which no index of the database knows: the "+" keeps a search for some claims from beginning with
// all that are, once for each it looks for. It begins with what it was told of them: an id, a measure, an article.
export const IS_PUBLIC_CLAIM = words`(+claims.status = 'accepted' AND claims.accepted_at IS NOT NULL AND claims.measure_id IS NOT NULL)`;
export const isPublicClaim = sqlOf(IS_PUBLIC_CLAIM);
export const PUBLIC_CLAIMS = sql`(SELECT * FROM ${claims} WHERE ${isPublicClaim})`;

export const isPublicArticle = sql`EXISTS (SELECT 1 FROM ${PUBLIC_CLAIMS} pc WHERE pc.article_id = ${articles.id})`;
export const PUBLIC_ARTICLES = sql`(SELECT * FROM ${articles} WHERE ${isPublicArticle})`;

const isPublicMeasure = sql`EXISTS (SELECT 1 FROM ${PUBLIC_CLAIMS} pc WHERE pc.measure_id = ${measures.id})`;
export const PUBLIC_MEASURES = sql`(SELECT * FROM ${measures} WHERE ${isPublicMeasure})`;

/** The instant at which a case was last published or withdrawn; null before that. */
export const toldOf = (caseId: SQL) =>
  sql`(SELECT max(e.body ->> '$.at') FROM case_events e WHERE e.case_id = ${caseId} AND e.body ->> '$.type' IN ('published', 'withdrawn'))`;

// Of one case `k`, each begins with the claims of its measure and looks up what was found of them: there is an order to a CROSS JOIN.
const HAS_ALERT = sql`EXISTS (SELECT 1 FROM ${PUBLIC_CLAIMS} x CROSS JOIN relations r ON r.a = x.id CROSS JOIN ${PUBLIC_CLAIMS} y ON y.id = r.b
  WHERE x.measure_id = k.measure_id AND r.alert = 1 AND y.measure_id = k.measure_id)`;

const isPublicId = (id: SQL) => sql`EXISTS (SELECT 1 FROM ${PUBLIC_CLAIMS} pc WHERE pc.id = ${id})`;
const HAS_FAILED_SUM = sql`EXISTS (SELECT 1 FROM ${PUBLIC_CLAIMS} t CROSS JOIN checks s ON s.total = t.id
  WHERE t.measure_id = k.measure_id AND s.verdict = 'fail' AND s.kind IN ${SUM_KINDS}
    AND NOT EXISTS (SELECT 1 FROM json_each(s.parts) AS part WHERE NOT ${isPublicId(sql`part.value`)}))`;

/** Above this many members not every pair is stored, and only the engine can tell. */
export const EVERY_PAIR_STORED = 64;

const IS_LARGE = sql`EXISTS (SELECT 1 FROM claims WHERE measure_id = k.measure_id AND ${isMember} LIMIT 1 OFFSET ${EVERY_PAIR_STORED})`;

/**
 * Whether a case `k` can be public: on a measure outside it is none, and `publicCases` says which of these are. Nothing that happens among reviewers
 * moves it. A large measure is told by its size, before its pairs are looked at.
 */
export const IN_SIGHT = sql`(EXISTS (SELECT 1 FROM ${PUBLIC_CLAIMS} pc WHERE pc.measure_id = k.measure_id)
  AND (${toldOf(sql`k.id`)} IS NOT NULL OR ${IS_LARGE} OR ${HAS_ALERT} OR ${HAS_FAILED_SUM}))`;

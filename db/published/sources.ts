import { eq, sql } from 'drizzle-orm';
import type { MeasureRecord, PublicArticle, PublicSource } from '@/lib/publication';
import type { Reads } from '../open';
import { claims, sources } from '../schema';
import { publicClaims } from './claims';
import { measureRecords } from './records';
import { PUBLIC_CLAIMS } from './visible';

export interface SourceLine extends PublicSource {
  articles: number;
  claims: number;
}

/** Sources with at least one public claim, with their counts. No score of trust: counts are facts, scores are opinions. */
export async function listedSources(from: Reads): Promise<SourceLine[]> {
  const rows = await from.all<{ id: string; name: string; articles: number; claims: number }>(sql`
    SELECT t.id, t.name, count(DISTINCT a.id) AS articles, count(*) AS claims
    FROM sources s JOIN sources t ON t.id = coalesce(s.standing_id, s.id)
      JOIN articles a ON a.id IN (SELECT id FROM articles WHERE source_id = s.id UNION SELECT id FROM articles WHERE agency_id = s.id)
      JOIN ${PUBLIC_CLAIMS} c ON c.article_id = a.id
    GROUP BY t.id ORDER BY t.name LIMIT 500`);
  return rows.map((row) => ({ id: row.id, name: row.name, articles: Number(row.articles), claims: Number(row.claims) }));
}

export interface SourceRecord {
  source: PublicSource;
  articles: { article: PublicArticle; claims: number }[];
  /** The measures its claims answer. */
  measures: MeasureRecord[];
}

const FAMILY = (id: string) => sql`(SELECT id FROM sources WHERE id = ${id} OR standing_id = ${id})`;
const ARTICLES = (id: string) =>
  sql`(SELECT id FROM articles WHERE source_id IN ${FAMILY(id)} UNION SELECT id FROM articles WHERE agency_id IN ${FAMILY(id)})`;

/** The id of the outlet that stands for this one today; null where nothing of it is public. */
export async function sourceToday(from: Reads, id: string): Promise<string | null> {
  const row = await from.select({ standingId: sources.standingId }).from(sources).where(eq(sources.id, id)).get();
  if (!row) return null;
  const today = row.standingId ?? id;
  const [seen] = await from.all<{ n: number }>(
    sql`SELECT EXISTS (SELECT 1 FROM ${PUBLIC_CLAIMS} c WHERE c.article_id IN ${ARTICLES(today)}) AS n`,
  );
  return seen?.n === 1 ? today : null;
}

/** What an outlet published and what others print of an agency, under all its names. */
export async function sourceRecord(from: Reads, id: string): Promise<SourceRecord | null> {
  const source = await from.select({ id: sources.id, name: sources.name }).from(sources).where(eq(sources.id, id)).get();
  if (!source) return null;
  const own = sql`${claims.articleId} IN ${ARTICLES(id)}`;
  const { claims: members } = await publicClaims(from, own);
  if (members.length === 0) return null;
  const byArticle = new Map<string, { article: PublicArticle; claims: number }>();
  for (const { article } of members) byArticle.set(article.id, { article, claims: (byArticle.get(article.id)?.claims ?? 0) + 1 });
  return {
    source,
    articles: [...byArticle.values()].sort((a, b) => (b.article.publishedAt ?? '').localeCompare(a.article.publishedAt ?? '')),
    measures: await measureRecords(from, [...new Set(members.map((claim) => claim.measureId))].slice(0, 200)),
  };
}

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
    SELECT s.id, s.name, count(DISTINCT a.id) AS articles, count(*) AS claims
    FROM sources s JOIN articles a ON a.source_id = s.id JOIN ${PUBLIC_CLAIMS} c ON c.article_id = a.id
    GROUP BY s.id ORDER BY s.name LIMIT 500`);
  return rows.map((row) => ({ id: row.id, name: row.name, articles: Number(row.articles), claims: Number(row.claims) }));
}

export interface SourceRecord {
  source: PublicSource;
  articles: { article: PublicArticle; claims: number }[];
  /** The measures its claims answer. */
  measures: MeasureRecord[];
}

export async function sourceRecord(from: Reads, id: string): Promise<SourceRecord | null> {
  const source = await from.select({ id: sources.id, name: sources.name }).from(sources).where(eq(sources.id, id)).get();
  if (!source) return null;
  const own = sql`${claims.articleId} IN (SELECT id FROM articles WHERE source_id = ${id})`;
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

import { eq, inArray } from 'drizzle-orm';
import type { PublicArticle } from '@/lib/publication';
import type { Reads } from '../open';
import { articles, sources } from '../schema';

export interface StoredArticle {
  article: PublicArticle;
  /** Never leaves this room whole unless the excerpt policy says so. */
  text: string;
}

/** Only addresses a reader can follow: anything else stays plain text and never becomes a link. */
export function webAddress(url: string | null): string | null {
  if (!url || !URL.canParse(url)) return null;
  return /^https?:$/.test(new URL(url).protocol) ? url : null;
}

const COLUMNS = {
  id: articles.id,
  title: articles.title,
  sourceId: sources.id,
  sourceName: sources.name,
  publishedAt: articles.publishedAt,
  byline: articles.byline,
  url: articles.url,
  language: articles.language,
  demoNote: articles.demoNote,
  addedAt: articles.createdAt,
  textHash: articles.textHash,
  engine: articles.engine,
  text: articles.text,
};

/** Articles by id, with their texts. Whether one may be shown is for the caller: it is public once a claim in it is accepted. */
export async function storedArticles(from: Reads, ids: string[]): Promise<Map<string, StoredArticle>> {
  if (ids.length === 0) return new Map();
  const rows = await from
    .select(COLUMNS)
    .from(articles)
    .leftJoin(sources, eq(sources.id, articles.sourceId))
    .where(inArray(articles.id, ids));
  return new Map(
    rows.map(({ text, sourceId, sourceName, url, ...row }) => [
      row.id,
      { article: { ...row, url: webAddress(url), source: sourceId && sourceName ? { id: sourceId, name: sourceName } : null }, text },
    ]),
  );
}

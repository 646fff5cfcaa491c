import { eq, getTableColumns, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { linkFault } from '@/lib/base';
import type { PublicArticle } from '@/lib/publication';
import { isNoted } from '../notice-record';
import type { Reads } from '../open';
import { articleSnapshots, articles, sources } from '../schema';
import { isAmong } from '../statement';
import { publicNotices } from './notices';
import { publicOrigins } from './origins';
import { isPublicArticle, PUBLIC_ARTICLES } from './visible';

/** Only addresses a reader can follow: anything else stays plain text and never becomes a link. */
const webAddress = (url: string | null): string | null => (url !== null && linkFault(url) === null ? url : null);

/** An outlet that was merged is shown as the one that stands for it, and so is an agency. */
const [outlets, agencies, wires] = [alias(sources, 'outlets'), alias(sources, 'agencies'), alias(sources, 'wires')];

const { id, title, publishedAt, byline, url, language, demoNote, textHash, engine } = getTableColumns(articles);
const COLUMNS = {
  ...{ id, title, publishedAt, byline, url, language, demoNote, textHash, engine },
  addedAt: articles.createdAt,
  firstId: articleSnapshots.firstId,
  sourceId: sql<string | null>`coalesce(${sources.standingId}, ${sources.id})`,
  sourceName: sql<string | null>`coalesce(${outlets.name}, ${sources.name})`,
  agencyId: sql<string | null>`coalesce(${agencies.standingId}, ${agencies.id})`,
  agencyName: sql<string | null>`coalesce(${wires.name}, ${agencies.name})`,
};

/** Those of these articles that are public, without their texts. */
export async function publicArticles(from: Reads, ids: string[]): Promise<Map<string, PublicArticle>> {
  if (ids.length === 0) return new Map();
  const rows = await from
    .select(COLUMNS)
    .from(articles)
    .leftJoin(articleSnapshots, eq(articleSnapshots.articleId, articles.id))
    .leftJoin(sources, eq(sources.id, articles.sourceId))
    .leftJoin(outlets, eq(outlets.id, sources.standingId))
    .leftJoin(agencies, eq(agencies.id, articles.agencyId))
    .leftJoin(wires, eq(wires.id, agencies.standingId))
    .where(sql`${isAmong(articles.id, ids)} AND ${isPublicArticle}`);
  const shown = rows.map((row) => row.id);
  const [origins, notices] = [await publicOrigins(from, shown), await publicNotices(from, shown)];
  return new Map(
    rows.map(({ sourceId, sourceName, agencyId, agencyName, firstId, ...row }) => [
      row.id,
      {
        ...row,
        ...{ originId: origins.get(row.id) ?? row.id, url: webAddress(row.url) },
        ...notices.get(row.id),
        ...(firstId === null ? {} : { firstId }),
        // The address of a text that may not be shown leads to it, and its headline is a part of it.
        ...(notices.get(row.id)?.withheld ? { title: null, byline: null, url: null } : {}),
        source: sourceId && sourceName ? { id: sourceId, name: sourceName } : null,
        agency: agencyId && agencyName ? { id: agencyId, name: agencyName } : null,
      },
    ]),
  );
}

/** Public articles in the order of their ids, from behind one on. */
export async function publicArticlesBehind(from: Reads, after: string, most: number): Promise<PublicArticle[]> {
  const rows = await from.all<{ id: string }>(sql`SELECT id FROM public_articles WHERE id > ${after} ORDER BY id LIMIT ${most}`);
  const found = await publicArticles(
    from,
    rows.map((row) => row.id),
  );
  return rows.flatMap((row) => found.get(row.id) ?? []);
}

/** The text of one public article, whole: it leaves this folder only as far as the excerpt policy says. Null, too, while it is withheld. */
export async function textOf(from: Reads, articleId: string): Promise<string | null> {
  const rows = await from.all<{ text: string }>(
    sql`SELECT a.text FROM ${PUBLIC_ARTICLES} a WHERE a.id = ${articleId} AND NOT ${isNoted('withheld', sql`a.id`)}`,
  );
  return rows[0]?.text ?? null;
}

import { eq, inArray, sql } from 'drizzle-orm';
import { originsAmong } from '@/lib/article';
import type { Reads } from '../open';
import { FIRST_ARTICLE } from '../origins';
import { keptPassages } from '../passages-lately';
import { articleOrigins, articles } from '../schema';
import { isAmong, sqlOf } from '../statement';
import { isPublicArticle } from './visible';

/**
 * The origins of public articles, as public articles alone tell them: an article that nobody accepted neither is an origin here nor
 * joins two, so that it changes no count a reader sees. What the record has is taken where all of a group is public.
 */
export async function publicOrigins(from: Reads, ids: readonly string[]): Promise<Map<string, string>> {
  const { articleId, originId, passages } = articleOrigins;
  const groups = from.select({ originId }).from(articleOrigins).where(isAmong(articleId, ids));
  const members = await from
    .select({ id: articleId, originId, seen: sql<number>`${isPublicArticle}` })
    .from(articleOrigins)
    .innerJoin(articles, eq(articles.id, articleId))
    .where(inArray(originId, groups));
  const unseen = new Set(members.filter(({ seen }) => Number(seen) === 0).map((member) => member.originId));
  const origins = new Map(members.filter((member) => !unseen.has(member.originId)).map((member) => [member.id, member.originId]));
  if (unseen.size === 0) return origins;
  const told = await from
    .select({ id: articleId, textHash: articles.textHash, passages })
    .from(articleOrigins)
    .innerJoin(articles, eq(articles.id, articleId))
    .where(sql`${isAmong(originId, unseen)} AND ${isPublicArticle}`)
    .orderBy(sqlOf(FIRST_ARTICLE));
  const among = originsAmong(told.map((article) => ({ ...article, passages: keptPassages(article.passages) })));
  return new Map([...origins, ...among]);
}

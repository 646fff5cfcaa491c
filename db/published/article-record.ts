import { eq } from 'drizzle-orm';
import { sentencesOf } from '@/lib/article';
import { type ArticlePage, articlePage, type MeasureRecord } from '@/lib/publication';
import type { Reads } from '../open';
import { claims } from '../schema';
import { publicClaims } from './claims';
import { measureRecords } from './records';

export interface ArticleRecord {
  page: ArticlePage;
  /** The measures its public claims answer, for verdicts and links. */
  measures: MeasureRecord[];
}

/** An article that holds at least one public claim; every other one does not exist here. */
export async function articleRecord(from: Reads, id: string): Promise<ArticleRecord | null> {
  const { claims: members, articles } = await publicClaims(from, eq(claims.articleId, id));
  const held = articles.get(id);
  if (!held || members.length === 0) return null;
  const ordered = [...members].sort((a, b) => a.ordinal - b.ordinal);
  return {
    page: articlePage(held.article, { text: held.text, sentences: sentencesOf(held.text) }, ordered),
    measures: await measureRecords(from, [...new Set(ordered.map((claim) => claim.measureId))]),
  };
}

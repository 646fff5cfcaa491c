import { sentencesOf } from '@/lib/article';
import type { Span } from '@/lib/base';
import { type ArticlePage, articlePage, type MeasureRecord, type PublicClaim } from '@/lib/publication';
import type { Reads } from '../open';
import { words } from '../statement';
import { textOf } from './articles';
import { publicClaims } from './claims';
import { measureRecords } from './records';

export interface ArticleRecord {
  page: ArticlePage;
  /** The measures its public claims answer, for verdicts and links. */
  measures: MeasureRecord[];
}

/** An article that holds at least one public claim; every other one does not exist here. */
export async function articleRecord(from: Reads, id: string): Promise<ArticleRecord | null> {
  const { claims: members } = await publicClaims(from, words`claims.article_id = ${id}`);
  const page = await pageOf(from, id, members);
  return page && { page, measures: await measureRecords(from, [...new Set(members.map((claim) => claim.measureId))]) };
}

/** The page of an article with these claims of it, of which those with a span are marked; null where none of them, or no text, is public. */
export async function pageOf(
  from: Reads,
  id: string,
  claims: readonly (PublicClaim & { span: Span | null })[],
): Promise<ArticlePage | null> {
  const text = await textOf(from, id);
  const ordered = [...claims].sort((a, b) => a.ordinal - b.ordinal);
  const article = ordered[0]?.article;
  if (!article || (text === null && !article.withheld)) return null;
  return articlePage(article, text === null ? null : { text, sentences: sentencesOf(text) }, ordered);
}

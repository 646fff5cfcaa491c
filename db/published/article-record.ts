import { sentencesOf } from '@/lib/article';
import { type ArticlePage, articlePage, type MeasureRecord } from '@/lib/publication';
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
  const text = await textOf(from, id);
  const { claims: members } = await publicClaims(from, words`claims.article_id = ${id}`);
  const ordered = [...members].sort((a, b) => a.ordinal - b.ordinal);
  const article = ordered[0]?.article;
  if (!article || (text === null && !article.withheld)) return null;
  return {
    page: articlePage(article, text === null ? null : { text, sentences: sentencesOf(text) }, ordered),
    measures: await measureRecords(from, [...new Set(ordered.map((claim) => claim.measureId))]),
  };
}

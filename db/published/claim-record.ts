import { and, eq } from 'drizzle-orm';
import { sentencesOf } from '@/lib/article';
import { excerptSpans, type MeasureRecord, type Passage, passageOf } from '@/lib/publication';
import type { Reads } from '../open';
import { claims } from '../schema';
import { storedArticles } from './articles';
import { isPublicClaim } from './claims';
import { measureRecord } from './records';

/** A public claim's measure, and its quote with two sentences on both sides. Null for what is not public, known or not. */
export async function claimRecord(from: Reads, id: string): Promise<{ record: MeasureRecord; context: Passage } | null> {
  const row = await from
    .select()
    .from(claims)
    .where(and(isPublicClaim, eq(claims.id, id)))
    .get();
  if (!row) return null;
  const record = await measureRecord(from, row.measureId!);
  const article = (await storedArticles(from, [row.articleId])).get(row.articleId);
  if (!record || !article) return null;
  const span = { start: row.start, end: row.end };
  const sentence = { start: row.sentenceStart, end: row.sentenceEnd };
  const around = excerptSpans(sentencesOf(article.text), [span])[0] ?? sentence;
  return { record, context: passageOf(article.text, around, { ...span, id }, 2400) };
}

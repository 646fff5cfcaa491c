import { and, or, sql } from 'drizzle-orm';
import { type Passage, passageOf } from '@/lib/publication';
import type { ClaimRow } from '../codec';
import type { Reads } from '../open';
import { articles } from '../schema';
import { among, hasAstral, isAmong, sqlOf } from '../statement';

/** More text beside a mention than any quote shows. */
const AROUND = 700;
/** With more claims of one article than this, its text is cheaper whole than in pieces. */
const FEW = 6;

interface Stretch {
  text: string;
  /** Where in the article it begins. */
  start: number;
}

/** The sentence of each claim with the mention marked, by claim id. Only what is shown leaves the database, not the articles. */
export async function quotesOf(from: Reads, rows: ClaimRow[]): Promise<Map<string, Passage>> {
  const texts = await wholeTexts(from, rows);
  const pieces = await stretchesOf(
    from,
    rows.filter((row) => !texts.has(row.articleId)).map((row) => row.id),
  );
  return new Map(rows.map((row) => [row.id, quoteOf(row, pieces.get(row.id) ?? { text: texts.get(row.articleId)!, start: 0 })]));
}

function quoteOf(row: ClaimRow, { text, start }: Stretch): Passage {
  const mark = { id: row.id, start: row.start - start, end: row.end - start };
  if (text.slice(mark.start, mark.end) !== row.text) throw new Error(`claim ${row.id} does not stand in its article`);
  const sentence = { start: Math.max(0, row.sentenceStart - start), end: Math.min(text.length, row.sentenceEnd - start) };
  return passageOf(text, sentence, mark);
}

async function wholeTexts(from: Reads, rows: ClaimRow[]): Promise<Map<string, string>> {
  const counts = new Map<string, number>();
  for (const { articleId } of rows) counts.set(articleId, (counts.get(articleId) ?? 0) + 1);
  if (counts.size === 0) return new Map();
  const often = [...counts].flatMap(([id, count]) => (count > FEW ? [id] : []));
  const wanted = and(isAmong(articles.id, counts.keys()), or(isAmong(articles.id, often), hasAstral(articles.text)));
  const found = await from.select({ id: articles.id, text: articles.text }).from(articles).where(wanted);
  return new Map(found.map(({ id, text }) => [id, text]));
}

async function stretchesOf(from: Reads, ids: string[]): Promise<Map<string, Stretch>> {
  if (ids.length === 0) return new Map();
  const found = await from.all<Stretch & { id: string }>(sql`
    SELECT id, start, substr(text, start + 1, stop - start) AS text FROM (
      SELECT c.id, a.text, max(c.sentence_start, c.start_at - ${AROUND}) AS start, min(c.sentence_end, c.end_at + ${AROUND}) AS stop
      FROM claims c JOIN articles a ON a.id = c.article_id WHERE c.id IN ${sqlOf(among(ids))})`);
  return new Map(found.map(({ id, text, start }) => [id, { text, start: Number(start) }]));
}

import { digestOf } from '@/lib/audit';
import { type Actor, personId } from './actor';
import { append } from './audit';
import { type ArticleRow, type ClaimRow, readingOf } from './codec';
import type { Tx } from './open';
import { articles, claims } from './schema';
import { putWords } from './search-index';

export const ARTICLE_ADDED = 'articles.add';
export const articleSubject = (id: string): string => `article:${id}`;

/** What the log keeps of an article: the hash of its text, the digest of its whole row, and that of its claims as they were read. */
export const articleHashes = (article: ArticleRow, claimRows: ClaimRow[]): string[] => [
  article.textHash,
  digestOf(article),
  claimsHash(claimRows),
];

/** The digest of claims as they were read. */
export const claimsHash = (rows: readonly ClaimRow[]): string => digestOf([...rows].sort((a, b) => a.ordinal - b.ordinal).map(readingOf));

/** Keeps an article, its claims, their words for search and the fact that binds them to the log. Nothing of it is ever rewritten. */
export async function recordArticle(tx: Tx, article: ArticleRow, outlet: string | null, rows: ClaimRow[], by: Actor): Promise<void> {
  const { id, title, byline, text, createdAt } = article;
  if (article.enteredBy !== personId(by)) throw new Error('an article is entered by whoever adds it');
  await tx.insert(articles).values(article);
  // Not the text: an article is public once one reading is, and what else it says is not. Its accepted sentences have entries of their own.
  await putWords(tx, 'article', id, [title, byline, outlet]);
  await recordClaims(tx, text, rows);
  const evidenceHashes = articleHashes(article, rows);
  await append(tx, { at: createdAt, actor: by, action: ARTICLE_ADDED, subject: articleSubject(id), evidenceHashes });
}

/** Keeps claims of an article with their words for search. */
export async function recordClaims(tx: Tx, text: string, rows: readonly ClaimRow[]): Promise<void> {
  // Fifty rows a statement. A total may stand behind its part, even in a later statement: that reference is checked at the end.
  for (let from = 0; from < rows.length; from += 50) await tx.insert(claims).values(rows.slice(from, from + 50));
  for (const row of rows) {
    // A number can always be pointed at: the quote is checked where it is stored.
    if (text.slice(row.start, row.end) !== row.text) throw new Error(`claim ${row.ordinal} does not quote its article`);
    await putWords(tx, 'claim', row.id, [row.text, row.measureWords, row.speakerName, text.slice(row.sentenceStart, row.sentenceEnd)]);
  }
}

import { digestOf } from '@/lib/audit';
import { type Actor, personId } from './actor';
import { appendAll } from './audit';
import { type ArticleRow, type ClaimRow, readingOf } from './codec';
import type { Tx } from './open';
import { insertRows } from './rows';
import { articles, claims } from './schema';
import { withSpeakers } from './speakers';
import { turnOf } from './statement';

export const ARTICLE_ADDED = 'articles.add';
export const articleSubject = (id: string): string => `article:${id}`;

/** What the log keeps of an article: the hash of its text, the digest of its whole row, and that of its claims as they were read. */
export const articleHashes = (article: ArticleRow, claimRows: readonly ClaimRow[]): string[] => [
  article.textHash,
  digestOf(withoutAgency(article)),
  claimsHash(claimRows),
];

/** An article of no agency has the digest that it had before there were any. */
const withoutAgency = ({ agencyId, ...article }: ArticleRow): object => (agencyId === null ? article : { ...article, agencyId });

/** The digest of claims as they were read. */
export const claimsHash = (rows: readonly ClaimRow[]): string => digestOf([...rows].sort((a, b) => a.ordinal - b.ordinal).map(readingOf));

/** An article that is new, with the claims that were read in it. */
export interface NewArticle {
  article: ArticleRow;
  outlet: string | null;
  rows: readonly ClaimRow[];
}

/** Keeps articles, their claims and the facts that bind them to the log. Nothing of it is ever rewritten. */
export async function recordArticles(tx: Tx, added: readonly NewArticle[], by: Actor): Promise<void> {
  if (added.some(({ article }) => article.enteredBy !== personId(by))) throw new Error('an article is entered by whoever adds it');
  for (const { article, rows } of added) for (const row of rows) holdToText(article.text, row);
  const all = <Part>(part: (one: NewArticle) => readonly Part[]): Part[] => added.flatMap(part);
  await insertRows(
    tx,
    articles,
    all(({ article }) => [article]),
  );
  await insertRows(
    tx,
    claims,
    await withSpeakers(
      tx,
      all(({ rows }) => rows),
    ),
  );
  const factOf = ({ article, rows }: NewArticle) => ({
    ...{ at: article.createdAt, actor: by, action: ARTICLE_ADDED, subject: articleSubject(article.id) },
    evidenceHashes: articleHashes(article, rows),
  });
  for (const one of added) {
    await turnOf(tx);
    await appendAll(tx, [factOf(one)]);
  }
}

/** Keeps claims of a later reading. */
export async function recordClaims(tx: Tx, text: string, rows: readonly ClaimRow[]): Promise<void> {
  for (const row of rows) holdToText(text, row);
  await insertRows(tx, claims, await withSpeakers(tx, rows));
}

/** A number can always be pointed at: the quote is checked where it is stored. */
export function holdToText(text: string, row: ClaimRow): void {
  if (text.slice(row.start, row.end) !== row.text) throw new Error(`claim ${row.ordinal} does not quote its article`);
}

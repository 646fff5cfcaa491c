import { digestOf } from '@/lib/audit';
import { type Actor, personId } from './actor';
import { appendAll } from './audit';
import { type ArticleRow, type ClaimRow, readingOf } from './codec';
import type { Tx } from './open';
import { insertRows } from './rows';
import { articles, claims } from './schema';
import { addWords, type Entry } from './search-index';
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

/** Keeps articles, their claims, their words for search and the facts that bind them to the log. Nothing of it is ever rewritten. */
export async function recordArticles(tx: Tx, added: readonly NewArticle[], by: Actor): Promise<void> {
  if (added.some(({ article }) => article.enteredBy !== personId(by))) throw new Error('an article is entered by whoever adds it');
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
  await turnOf(tx);
  addWords(
    tx,
    all(({ article, outlet, rows }) => [wordsOfArticle(article, outlet), ...rows.map((row) => wordsOfClaim(article.text, row))]),
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

/** Keeps claims of a later reading with their words for search. */
export async function recordClaims(tx: Tx, text: string, rows: readonly ClaimRow[]): Promise<void> {
  await insertRows(tx, claims, await withSpeakers(tx, rows));
  addWords(
    tx,
    rows.map((row) => wordsOfClaim(text, row)),
  );
}

/** Not the text: an article is public once one reading is, and what else it says is not. Its accepted sentences have entries of their own. */
const wordsOfArticle = ({ id, title, byline }: ArticleRow, outlet: string | null): Entry => ({
  ...{ kind: 'article', id, words: [title, byline, outlet] },
});

export function wordsOfClaim(text: string, row: ClaimRow): Entry {
  // A number can always be pointed at: the quote is checked where it is stored.
  if (text.slice(row.start, row.end) !== row.text) throw new Error(`claim ${row.ordinal} does not quote its article`);
  const sentence = text.slice(row.sentenceStart, row.sentenceEnd);
  return { kind: 'claim', id: row.id, words: [row.text, row.measureWords, row.speakerName, sentence] };
}

import { eq } from 'drizzle-orm';
import { OWNER } from '@/db/actor';
import { recordArticles } from '@/db/article-record';
import { fileClaims } from '@/db/claim-keys';
import { type ArticleRow, claimRow, recordedClaim } from '@/db/codec';
import { regroup } from '@/db/grouping';
import { newId } from '@/db/ids';
import type { ArticleInput } from '@/db/intake';
import { nameKey } from '@/db/name-key';
import { textHashOf } from '@/db/new-article';
import type { Database, Tx } from '@/db/open';
import { oweRegroup } from '@/db/owed';
import { articles, claims } from '@/db/schema';
import { ensureSources } from '@/db/sources';
import { type Claim, readArticle } from '@/lib/claim';
import { NOW } from './world';

/** What an older engine made of the claims that are read today. */
export type Older = (claims: Claim[]) => Claim[];

/** It took every counted thing for something else. */
export const otherNoun: Older = (all) => all.map((claim) => ({ ...claim, noun: 'things', frame: { ...claim.frame, head: 'thing' } }));

/** Stores articles as engine "1" read them, grouped and compared; gives their ids. */
export async function addOlder(db: Database, inputs: readonly ArticleInput[], older: Older, now = NOW): Promise<string[]> {
  const ids = await db.write(async (tx) => {
    const stored: string[] = [];
    for (const input of inputs) stored.push(await storeOlder(tx, input, older, now));
    oweRegroup(tx, now);
    return stored;
  });
  await regroup(db, now);
  return ids;
}

async function storeOlder(tx: Tx, input: ArticleInput, older: Older, now: string): Promise<string> {
  const { externalId, outlet, publishedAt, title, byline, url, language, text } = input;
  const read = older(readArticle(text, { publishedAt, outlet, title, language }).claims);
  const known = await ensureSources(tx, outlet === null ? [] : [outlet], OWNER, now);
  const source = known.get(nameKey(outlet ?? ''));
  const textHash = textHashOf(text);
  const original = await tx.select({ id: articles.id }).from(articles).where(eq(articles.textHash, textHash)).get();
  const row: ArticleRow = {
    ...{ id: newId(), externalId, sourceId: source?.id ?? null, publishedAt, title, byline, url, language },
    ...{ state: 'read', text, textHash, sameTextAs: original?.id ?? null },
    ...{ engine: '1', doubts: [], demoNote: null, enteredBy: null, createdAt: now, agencyId: null },
  };
  const ids = read.map(() => newId());
  const rows = read.map((claim, ordinal) =>
    claimRow(claim, { id: ids[ordinal]!, articleId: row.id, ordinal, partOf: ids[claim.partOf ?? -1] ?? null, createdAt: now }),
  );
  await recordArticles(tx, [{ article: row, outlet, rows }], OWNER);
  const origin = { outlet, publishedAt, textHash };
  await fileClaims(
    tx,
    rows.map((claim) => recordedClaim(claim, origin)),
  );
  return row.id;
}

/** The claims of an article in the order of its text, and then in that in which they were read. */
export const claimsOf = (db: Database, articleId: string) =>
  db.read.select().from(claims).where(eq(claims.articleId, articleId)).orderBy(claims.start, claims.ordinal);

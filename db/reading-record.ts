import { eq } from 'drizzle-orm';
import { digestOf } from '@/lib/audit';
import type { Actor } from './actor';
import { articleSubject, claimsHash, recordClaims } from './article-record';
import { append } from './audit';
import { fileClaims, unfileClaims } from './claim-keys';
import { type ArticleRow, type ClaimRow, recordedClaim } from './codec';
import type { Tx } from './open';
import { oweRegroup } from './owed';
import type { Rereading } from './placed-reading';
import { dropComparisons } from './relations';
import { claims, readings } from './schema';
import { isAmong } from './statement';
import { dropSuggestions } from './suggestions';

export const ARTICLE_REREAD = 'articles.reread';

export type ReadingRow = typeof readings.$inferSelect;

/** What the log keeps of a later reading: the digest of its row, and that of the claims that came with it. */
export const readingHashes = ({ seq: _, ...reading }: ReadingRow, added: readonly ClaimRow[]): string[] => [
  digestOf(reading),
  claimsHash(added),
];

/** Where an article comes from, for the keys of its claims. */
export interface Origin {
  outlet: string | null;
}

/**
 * Keeps a later reading beside those before it, with its claims and the fact that binds both to the log. Claims that it takes the place of
 * stay where they are and are marked; what was made from them for grouping and search goes.
 */
export async function recordReading(
  tx: Tx,
  article: ArticleRow & Origin,
  reading: Pick<ReadingRow, 'engine' | 'state' | 'doubts' | 'readAt'>,
  { added, superseded, standing }: Pick<Rereading, 'added' | 'superseded' | 'standing'>,
  by: Actor,
): Promise<void> {
  const last = await tx.$count(readings, eq(readings.articleId, article.id));
  const row: ReadingRow = {
    ...{ articleId: article.id, revision: last + 1, seq: 0, ...reading },
    ...{ added: added.map(({ id }) => id), superseded },
  };
  await recordClaims(tx, article.text, added);
  const [fromVersion, toVersion] = [last, row.revision];
  const evidenceHashes = readingHashes(row, added);
  const fact = { at: row.readAt, actor: by, action: ARTICLE_REREAD, subject: articleSubject(article.id) };
  const seq = await append(tx, { ...fact, fromVersion, toVersion, evidenceHashes });
  await tx.insert(readings).values({ ...row, seq });
  const gone = new Set(superseded.map(({ claim }) => claim));
  const left = standing.filter(({ id }) => gone.has(id));
  await supersede(tx, left);
  const { outlet, publishedAt, textHash } = article;
  const recorded = (rows: readonly ClaimRow[]) => rows.map((claim) => recordedClaim(claim, { outlet, publishedAt, textHash }));
  await unfileClaims(tx, recorded(left));
  await fileClaims(tx, recorded(added));
  if (added.length > 0) oweRegroup(tx, row.readAt);
  for (const measureId of measuresLeft(left, standing)) oweRegroup(tx, row.readAt, measureId);
}

async function supersede(tx: Tx, rows: readonly ClaimRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 500) {
    const ids = rows.slice(from, from + 500).map(({ id }) => id);
    await tx.update(claims).set({ status: 'superseded' }).where(isAmong(claims.id, ids));
    dropComparisons(tx, ids);
    await dropSuggestions(tx, ids);
  }
}

/** The measures that lose a claim, and those of the totals that lose a part: their sums are another question now. */
function measuresLeft(left: readonly ClaimRow[], standing: readonly ClaimRow[]): Set<string | null> {
  const home = new Map(standing.map(({ id, measureId }) => [id, measureId]));
  const measures = left.flatMap(({ measureId, partOf }) => [measureId, partOf === null ? null : (home.get(partOf) ?? null)]);
  return new Set(measures);
}

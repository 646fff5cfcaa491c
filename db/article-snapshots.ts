import { asc, eq } from 'drizzle-orm';
import { digestOf } from '@/lib/audit';
import { MACHINE } from './actor';
import { articleSubject } from './article-record';
import { append } from './audit';
import type { ArticleRow } from './codec';
import type { Reads, Tx } from './open';
import { articlesAt } from './same-address';
import { articleSnapshots } from './schema';

type SnapshotRow = typeof articleSnapshots.$inferSelect;

export const SNAPSHOT_STORED = 'articles.snapshot';

/** What the log keeps of a snapshot. */
export const snapshotDigest = ({ articleId, firstId, number, at }: SnapshotRow): string => digestOf({ articleId, firstId, number, at });

/**
 * Notes of an article that was just stored whose next snapshot it is: that of the article which the same outlet had at the same address before. What
 * stood there keeps its text, its claims and what people said of them. An article that somebody calls one of its own is asked about nowhere.
 */
export async function recordSnapshot(tx: Tx, { id, url, sourceId, createdAt }: ArticleRow): Promise<void> {
  const earlier = (await articlesAt(tx, url)).find((one) => one.id !== id && one.sourceId === sourceId);
  if (!earlier) return;
  const texts = await textsOf(tx, earlier.id);
  const [first, last] = [texts[0]!, texts.at(-1)!];
  const row = { articleId: id, firstId: first.id, number: last.number + 1, seq: 0, at: createdAt };
  const fact = { action: SNAPSHOT_STORED, subject: articleSubject(id), evidenceHashes: [snapshotDigest(row)] };
  const seq = await append(tx, {
    at: createdAt,
    actor: MACHINE,
    ...fact,
    before: { of: null },
    after: { of: first.id, number: row.number },
  });
  await tx.insert(articleSnapshots).values({ ...row, seq });
}

/** The article whose text is the first snapshot of this one. */
async function firstOf(from: Reads, id: string): Promise<string> {
  const row = await from
    .select({ firstId: articleSnapshots.firstId })
    .from(articleSnapshots)
    .where(eq(articleSnapshots.articleId, id))
    .get();
  return row?.firstId ?? id;
}

/** The texts of the article that this one is a text of, public or not, by their numbers. */
export async function textsOf(from: Reads, id: string): Promise<{ id: string; number: number }[]> {
  const firstId = await firstOf(from, id);
  const later = await from
    .select({ id: articleSnapshots.articleId, number: articleSnapshots.number })
    .from(articleSnapshots)
    .where(eq(articleSnapshots.firstId, firstId))
    .orderBy(asc(articleSnapshots.number));
  return [{ id: firstId, number: 1 }, ...later];
}

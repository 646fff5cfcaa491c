import { asc, eq, gt } from 'drizzle-orm';
import { passagesOf } from '@/lib/article';
import type { Database, Reads, Tx } from './open';
import { fileOrigins, type Unfiled } from './origins';
import { articleOrigins, articles, meta, passages } from './schema';
import { isAmong } from './statement';
import { nextTurn } from './turns';

export const ORIGINS_OWED = 'origins_owed';
/** Articles filed in one transaction. */
const TOGETHER = 20;

/** True where articles have no origin yet: they were stored before origins were told, or finding them was cut off. */
export async function areOriginsOwed(from: Reads): Promise<boolean> {
  return (await from.select().from(meta).where(eq(meta.key, ORIGINS_OWED)).get()) !== undefined;
}

/** Works out all origins anew from the texts, some articles at a time: others write in between. Cut off, it is owed. */
export async function rebuildOrigins(db: Database): Promise<void> {
  await db.write(async (tx) => {
    await tx.insert(meta).values({ key: ORIGINS_OWED, value: '' }).onConflictDoNothing();
    await tx.delete(passages);
    await tx.delete(articleOrigins);
  });
  for (let last: string | null = ''; last !== null; ) {
    const after: string = last;
    last = await db.write((tx) => fileSome(tx, after));
  }
  await db.write((tx) => tx.delete(meta).where(eq(meta.key, ORIGINS_OWED)));
}

/** Gives the id of the last one, or null where none was left. */
async function fileSome(tx: Tx, after: string): Promise<string | null> {
  const { id, publishedAt, createdAt, textHash } = articles;
  const some = await tx
    .select({ id, publishedAt, createdAt, textHash, text: articles.text })
    .from(articles)
    .where(gt(id, after))
    .orderBy(asc(id))
    .limit(TOGETHER);
  const ids = some.map((article) => article.id);
  const filed = await tx.select({ id: articleOrigins.articleId }).from(articleOrigins).where(isAmong(articleOrigins.articleId, ids));
  const known = new Set(filed.map((one) => one.id));
  // Stored while this went on, it was filed then.
  const unfiled: Unfiled[] = [];
  for (const { text, ...article } of some.filter(({ id }) => !known.has(id))) {
    unfiled.push({ article, found: passagesOf(text), told: true });
    await nextTurn();
  }
  await fileOrigins(tx, unfiled);
  return ids.at(-1) ?? null;
}

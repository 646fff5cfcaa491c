import { and, desc, eq, gt, sql } from 'drizzle-orm';
import type { Reads, Tx } from './open';
import { articles, meta, readings } from './schema';
import { isAmong } from './statement';

/** What is known of a reading besides its claims. */
export type Reading = Pick<typeof articles.$inferSelect, 'engine' | 'state' | 'doubts'>;

const lastOf = sql`(SELECT engine FROM readings r WHERE r.article_id = ${articles.id} ORDER BY r.revision DESC LIMIT 1)`;

/** Which engine read an article last. The one notion of what is to be read again, so that no cursor beside it can be wrong. */
export const engineToday = sql<string>`coalesce(${lastOf}, ${articles.engine})`;

/** Ids of articles whose reading of today was not made by this engine, behind one of them; the next so many. */
export async function articlesNotReadBy(from: Reads, engine: string, after: string, most: number): Promise<string[]> {
  const rows = await from
    .select({ id: articles.id })
    .from(articles)
    .where(and(gt(articles.id, after), sql`${engineToday} <> ${engine}`))
    .orderBy(articles.id)
    .limit(most);
  return rows.map(({ id }) => id);
}

/** How many there are of them. */
export const countNotReadBy = (from: Reads, engine: string): Promise<number> => from.$count(articles, sql`${engineToday} <> ${engine}`);

/** The last of an article's later readings; null where the one it came in with is that of today. */
export async function readingToday(from: Reads, articleId: string): Promise<Reading | null> {
  const { engine, state, doubts } = readings;
  const found = await from
    .select({ engine, state, doubts })
    .from(readings)
    .where(eq(readings.articleId, articleId))
    .orderBy(desc(readings.revision))
    .limit(1)
    .get();
  return found ?? null;
}

const ALIKE = 'read-alike:';

/** Left with a reading that reads every claim as it stands: a later look by the same engine finds nothing, whatever is judged meanwhile. */
export async function noteAlike(tx: Tx, articleId: string, engine: string): Promise<void> {
  const row = { key: `${ALIKE}${articleId}`, value: engine };
  await tx
    .insert(meta)
    .values(row)
    .onConflictDoUpdate({ target: meta.key, set: { value: engine } });
}

/** True of an article that this engine reads as it stands. A record of before this was noted does not know. */
export const isAlike = (engine: string) =>
  sql`EXISTS (SELECT 1 FROM meta WHERE meta.key = ${ALIKE} || ${articles.id} AND meta.value = ${engine})`;

/** The engine that read each claim which came to one of these articles with a later reading, by claim. */
export async function enginesOfLater(from: Reads, articleIds: readonly string[]): Promise<Map<string, string>> {
  if (articleIds.length === 0) return new Map();
  const rows = await from
    .select({ engine: readings.engine, added: readings.added })
    .from(readings)
    .where(isAmong(readings.articleId, articleIds));
  return new Map(rows.flatMap(({ engine, added }) => added.map((id): [string, string] => [id, engine])));
}

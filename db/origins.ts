import { asc, eq, inArray, sql } from 'drizzle-orm';
import { haveOneOrigin, type Passages } from '@/lib/article';
import type { ArticleRow } from './codec';
import type { Tx } from './open';
import { articleOrigins, articles } from './schema';

/** How many passages of an article are filed, the lowest of those kept: reprints have some of these in common. */
const FILED = 64;
/** How many articles are looked at of each passage: a passage that thousands share tells nothing more. */
const OF_EACH = 40;
/** How many articles a new one is held against: those that share most of it, of every origin among them. */
const COMPARED = 32;
/** A group of reprints that is larger keeps the origin it has: to call each of its articles another would cost more with each reprint. */
const MOST_MOVED = 1000;

/** What places an article before another: the day of publication, then when it was stored. What was stored together, its text decides. */
type Placed = Pick<ArticleRow, 'id' | 'publishedAt' | 'createdAt' | 'textHash'>;
export const FIRST_ARTICLE = [sql`${articles.publishedAt} NULLS LAST`, asc(articles.createdAt), asc(articles.textHash), asc(articles.id)];

const bytesOf = (some: Passages): Buffer => Buffer.from(some.buffer, some.byteOffset, some.byteLength);
/** The passages of an article as they are kept. They are copied: bytes that were read may begin anywhere. */
export const keptPassages = (bytes: Uint8Array): Passages => new Uint32Array(new Uint8Array(bytes).buffer);

/**
 * Files an article under its passages and finds its origin: the first of the articles that it is a reprint of, or itself. An article
 * that is a reprint of two joins them. Looks at so many articles and moves so many, however large the record is. `told` is false where no
 * article has the same text. Gives the origin.
 */
export async function fileOrigin(tx: Tx, article: Placed, found: Passages, told = true): Promise<string> {
  const near = await reprintedBy(tx, article, found, told);
  const groups = [article.id, ...near];
  const large = await largeAmong(tx, near);
  const first = await firstOf(tx, large.length > 0 ? large : groups);
  const moved = near.filter((id) => id !== first && !large.includes(id));
  await tx.insert(articleOrigins).values({ articleId: article.id, originId: first, passages: bytesOf(found) });
  if (moved.length > 0) await tx.update(articleOrigins).set({ originId: first }).where(inArray(articleOrigins.originId, moved));
  await tx.run(sql`INSERT INTO passages (hash, article_id) SELECT value, ${article.id} FROM json_each(${lowestOf(found)})`);
  return first;
}

const lowestOf = (some: Passages): string => JSON.stringify([...some.subarray(0, FILED)]);

/** The origins of the articles that this one is a reprint of. */
async function reprintedBy(tx: Tx, { textHash }: Placed, found: Passages, told: boolean): Promise<string[]> {
  const { articleId, originId, passages: kept } = articleOrigins;
  const same = () =>
    tx
      .select({ originId })
      .from(articles)
      .innerJoin(articleOrigins, eq(articleId, articles.id))
      .where(eq(articles.textHash, textHash))
      .limit(1);
  const origins = new Set(told ? (await same()).map((one) => one.originId) : []);
  const likest = await likestArticles(tx, found);
  const others = likest.length === 0 ? [] : await tx.select({ originId, kept }).from(articleOrigins).where(inArray(articleId, likest));
  for (const other of others)
    if (!origins.has(other.originId) && haveOneOrigin(found, keptPassages(other.kept))) origins.add(other.originId);
  return [...origins];
}

/** The articles that share most of the lowest passages: of each origin the likest, then of each the second, so that none hides another. */
async function likestArticles(tx: Tx, found: Passages): Promise<string[]> {
  if (found.length === 0) return [];
  // The bound of each passage is looked up once, so that what lies beyond it is not even met.
  const holders = sql`SELECT p.article_id FROM json_each(${lowestOf(found)}) AS own CROSS JOIN passages p
    WHERE p.hash = own.value AND p.article_id <= coalesce(
      (SELECT article_id FROM passages WHERE hash = own.value ORDER BY article_id LIMIT 1 OFFSET ${OF_EACH - 1}), '~')`;
  const rows = await tx.all<{ id: string }>(sql`
    SELECT id FROM (
      SELECT article_id AS id, n, row_number() OVER (PARTITION BY origin_id ORDER BY n DESC, article_id) AS place
      FROM (SELECT article_id, count(*) AS n FROM (${holders}) GROUP BY article_id) JOIN article_origins USING (article_id))
    ORDER BY place, n DESC, id LIMIT ${COMPARED}`);
  return rows.map(({ id }) => id);
}

async function largeAmong(tx: Tx, origins: readonly string[]): Promise<string[]> {
  const large: string[] = [];
  for (const id of origins) {
    const counted = await tx.get<{ n: number }>(
      sql`SELECT count(*) AS n FROM (SELECT 1 FROM article_origins WHERE origin_id = ${id} LIMIT ${MOST_MOVED + 1})`,
    );
    if (Number(counted?.n) > MOST_MOVED) large.push(id);
  }
  return large;
}

async function firstOf(tx: Tx, ids: readonly string[]): Promise<string> {
  if (ids.length === 1) return ids[0] as string;
  const first = await tx
    .select({ id: articles.id })
    .from(articles)
    .where(inArray(articles.id, [...ids]))
    .orderBy(...FIRST_ARTICLE)
    .limit(1)
    .get();
  if (!first) throw new Error('an origin is an article');
  return first.id;
}

import { eq, sql } from 'drizzle-orm';
import { haveOneOrigin, passagesOf, sharedPassages } from '@/lib/article';
import type { ArticleInput } from './intake';
import { textHashOf } from './new-article';
import { isNoted } from './notice-record';
import type { Reads } from './open';
import { keptPassages } from './passages-lately';
import { articlesAt } from './same-address';
import { articleOrigins, articles, sources } from './schema';
import { SAID } from './shown-article';
import { outletName } from './sources';
import { askJson, isAmong, words } from './statement';

/** What makes a stored article look like one that is to be added. */
export type Likeness = 'text' | 'address' | 'canonical-address' | 'near-text';

/** A stored article that looks like one that is to be added. */
export interface StoredAlike {
  id: string;
  title: string | null;
  source: string | null;
  publishedAt: string | null;
  url: string | null;
  /** How its text begins. */
  opening: string;
  likeness: Likeness[];
  /** The share of the shorter text that the other has too, 0 to 1; null where the words were not compared. */
  shared: number | null;
}

/** So many are shown. */
const MOST = 5;
/** How many passages of the text are looked up, and how many articles of each. */
const [PASSAGES, OF_EACH] = [64, 40];
const NEAREST = 16;
const OPENING = 280;

/** Stored articles of the same text, of the same address in this or another spelling, or of nearly the same words, the likest first. Writes nothing. */
export async function storedAlike(from: Reads, input: Pick<ArticleInput, 'text' | 'url'>): Promise<StoredAlike[]> {
  const found = new Map<string, { likeness: Likeness[]; shared: number | null }>();
  const note = (id: string, likeness: Likeness, shared: number | null = null) => {
    const known = found.get(id) ?? { likeness: [], shared: null };
    found.set(id, { likeness: [...known.likeness, likeness], shared: shared ?? known.shared });
  };
  const same = await from
    .select({ id: articles.id })
    .from(articles)
    .where(eq(articles.textHash, textHashOf(input.text)))
    .limit(MOST);
  for (const { id } of same) note(id, 'text', 1);
  for (const { id, isSpeltSo } of await articlesAt(from, input.url)) note(id, isSpeltSo ? 'address' : 'canonical-address');
  for (const { id, shared } of await ofWords(from, input.text)) if (found.get(id)?.likeness[0] !== 'text') note(id, 'near-text', shared);
  const ids = [...found.keys()].slice(0, MOST);
  if (ids.length === 0) return [];
  const { id, publishedAt } = articles;
  const text = sql<string>`iif(${isNoted('withheld', articles.id)}, '', ${articles.text})`;
  const rows = await from
    .select({ id, title: SAID.title, publishedAt, url: SAID.url, text, source: outletName })
    .from(articles)
    .leftJoin(sources, eq(sources.id, articles.sourceId))
    .where(isAmong(articles.id, ids));
  return ids.flatMap((one) => {
    const row = rows.find((candidate) => candidate.id === one);
    if (!row) return [];
    const { text: whole, ...shown } = row;
    return [{ ...shown, opening: opening(whole), ...(found.get(one) as { likeness: Likeness[]; shared: number | null }) }];
  });
}

const opening = (text: string): string => (text.length <= OPENING ? text : text.slice(0, Math.max(1, text.lastIndexOf(' ', OPENING))));

/** Articles that have most of these words too: a reprint, however it was cut, or another version of the text. */
async function ofWords(from: Reads, text: string): Promise<{ id: string; shared: number }[]> {
  const own = passagesOf(text);
  if (own.length === 0) return [];
  const lowest = JSON.stringify([...own.subarray(0, PASSAGES)]);
  const near = await askJson<string[]>(
    from,
    words`SELECT json_group_array(id) AS json FROM (SELECT article_id AS id, count(*) AS n FROM json_each(${lowest}) AS own, passages
      WHERE passages.hash = own.value AND passages.article_id IN (SELECT article_id FROM passages WHERE hash = own.value ORDER BY article_id LIMIT ${OF_EACH})
      GROUP BY article_id ORDER BY n DESC, article_id LIMIT ${NEAREST})`,
  );
  const rows = await from.select().from(articleOrigins).where(isAmong(articleOrigins.articleId, near));
  return rows
    .map(({ articleId, passages }) => ({ id: articleId, other: keptPassages(passages) }))
    .filter(({ other }) => haveOneOrigin(own, other))
    .map(({ id, other }) => ({ id, shared: sharedPassages(own, other) }))
    .sort((a, b) => b.shared - a.shared || (a.id < b.id ? -1 : 1));
}

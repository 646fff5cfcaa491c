import { haveOneOrigin, type Passages } from '@/lib/article';
import type { ArticleRow } from './codec';
import type { Tx } from './open';
import { recall, remember } from './passages-lately';
import { among, ask, askJson, send, turnOf, words } from './statement';

/** How many passages of an article are filed, the lowest of those kept: reprints have some of these in common. */
const FILED = 64;
/** How many articles are looked at of each passage: a passage that thousands share tells nothing more. */
const OF_EACH = 40;
/** How many articles a new one is held against: those that share most of it, of every origin among them. */
const COMPARED = 32;
/** The passages of so many articles are filed at once, before others have a turn: they go all over a large index. */
const TOGETHER = 5;
/** A group of reprints that is larger keeps the origin it has: to call each of its articles another would cost more with each reprint. */
const MOST_MOVED = 1000;

/** What places an article before another: the day of publication, then when it was stored. What was stored together, its text decides. */
type Placed = Pick<ArticleRow, 'id' | 'publishedAt' | 'createdAt' | 'textHash'>;
export const FIRST_ARTICLE = words`articles.published_at NULLS LAST, articles.created_at, articles.text_hash, articles.id`;

const hexOf = (some: Passages): string => Buffer.from(some.buffer, some.byteOffset, some.byteLength).toString('hex');

/** An article with all its passages; `told` is false where no article has the same text. */
export interface Unfiled {
  article: Placed;
  found: Passages;
  told: boolean;
}

/**
 * Files articles under their passages and finds the origin of each: the first of the articles that it is a reprint of, or itself. An article
 * that is a reprint of two joins them, and one may be a reprint of those before it here. Looks at so many articles and moves so many, however
 * large the record is. Gives the origins.
 */
export async function fileOrigins(tx: Tx, some: readonly Unfiled[]): Promise<string[]> {
  if (some.length === 0) return [];
  const whole = JSON.stringify(some.map(({ article: { id }, found }) => [id, hexOf(found)]));
  send(
    tx,
    words`INSERT INTO article_origins (article_id, origin_id, passages)
      SELECT value ->> 0, value ->> 0, unhex(value ->> 1) FROM json_each(${whole})`,
  );
  for (let at = 0; at < some.length; at += TOGETHER) {
    await turnOf(tx);
    const filed = JSON.stringify(some.slice(at, at + TOGETHER).map(({ article: { id }, found }) => [id, lowestOf(found)]));
    send(
      tx,
      words`INSERT INTO passages (hash, article_id)
        SELECT own.value, one.value ->> 0 FROM json_each(${filed}) AS one, json_each(one.value, '$[1]') AS own`,
    );
  }
  const alike = await sharingWith(tx, some);
  for (const { article, found } of some) remember(article.id, found);
  for (const [at, one] of some.entries()) await joinOrigins(tx, one, some.slice(at), alike);
  return some.map(({ article }) => alike.originOf.get(article.id) as string);
}

const lowestOf = (some: Passages): number[] => [...some.subarray(0, FILED)];

/** Calls the article and what it is a reprint of by the first of them. */
async function joinOrigins(
  tx: Tx,
  { article, found, told }: Unfiled,
  unjoined: readonly Unfiled[],
  { shared, originOf }: Alike,
): Promise<void> {
  const near = new Set(told ? await originOfText(tx, article, unjoined) : []);
  const likest = await likestOf(tx, shared.get(article.id) ?? [], originOf);
  const passagesOf = await recall(tx, likest);
  await turnOf(tx);
  for (const id of likest) {
    const origin = originOf.get(id) as string;
    if (!near.has(origin) && haveOneOrigin(found, passagesOf.get(id) as Passages)) near.add(origin);
  }
  if (near.size === 0) return;
  const placed = await inOrder(tx, [article.id, ...near]);
  const large = placed.filter((one) => one.large === 1).map(({ id }) => id);
  const first = large[0] ?? (placed[0] as { id: string }).id;
  const moved = [article.id, ...near].filter((id) => id !== first && !large.includes(id));
  send(tx, words`UPDATE article_origins SET origin_id = ${first} WHERE origin_id IN ${among(moved)}`);
  for (const [id, origin] of originOf) if (moved.includes(origin)) originOf.set(id, first);
}

/** The origin of another article with the same text, but for those that have none yet. */
async function originOfText(tx: Tx, { textHash }: Placed, unjoined: readonly Unfiled[]): Promise<string[]> {
  const later = among(unjoined.map(({ article }) => article.id));
  const same = await ask<{ origin: string }>(
    tx,
    words`SELECT origin_id AS origin FROM articles JOIN article_origins ON article_id = id
      WHERE text_hash = ${textHash} AND id NOT IN ${later} LIMIT 1`,
  );
  return same.map(({ origin }) => origin);
}

/** The articles that each new one shares some of its lowest passages with, those with most first; and by now the origin of those looked at. */
interface Alike {
  shared: Map<string, string[]>;
  originOf: Map<string, string>;
}

async function sharingWith(tx: Tx, some: readonly Unfiled[]): Promise<Alike> {
  // What comes later here is held against what was before it, and no article against itself: that many may stand in the way of others.
  const hashes = [...new Set(some.flatMap(({ found }) => lowestOf(found)))];
  const holders = new Map<number, string[]>();
  for (let at = 0; at < hashes.length; at += TOGETHER * FILED)
    for (const [hash, ids] of await holdersOf(tx, hashes.slice(at, at + TOGETHER * FILED), OF_EACH + some.length)) holders.set(hash, ids);
  const place = new Map(some.map(({ article }, at) => [article.id, at]));
  const shared = new Map<string, string[]>();
  for (const [at, { article, found }] of some.entries()) {
    await turnOf(tx);
    const counts = new Map<string, number>();
    for (const hash of lowestOf(found)) {
      const before = (holders.get(hash) ?? []).filter((id) => (place.get(id) ?? -1) < at);
      for (const id of before.slice(0, OF_EACH)) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const most = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    shared.set(
      article.id,
      most.map(([id]) => id),
    );
  }
  const originOf = new Map(some.map(({ article: { id } }) => [id, id]));
  await learnOrigins(
    tx,
    originOf,
    [...shared.values()].flatMap((most) => most.slice(0, COMPARED)),
  );
  return { shared, originOf };
}

/** The articles that have each of these passages; so many of each, and as one row, since rows cost more than finding them. */
const holdersOf = (tx: Tx, hashes: readonly number[], most: number): Promise<[hash: number, articleIds: string[]][]> =>
  askJson(
    tx,
    words`SELECT json_group_array(json_array(own.value, json((SELECT json_group_array(article_id)
      FROM (SELECT article_id FROM passages WHERE hash = own.value ORDER BY article_id LIMIT ${most}))))) AS json
      FROM json_each(${JSON.stringify(hashes)}) AS own`,
  );

/** Adds the origins of these to those that are known: only of who is looked at, since thousands may share a phrase, all over the record. */
async function learnOrigins(tx: Tx, originOf: Map<string, string>, ids: readonly string[]): Promise<void> {
  const unknown = new Set(ids.filter((id) => !originOf.has(id)));
  if (unknown.size === 0) return;
  const rows = await askJson<[string, string][]>(
    tx,
    words`SELECT json_group_array(json_array(article_id, origin_id)) AS json FROM article_origins WHERE article_id IN ${among(unknown)}`,
  );
  for (const [id, origin] of rows) originOf.set(id, origin);
}

/** Of those that share most, of each origin the likest, then of each the second, so that none hides another. */
async function likestOf(tx: Tx, most: readonly string[], originOf: Map<string, string>): Promise<string[]> {
  for (let looked = COMPARED; ; looked *= 4) {
    const some = most.slice(0, looked);
    await learnOrigins(tx, originOf, some);
    const turns = byTurn(some, originOf);
    // Where the first of so many origins are among them, whoever comes later is not.
    if (looked >= most.length || (turns[0] as string[]).length >= COMPARED) return turns.flat().slice(0, COMPARED);
  }
}

/** The first of each origin, then the second of each, and so on. */
function byTurn(ids: readonly string[], originOf: ReadonlyMap<string, string>): string[][] {
  const told = new Map<string, number>();
  const turns: string[][] = [[]];
  for (const id of ids) {
    const origin = originOf.get(id) as string;
    const turn = told.get(origin) ?? 0;
    told.set(origin, turn + 1);
    const those = turns[turn];
    if (those) those.push(id);
    else turns.push([id]);
  }
  return turns;
}

/** Articles in the order in which they appeared, and which of them so many others are called by that they stay where they are. */
const inOrder = (tx: Tx, ids: readonly string[]): Promise<{ id: string; large: 0 | 1 }[]> =>
  ask(
    tx,
    words`SELECT id, EXISTS (SELECT 1 FROM article_origins WHERE origin_id = id LIMIT 1 OFFSET ${MOST_MOVED}) AS large
      FROM articles WHERE id IN ${among(ids)} ORDER BY ${FIRST_ARTICLE}`,
  );

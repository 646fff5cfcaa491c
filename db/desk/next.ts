import { and, asc, eq, ne, sql } from 'drizzle-orm';
import type { Reads } from '../open';
import { nextFree } from '../queue/draw';
import { type From, type Place, placesOf } from '../queue/places';
import { queueSetting } from '../queue/setting';
import { isDrawn, type Walked } from '../queue/splits';
import { claims } from '../schema';
import { among, ask, words } from '../statement';
import { askedOf, type QueueQuestion } from './queue';
import type { QueueLine } from './queue-lines';

/** Who stands where: in which part, narrowed to what, on which case or article. Null: at its beginning. */
export interface Standing extends Omit<QueueQuestion, 'begin' | 'split'> {
  split: Walked;
  at: string | null;
}

type Item = Pick<QueueLine, 'id' | 'kind'>;

/** Whether what comes next is drawn by chance when it is asked for: then nothing is ahead, and nobody looks at several to choose. */
export const isByChance = async (from: Reads, split: Walked): Promise<boolean> =>
  isDrawn(split) && (await queueSetting(from)).order === 'random';

/** What comes next: what follows in the order of the list, or where the desk draws by chance one of the oldest that nobody has. */
export async function nextItem(from: Reads, standing: Standing): Promise<Item | null> {
  if (!(await isByChance(from, standing.split))) return (await itemsAfter(from, standing, 1))[0] ?? null;
  const drawn = await nextFree(from, { ...standing, person: standing.personId });
  return drawn === null ? null : ((await itemsOf(from, [drawn]))[0] ?? null);
}

/**
 * The items that follow the one in view, in the order of the list, and after the last one those from the beginning: whoever left some
 * aside comes back to them. The item in view is never among them, and need not be in that part any more.
 */
export async function itemsAfter(from: Reads, standing: Standing, most: number): Promise<Item[]> {
  const { at } = standing;
  const place = at === null ? null : await placeOnceOf(from, standing.split, at);
  const beyond = place === null ? [] : await idsFrom(from, standing, { way: 'after', place }, most);
  const first = beyond.length === most ? [] : await idsFrom(from, standing, null, most + 1);
  return itemsOf(from, [...beyond, ...first.filter((id) => id !== at && !beyond.includes(id))].slice(0, most));
}

/** The item before the one in view; null at the beginning. */
export async function itemBefore(from: Reads, standing: Standing): Promise<Item | null> {
  const place = standing.at === null ? null : await placeOnceOf(from, standing.split, standing.at);
  const ids = place === null ? [] : await idsFrom(from, standing, { way: 'before', place }, 1);
  return (await itemsOf(from, ids))[0] ?? null;
}

async function idsFrom(from: Reads, standing: Standing, begin: From | null, most: number): Promise<string[]> {
  const asked = { ...(await askedOf(from, standing)), walked: true };
  return (await placesOf(from, asked, begin, most)).places.map(({ id }) => id);
}

async function itemsOf(from: Reads, ids: readonly string[]): Promise<Item[]> {
  if (ids.length === 0) return [];
  const rows = await ask<Item>(from, words`SELECT id, kind FROM queue_items WHERE id IN ${among(ids)}`);
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

/** Where an item stands; of a case that is settled by now, where it stood before. */
async function placeOnceOf(from: Reads, split: Walked, id: string): Promise<Place | null> {
  const [place] = await ask<Place>(
    from,
    words`SELECT CASE WHEN q.home = 'settled' AND ${split} <> 'settled' THEN (c.severity <> 'high') * 10.0 - c.confidence ELSE q.rank END AS rank, q.since, q.id
      FROM queue_items q LEFT JOIN cases c ON c.id = q.id WHERE q.id = ${id}`,
  );
  return place ?? null;
}

/** The reading of an article that waits for a word: the first behind the one given, else the first of all. Null where none waits. */
export async function waitingReading(from: Reads, articleId: string, after: string | null): Promise<string | null> {
  const isBefore = sql`${claims.start} <= (SELECT c.start_at FROM claims AS c WHERE c.id = ${after})`;
  const row = await from
    .select({ id: claims.id })
    .from(claims)
    .where(and(eq(claims.articleId, articleId), eq(claims.status, 'read'), ne(claims.id, after ?? '')))
    .orderBy(asc(isBefore), asc(claims.start), asc(claims.ordinal))
    .limit(1)
    .get();
  return row?.id ?? null;
}

import { database, now } from '@/app/_shell/database';
import type { Query } from '@/app/_shell/desk-page';
import { placeOf, queryOf, queueQuery } from '@/app/_shell/queue-query';
import { isByChance, isWalked, itemBefore, itemsAfter, type QueueLine, type Standing, type Walked } from '@/db/desk';
import { resolveFilters } from '@/db/queue/told';

/** The way through a part of the queue, for whoever came from there. */
export interface Onward {
  split: Walked;
  /** The part with what it is narrowed to, as addresses carry it on: "split=conflicts&severity=high". */
  list: string;
  /** Where a form leads when it is done: to the item that follows then, or to the end. */
  next: string;
  /** The items around the one in view; null where there is none. */
  after: string | null;
  before: string | null;
  /** Pages that are likely to be opened next. */
  ahead: string[];
}

/** Items that are fetched ahead. */
const AHEAD = 2;

/** The address of an item, opened from its part of the queue. Old measures are not walked through: their page knows of no queue. */
export const itemPath = (list: string, item: Pick<QueueLine, 'id' | 'kind'>): string =>
  item.kind === 'measure' ? placeOf(item) : `${placeOf(item)}?${list}`;

/** Where somebody goes on from an item. @param reading of an article whose other readings come first. */
export const nextPath = (list: string, from: string, reading?: string): string =>
  `/review/next?${list}&from=${from}${reading === undefined ? '' : `&reading=${reading}`}`;

/** Where somebody stands, by the address of the page; null where that names no part that is walked through. */
export async function standingOf(query: Query, at: string | null, personId: string): Promise<{ standing: Standing; list: string } | null> {
  const { split, filters } = await queueQuery(query, null);
  if (split === null || !isWalked(split)) return null;
  const resolved = await resolveFilters((await database()).read, filters, personId);
  return { standing: { split, filters: resolved.filters, personId, now: now(), at }, list: queryOf(split, filters) };
}

/** Null where the page was not opened from a part of the queue: then its forms lead back to it. */
export async function onward(query: Query, at: string, personId: string): Promise<Onward | null> {
  const stands = await standingOf(query, at, personId);
  if (stands === null) return null;
  const { read } = await database();
  const { standing, list } = stands;
  const [split, next] = [standing.split, nextPath(list, at)];
  if (await isByChance(read, split)) return { split, list, next, after: next, before: null, ahead: [] };
  const ahead = (await itemsAfter(read, standing, AHEAD)).map((item) => itemPath(list, item));
  const before = await itemBefore(read, standing);
  return { split, list, next, after: ahead[0] ?? null, before: before && itemPath(list, before), ahead };
}

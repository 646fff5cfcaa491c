import { database } from '@/app/_shell/database';
import { type Query, queryValue } from '@/app/_shell/desk-page';
import { itemBefore, itemsAfter, type Split, WALKED, type Walked } from '@/db/desk';

/** The way through a part of the queue, for whoever came from there. */
export interface Onward {
  split: Walked;
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

export const walkedSplit = async (query: Query): Promise<Walked | null> => {
  const asked = await queryValue(query, 'split');
  return WALKED.find((name) => name === asked) ?? null;
};

/** The address of an item, opened from its part of the queue. */
export const itemPath = (split: Split, id: string): string => `/review/${split === 'articles' ? 'articles' : 'cases'}/${id}?split=${split}`;

/** Where somebody goes on from an item. @param reading of an article whose other readings come first. */
export const nextPath = (split: Walked, at: string, reading?: string): string =>
  `/review/next?split=${split}&after=${at}${reading === undefined ? '' : `&reading=${reading}`}`;

/** Null where the page was not opened from a part of the queue: then its forms lead back to it. */
export async function onward(query: Query, at: string, person: string): Promise<Onward | null> {
  const split = await walkedSplit(query);
  if (split === null) return null;
  const { read } = await database();
  const standing = { split, person, at };
  const ahead = (await itemsAfter(read, standing, AHEAD)).map((id) => itemPath(split, id));
  const before = await itemBefore(read, standing);
  return { split, next: nextPath(split, at), after: ahead[0] ?? null, before: before && itemPath(split, before), ahead };
}

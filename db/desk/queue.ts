import type { Instant } from '@/lib/base';
import type { Reads } from '../open';
import { nextFree } from '../queue/draw';
import { type Asked, countPlaces, type From, type Place, placesOf, type QueueFilters } from '../queue/places';
import { type QueueSetting, queueSetting } from '../queue/setting';
import { ask, words } from '../statement';
import { countOlderReadings } from './newer';
import { linesOf, type QueueLine } from './queue-lines';
import { type ItemSplit, isDrawn, isItemSplit, SPLITS, type Split } from './splits';
import { countSuggestions } from './suggestions';

export type QueueCounts = Record<Split, number>;

const DAY_MS = 86_400_000;
const oldBefore = (now: Instant, { staleDays }: QueueSetting): string =>
  new Date(Date.parse(now) - staleDays * DAY_MS).toISOString().slice(0, 10);

/** How many items each part lists. They are kept with each write, or read from an index alone: they cost the same in a record of any size. */
export async function queueCounts(from: Reads, personId: string, now: Instant): Promise<QueueCounts> {
  const kept = await ask<{ split: string; items: number }>(from, words`SELECT split, items FROM queue_counts`);
  const old = oldBefore(now, await queueSetting(from));
  const [own] = await ask<{ stale: number; mine: number }>(
    from,
    words`SELECT (SELECT count(*) FROM queue_items WHERE split = 'stale' AND rank = 0 AND since < ${old}) AS stale,
      (SELECT count(*) FROM queue_facets WHERE split = 'mine' AND facet = 'who' AND value = ${personId}) AS mine`,
  );
  const counts = new Map([...kept.map(({ split, items }): [string, number] => [split, items]), ...Object.entries(own ?? {})]);
  const all = Object.fromEntries(SPLITS.filter(isItemSplit).map((split) => [split, counts.get(split) ?? 0])) as Record<ItemSplit, number>;
  return { ...all, suggestions: await countSuggestions(from, personId), rereadings: await countOlderReadings(from) };
}

/** One page of a part of the queue. */
export interface QueuePage {
  lines: QueueLine[];
  /** How many there are in all; null where nothing narrows the list, since its count is known. At most `MOST_COUNTED`. */
  found: number | null;
  /** Where the next page begins, and the one before. */
  after: string | null;
  before: string | null;
}

/** Rows on one page. */
const QUEUE_PAGE = 50;

export interface QueueQuestion {
  split: ItemSplit;
  filters: QueueFilters;
  personId: string;
  now: Instant;
  /** "after" or "before" and a place, as a page before gave it. */
  begin?: { way: From['way']; cursor: string } | null;
}

/** Items of a part: the most severe first, then the surest, then the oldest; readings the oldest first; what is settled, the latest first. */
export async function queuePage(from: Reads, question: QueueQuestion, size = QUEUE_PAGE): Promise<QueuePage> {
  const { personId, filters, begin } = question;
  const asked = await askedOf(from, question);
  const place = begin ? placeOf(begin.cursor) : null;
  const { places, rest } = await placesOf(from, asked, place && begin ? { way: begin.way, place } : null, size);
  const backwards = place !== null && begin?.way === 'before';
  const first = places[0] ?? place;
  const last = places.at(-1) ?? place;
  return {
    lines: await linesOf(from, places, personId),
    found: Object.keys(filters).length === 0 ? null : await countPlaces(from, asked),
    after: backwards ? cursorOf(last) : cursorOf(rest),
    before: backwards ? cursorOf(rest) : place === null ? null : cursorOf(first),
  };
}

async function askedOf(from: Reads, { split, filters, personId, now }: QueueQuestion): Promise<Asked> {
  return { split, filters, person: personId, now, oldBefore: oldBefore(now, await queueSetting(from)) };
}

/**
 * What comes after an item in its part, narrowed as it was; the first where none is named. Where the desk draws by chance it is one of the oldest
 * that nobody has.
 */
export async function nextItem(from: Reads, question: QueueQuestion, id: string | null): Promise<Pick<QueueLine, 'id' | 'kind'> | null> {
  const { order } = await queueSetting(from);
  const next = order === 'random' && isDrawn(question.split) ? await nextFree(from, question.split) : await idBehind(from, question, id);
  const [item] =
    next === null ? [] : await ask<Pick<QueueLine, 'id' | 'kind'>>(from, words`SELECT id, kind FROM queue_items WHERE id = ${next}`);
  return item ?? null;
}

async function idBehind(from: Reads, question: QueueQuestion, id: string | null): Promise<string | null> {
  const asked = await askedOf(from, question);
  const here = id === null ? null : await placeOnceOf(from, question, id);
  const { places } = await placesOf(from, asked, here ? { way: 'after', place: here } : null, 1);
  // Behind the last of them stands the first.
  const first = places.length > 0 || !here ? places : (await placesOf(from, asked, null, 1)).places;
  return first[0] && first[0].id !== id ? first[0].id : null;
}

/** Where an item stands; of a case that is settled by now, where it stood before. */
async function placeOnceOf(from: Reads, { split }: QueueQuestion, id: string): Promise<Place | null> {
  const [place] = await ask<Place>(
    from,
    words`SELECT CASE WHEN q.home = 'settled' AND ${split} <> 'settled' THEN (c.severity <> 'high') * 10.0 - c.confidence ELSE q.rank END AS rank, q.since, q.id
      FROM queue_items q LEFT JOIN cases c ON c.id = q.id WHERE q.id = ${id}`,
  );
  return place ?? null;
}

const cursorOf = (place: Place | null | undefined): string | null => (place ? `${place.rank}~${place.since}~${place.id}` : null);

/** Null for what was never a place: then the list begins at its beginning. */
function placeOf(cursor: string): Place | null {
  const [rank, since, id, ...more] = cursor.split('~');
  return since !== undefined && id !== undefined && more.length === 0 && Number.isFinite(Number(rank))
    ? { rank: Number(rank), since, id }
    : null;
}

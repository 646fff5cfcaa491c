import type { Instant } from '@/lib/base';
import { isAdjudicator } from '../editors';
import type { Reads } from '../open';
import { countDue, dueAt } from '../queue/looked';
import { type Asked, countMine, countOpinionsOf, countPlaces, type From, type Place, placesOf, type QueueFilters } from '../queue/places';
import { type ItemSplit, isItemSplit, SPLITS, type Split } from '../queue/splits';
import { decidesUnseen } from '../review-mode';
import { ask, words } from '../statement';
import { countOlderReadings } from './newer';
import { linesOf, type QueueLine } from './queue-lines';
import { countSuggestions } from './suggestions';

export type QueueCounts = Record<Split, number>;

/** How many items each part lists. They are kept with each write, or read from an index alone: they cost the same in a record of any size. */
export async function queueCounts(from: Reads, personId: string, now: Instant): Promise<QueueCounts> {
  const kept = await ask<{ split: string; items: number }>(from, words`SELECT split, items FROM queue_counts`);
  const [stale] = await ask<{ n: number }>(from, words`SELECT ${countDue(await dueAt(from, now))} AS n`);
  const own: [string, number][] = [
    ['stale', stale?.n ?? 0],
    ['mine', await countMine(from, personId)],
  ];
  const counts = new Map([...kept.map(({ split, items }): [string, number] => [split, items]), ...own]);
  const all = Object.fromEntries(SPLITS.filter(isItemSplit).map((split) => [split, counts.get(split) ?? 0])) as Record<ItemSplit, number>;
  if (all['second-review'] > 0) all['second-review'] -= await countOpinionsOf(from, personId, await isAdjudicator(from, personId));
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

/** What is asked of the places of the queue, with what the desk and the role of the person say to it. */
export async function askedOf(from: Reads, { split, filters, personId, now }: QueueQuestion): Promise<Asked> {
  const decides = split === 'second-review' && (await isAdjudicator(from, personId));
  return { split, filters, person: personId, now, due: await dueAt(from, now), decides, unseen: await decidesUnseen(from) };
}

const cursorOf = (place: Place | null | undefined): string | null => (place ? `${place.rank}~${place.since}~${place.id}` : null);

/** Null for what was never a place: then the list begins at its beginning. */
function placeOf(cursor: string): Place | null {
  const [rank, since, id, ...more] = cursor.split('~');
  return since !== undefined && id !== undefined && more.length === 0 && Number.isFinite(Number(rank))
    ? { rank: Number(rank), since, id }
    : null;
}

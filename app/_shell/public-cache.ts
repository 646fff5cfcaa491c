import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { movesSince, publicMoves } from '@/db/public-head';
import { type Day, dayOf } from '@/lib/base';

/** A finished answer: everything but what depends on the asker. */
export interface Finished {
  status: 200 | 307 | 308 | 404 | 410 | 422 | 451;
  body: string | Uint8Array<ArrayBuffer>;
  headers: Record<string, string>;
  etag: string;
}

/** A kept answer that can be sent as it is. */
export interface Ready {
  answer: Finished;
  plain: Buffer;
  /** For who takes gzip; null where it would not be smaller. */
  packed: Buffer | null;
}

interface Key {
  head: string;
  /** In UTC. */
  day: Day;
  /** How often the head had moved before it was read (see db/public-head.ts); null where others may move it unseen. */
  moves: number | null;
  place: string;
}

const MOST_ENTRIES = 2000;
const MOST_SIGNS = 24_000_000;
/** Shorter ones are hardly smaller for it. */
const LEAST_PACKED = 500;
const LONGEST_ADDRESS = 500;

/**
 * So long, in milliseconds, a measure that a move is not about is shown as it was while its page is made anew: many ask for it, and only one of them
 * waits. What the move is about is never shown as it was.
 */
const LATE = 500;

interface Shelf {
  head: string;
  day: Day;
  moves: number | null;
  /** What was kept under the head before, itself without one. */
  before: Shelf | null;
  /** By address, after which move somebody went to have it made anew. */
  sentFor: Map<string, number>;
  /** Compressed once somebody waits for more than one. */
  entries: Map<string, { answer: Finished; ready?: Ready }>;
  signs: number;
  cooking: Map<string, Promise<Finished>>;
  /** Places of `entries` by the address, path and query, that was asked: several lead to one. */
  places: Map<string, string>;
}

// Every route is bundled on its own; what hangs on globalThis they share.
const SHELF = Symbol.for('countercheck.public-pages');
const shared = globalThis as { [SHELF]?: Shelf };
const pack = promisify(gzip);

/**
 * Pages by the state of the record they were made from. The public head moves with every write that may change what readers see, so a page made at
 * one head is right until it moves, and then all of them go at once: nothing has to be told what became stale, and nothing can be
 * forgotten. That is why the framework's own page cache, which must be told, is not used. Missing pages are never kept: an id that
 * does not exist yet may exist later, and unknown ids must not fill the memory.
 */
export async function cachedAnswer(key: Key, make: () => Promise<Finished>): Promise<Finished> {
  const shelf = shelfOf(key);
  const kept = shelf.entries.get(key.place);
  if (kept) {
    // The most recently asked stands last: the first one is the one to drop.
    shelf.entries.delete(key.place);
    shelf.entries.set(key.place, kept);
    return kept.answer;
  }
  const waiting = shelf.cooking.get(key.place);
  if (waiting) return waiting;
  const cooking = make();
  shelf.cooking.set(key.place, cooking);
  try {
    const finished = await cooking;
    if (finished.status !== 404 && finished.status !== 422) keep(shelf, key.place, finished);
    return finished;
  } finally {
    shelf.cooking.delete(key.place);
  }
}

function shelfOf({ head, day, moves }: Key): Shelf {
  const stands = shared[SHELF];
  if (stands?.head === head && stands.day === day) {
    // It was read after that many moves and is the same still.
    if (moves !== null) stands.moves = Math.max(stands.moves ?? 0, moves);
    return stands;
  }
  const before = stands?.day === day ? { ...stands, before: null } : null;
  const shelf = { head, day, moves, before, sentFor: new Map(), entries: new Map(), signs: 0, cooking: new Map(), places: new Map() };
  // Who began before the last move and comes late takes nothing away from those who came after it.
  if (moves === null || (stands?.moves ?? -1) <= moves) shared[SHELF] = shelf;
  return shelf;
}

/** Puts the answer of a place in reach of `readyAnswer` by the address it was asked by, compressed once for everybody. */
export async function makeReady({ head, day, moves, place }: Key, address: string): Promise<void> {
  const shelf = shared[SHELF];
  const entry = shelf?.head === head && shelf.day === day ? shelf.entries.get(place) : undefined;
  if (!shelf || !entry || moves === null || entry.answer.status !== 200 || address.length > LONGEST_ADDRESS) return;
  if (shelf.places.size >= MOST_ENTRIES * 2) shelf.places.clear();
  shelf.places.set(address, place);
  if (entry.ready) return;
  const { body } = entry.answer;
  const packed = typeof body === 'string' && body.length >= LEAST_PACKED ? await pack(body) : null;
  entry.ready = { answer: entry.answer, plain: typeof body === 'string' ? Buffer.from(body) : Buffer.from(body), packed };
}

/** What is kept for an address and ready to be sent, if nothing public moved since it was made; for a little while also if what moved is not about it. */
export function readyAnswer(address: string): Ready | undefined {
  const shelf = shared[SHELF];
  if (!shelf || shelf.moves === null || shelf.day !== dayOf(new Date().toISOString())) return undefined;
  if (shelf.moves !== publicMoves()) return lateAnswer(shelf, address);
  return readyOn(shelf, address) ?? (shelf.before ? lateAnswer(shelf.before, address) : undefined);
}

function readyOn(shelf: Shelf, address: string): Ready | undefined {
  const place = shelf.places.get(address);
  return place === undefined ? undefined : shelf.entries.get(place)?.ready;
}

const MEASURE = /^\/(?:embed\/)?measures\/([a-z0-9]+)(?![a-z0-9])/;

function lateAnswer(shelf: Shelf, address: string): Ready | undefined {
  const ready = shelf.moves === null ? undefined : readyOn(shelf, address);
  const since = ready && movesSince(shelf.moves!);
  const measure = MEASURE.exec(address)?.[1];
  if (!since?.[0] || !measure || performance.now() - since[0].at > LATE) return undefined;
  if (since.some(({ measures, anywhere }) => anywhere || measures.includes(measure))) return undefined;
  if (shelf.sentFor.get(address) === publicMoves()) return ready;
  shelf.sentFor.set(address, publicMoves());
  return undefined;
}

/** Lets go of every page that is kept. */
export function forgetPages(): void {
  delete shared[SHELF];
}

function keep(shelf: Shelf, place: string, answer: Finished): void {
  if (answer.body.length > MOST_SIGNS / 4) return;
  shelf.entries.set(place, { answer });
  shelf.signs += answer.body.length;
  for (const [oldest, entry] of shelf.entries) {
    if (shelf.entries.size <= MOST_ENTRIES && shelf.signs <= MOST_SIGNS) return;
    shelf.entries.delete(oldest);
    shelf.signs -= entry.answer.body.length;
  }
}

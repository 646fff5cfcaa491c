/** A finished answer: everything but what depends on the asker. */
export interface Finished {
  status: 200 | 307 | 308 | 404 | 410 | 422 | 451;
  body: string | Uint8Array<ArrayBuffer>;
  headers: Record<string, string>;
  etag: string;
}

const MOST_ENTRIES = 2000;
const MOST_SIGNS = 24_000_000;

interface Shelf {
  head: string;
  entries: Map<string, Finished>;
  signs: number;
  cooking: Map<string, Promise<Finished>>;
}

// Every route is bundled on its own; what hangs on globalThis they share.
const SHELF = Symbol.for('countercheck.public-pages');
const shared = globalThis as { [SHELF]?: Shelf };

/**
 * Pages by the state of the record they were made from. The public head moves with every write that may change what readers see, so a page made at
 * one head is right until it moves, and then all of them go at once: nothing has to be told what became stale, and nothing can be
 * forgotten. That is why the framework's own page cache, which must be told, is not used. Missing pages are never kept: an id that
 * does not exist yet may exist later, and unknown ids must not fill the memory.
 */
export async function cachedAnswer(key: { head: string; place: string }, make: () => Promise<Finished>): Promise<Finished> {
  if (shared[SHELF]?.head !== key.head) shared[SHELF] = { head: key.head, entries: new Map(), signs: 0, cooking: new Map() };
  const shelf = shared[SHELF]!;
  const kept = shelf.entries.get(key.place);
  if (kept) {
    // The most recently asked stands last: the first one is the one to drop.
    shelf.entries.delete(key.place);
    shelf.entries.set(key.place, kept);
    return kept;
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

/** Lets go of every page that is kept. */
export function forgetPages(): void {
  delete shared[SHELF];
}

function keep(shelf: Shelf, place: string, finished: Finished): void {
  if (finished.body.length > MOST_SIGNS / 4) return;
  shelf.entries.set(place, finished);
  shelf.signs += finished.body.length;
  for (const [oldest, entry] of shelf.entries) {
    if (shelf.entries.size <= MOST_ENTRIES && shelf.signs <= MOST_SIGNS) return;
    shelf.entries.delete(oldest);
    shelf.signs -= entry.body.length;
  }
}

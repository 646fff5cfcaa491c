import type { Tx } from './open';
import { words as say, send } from './statement';

export type Kind = 'measure' | 'claim' | 'article';

const LETTERS = '0123456789bcdfghjkmnpqrstvwxyz';
const KINDS: Kind[] = ['measure', 'claim', 'article'];

/**
 * An entry's row number is its kind and id read as one number (below 2^63), so that it can be replaced without a walk through
 * the index: full-text tables have no other key.
 */
const rowNumber = (kind: Kind, id: string): bigint =>
  [...id].reduce((sum, letter) => sum * BASE + BigInt(LETTERS.indexOf(letter)), BigInt(KINDS.indexOf(kind)));
const BASE = BigInt(LETTERS.length);

/** What search finds: a measure by its title, a claim by its words and speaker, an article by title, byline and outlet. */
export interface Entry {
  kind: Kind;
  id: string;
  words: (string | null)[];
}

/**
 * So many pages of the index are put together with each addition. Left to itself the index does it by the hundred, once in a while, in
 * whatever statement comes next.
 */
const TIDIED = 16;

/** Files what search does not know yet. */
export function addWords(tx: Tx, entries: readonly Entry[]): void {
  if (entries.length === 0) return;
  const rows = entries.map(
    ({ kind, id, words }) => [String(rowNumber(kind, id)), kind, id, words.filter((word) => word !== null).join('\n')] as const,
  );
  // In the order of their numbers: the index writes what it holds to the disk whenever a number is lower than the one before it.
  const ordered = rows.sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
  const text = JSON.stringify(ordered);
  send(
    tx,
    say`INSERT INTO search (rowid, kind, id, words) SELECT CAST(value ->> 0 AS INTEGER), value ->> 1, value ->> 2, value ->> 3 FROM json_each(${text})`,
  );
  send(tx, say`INSERT INTO search (search, rank) VALUES ('merge', ${TIDIED})`);
}

/** Files an entry in the place of the one before. */
export function putWords(tx: Tx, entry: Entry): void {
  dropWords(tx, entry.kind, entry.id);
  addWords(tx, [entry]);
}

export function dropWords(tx: Tx, kind: Kind, id: string): void {
  send(tx, say`DELETE FROM search WHERE rowid = CAST(${String(rowNumber(kind, id))} AS INTEGER)`);
}

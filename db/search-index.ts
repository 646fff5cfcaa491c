import { slipsOf, wordsIn } from '@/lib/publication';
import type { Reads, Tx } from './open';
import { among, ask, words as say, send, type Words } from './statement';

/** A measure, a claim or an article that is public; the title of any measure, for the desk. */
export type Kind = 'measure' | 'claim' | 'article' | 'title';

const LETTERS = '0123456789bcdfghjkmnpqrstvwxyz';
const KINDS: Kind[] = ['measure', 'claim', 'article', 'title'];

/**
 * An entry's row number is its kind and id read as one number (below 2^63), so that it can be replaced without a walk through
 * the index: full-text tables have no other key.
 */
const rowNumber = (kind: Kind, id: string): bigint =>
  firstOf(kind) + [...id].reduce((sum, letter) => sum * BASE + BigInt(LETTERS.indexOf(letter)), 0n);
const BASE = BigInt(LETTERS.length);
/** So many ids there can be: the longest have twelve letters. */
const firstOf = (kind: Kind): bigint => BigInt(KINDS.indexOf(kind)) * BASE ** 12n;

/** The words of some entries, as they were filed. */
export const filed = (from: Reads, kind: Kind, ids: readonly string[]): Promise<{ id: string; words: string }[]> =>
  ask(from, say`SELECT id, words FROM search WHERE rowid IN ${numbersOf(kind, ids)}`);

/** Entries of a kind that hold the words, as a condition on the table; in the order of their row numbers the youngest are the last. */
export const matching = (kind: Kind, match: string): Words =>
  say`search MATCH ${match} AND rowid BETWEEN CAST(${String(firstOf(kind))} AS INTEGER) AND CAST(${String(firstOf(kind) + BASE ** 12n - 1n)} AS INTEGER)`;

/** Those of some entries that hold the words: each is looked up by itself, so they have to be few. */
export const matchingOf = (kind: Kind, match: string, ids: readonly string[]): Words =>
  say`search MATCH ${match} AND rowid IN ${numbersOf(kind, ids)}`;

const numbersOf = (kind: Kind, ids: readonly string[]): Words =>
  say`(SELECT CAST(value AS INTEGER) FROM json_each(${JSON.stringify(ids.map((id) => String(rowNumber(kind, id))))}))`;

/** What search finds: a measure by its title, a claim by its words, speaker and outlet, an article by title, byline and outlet. */
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

/** Files how words of what is public are written that nobody has used before: a mistyped one leads to them. They stay; what is found by them is asked anew. */
export async function fileSlips(tx: Tx, entries: readonly Entry[]): Promise<void> {
  const used = new Set(entries.flatMap(({ kind, words }) => (kind === 'title' ? [] : words.flatMap((text) => wordsIn(text ?? '')))));
  if (used.size === 0) return;
  const known = await ask<{ word: string }>(tx, say`SELECT word FROM word_slips WHERE slip IN ${among(used)} AND word = slip`);
  for (const { word } of known) used.delete(word);
  if (used.size === 0) return;
  const rows = JSON.stringify([...used].flatMap((word) => slipsOf(word).map((slip) => [slip, word])));
  send(
    tx,
    say`INSERT INTO word_slips (slip, word) SELECT value ->> 0, value ->> 1 FROM json_each(${rows}) WHERE true ON CONFLICT DO NOTHING`,
  );
}

export function dropWords(tx: Tx, kind: Kind, id: string): void {
  send(tx, say`DELETE FROM search WHERE rowid = CAST(${String(rowNumber(kind, id))} AS INTEGER)`);
}

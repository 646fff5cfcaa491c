import { sql } from 'drizzle-orm';
import type { Tx } from './open';

export type Kind = 'measure' | 'claim' | 'article';

const LETTERS = '0123456789bcdfghjkmnpqrstvwxyz';
const KINDS: Kind[] = ['measure', 'claim', 'article'];

/**
 * An entry's row number is its kind and id read as one number (below 2^53), so that it can be replaced without a walk through
 * the index: full-text tables have no other key.
 */
const rowNumber = (kind: Kind, id: string): number =>
  [...id].reduce((sum, letter) => sum * LETTERS.length + LETTERS.indexOf(letter), KINDS.indexOf(kind));

/** What search finds: a measure by its title, a claim by its words and speaker, an article by title, byline and outlet. */
export async function putWords(tx: Tx, kind: Kind, id: string, words: (string | null)[]): Promise<void> {
  await dropWords(tx, kind, id);
  const text = words.filter((word) => word !== null).join('\n');
  await tx.run(sql`INSERT INTO search (rowid, kind, id, words) VALUES (${rowNumber(kind, id)}, ${kind}, ${id}, ${text})`);
}

export async function dropWords(tx: Tx, kind: Kind, id: string): Promise<void> {
  await tx.run(sql`DELETE FROM search WHERE rowid = ${rowNumber(kind, id)}`);
}

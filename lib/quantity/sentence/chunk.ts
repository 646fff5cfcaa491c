/** A noun phrase without its article, a time, a verb group, a quantity, or one of the small words and marks between them. */
export type ChunkKind =
  | 'noun'
  | 'time'
  | 'pron'
  | 'there'
  | 'verb'
  | 'prep'
  | 'and'
  | 'sub'
  | 'rel'
  | 'comma'
  | 'colon'
  | 'open'
  | 'close'
  | 'stop'
  | 'quantity';

/** The chunk, or undefined: to ask an array before its start would cost many times what the comparison does. */
export const chunkAt = (chunks: readonly Chunk[], at: number): Chunk | undefined => (at >= 0 ? chunks[at] : undefined);

/** A run of tokens that does one thing in its sentence. */
export interface Chunk {
  kind: ChunkKind;
  from: number;
  to: number;
  /** The word that decides, in lower case: a preposition, the last word of a verb group or of a noun phrase, the article of a quantity. */
  word: string;
  /** Index of the quantity; −1 for all other chunks. */
  quantity: number;
  /** Of a verb group: a participle behind "be", a form of "be" alone, or without a finite verb ("adding", "to add"). */
  form: 'finite' | 'passive' | 'be' | 'open' | null;
  /** A noun phrase whose last word has a capital; a quantity with its noun. */
  named: boolean;
}

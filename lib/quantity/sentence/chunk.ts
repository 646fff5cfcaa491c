import { type Spelling, spellingOf } from '../../base';

/** A run of tokens that does one thing in its sentence. */
export interface Chunk {
  /** A noun phrase, a time, a verb group, a quantity, or one of the small words and marks between them: one of KINDS. */
  kind: number;
  from: number;
  to: number;
  /** The word that decides, in lower case: a preposition, the last word of a verb group or of a noun phrase, the article of a quantity, a semicolon. */
  word: string;
  /** Its spelling; that of no word where none decides. */
  spelling: Spelling;
  /** Index of the quantity; −1 for all other chunks. */
  quantity: number;
  /** Of a verb group: a participle behind "be", a form of "be" alone, or without a finite verb ("adding", "to add"). */
  form: 'finite' | 'passive' | 'be' | 'open' | null;
  /** A noun phrase whose last word has a capital; a quantity with its noun. */
  named: boolean;
}

/** Where no word decides. */
export const NO_WORD = spellingOf('');
/** Stands before the first chunk and behind the last: of no kind, next to nothing. */
const NOWHERE: Chunk = { kind: 0, from: -2, to: -1, word: '', spelling: NO_WORD, quantity: -1, form: null, named: false };

/** The chunk at a place, or one of no kind: to ask an array before its start would cost many times what the comparison does. */
export const chunkAt = (chunks: readonly Chunk[], at: number): Chunk => (at >= 0 && at < chunks.length ? (chunks[at] as Chunk) : NOWHERE);
/** Its kind; 0 where none stands. */
export const kindAt = (chunks: readonly Chunk[], at: number): number => (at >= 0 && at < chunks.length ? (chunks[at] as Chunk).kind : 0);

/**
 * What a word or a chunk is, one bit each, so that one comparison asks for several. The first fifteen are kinds of words; of these the first
 * nine, and the others, are kinds of chunks. Who asks often takes them out once into constants of its own: the machine knows those by value.
 */
export const KINDS = {
  /** A word that is part of a noun phrase or unknown; a noun phrase without its article. */
  NOUN: 1 << 0,
  TIME: 1 << 1,
  PRON: 1 << 2,
  THERE: 1 << 3,
  /** A verb by its form alone; a verb group. */
  VERB: 1 << 4,
  PREP: 1 << 5,
  AND: 1 << 6,
  SUB: 1 << 7,
  REL: 1 << 8,
  DET: 1 << 9,
  TO: 1 << 10,
  BE: 1 << 11,
  AUX: 1 << 12,
  /** A noun or a verb: its neighbours decide. */
  BOTH: 1 << 13,
  ADV: 1 << 14,
  COMMA: 1 << 15,
  COLON: 1 << 16,
  OPEN: 1 << 17,
  CLOSE: 1 << 18,
  STOP: 1 << 19,
  QUANTITY: 1 << 20,
} as const;

/**
 * What the reader of numbers makes of sentences that it was never mended on (tests/corpora/held-out.txt): a quantity is right where value, hedge, unit and
 * counted noun are those that had been written down before. A test reads them again and refuses any other figure here.
 */
export const READING_QUALITY = {
  measuredOn: '2026-11-30',
  version: '5',
  sha256: 'e3016d226858af015d37c92ca3b73d70168e9762565697018566a34a179352a1',
  rows: 35,
  /** Quantities that the sentences hold, those that were read, and those of both that are the same. */
  expected: 38,
  found: 39,
  right: 38,
} as const;

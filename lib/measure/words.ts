import type { RecordedClaim } from './types';

/** A weight for each word around the claim, numbers masked; the vector has length 1. */
export type Vector = ReadonlyMap<string, number>;

const MASK = /^[\d.,]+$/;
/** A word of the claim's own measure says more about its question than one from elsewhere in the sentence. */
const NEAR = 2;

/** Words whose form differs between two papers and whose sense does not meet at their first six letters ("donated", "donations"). */
const stem = (word: string): string => word.toLowerCase().slice(0, 6);

function wordsOf(claim: RecordedClaim): Map<string, number> {
  const weights = new Map<string, number>();
  for (const word of claim.frame.terms) if (!MASK.test(word)) weights.set(stem(word), 1);
  for (const word of claim.measure.split(/[^\p{L}]+/u)) {
    const key = stem(word);
    if (weights.has(key)) weights.set(key, NEAR);
  }
  return weights;
}

function unitVector(words: ReadonlyMap<string, number>, weight: (word: string) => number): Vector {
  const entries = [...words].map(([word, near]) => [word, near * weight(word)] as const).sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const length = Math.sqrt(entries.reduce((sum, [, w]) => sum + w * w, 0)) || 1;
  return new Map(entries.map(([word, w]) => [word, w / length]));
}

/** Words that few claims use say more about the question than words that all use. */
export function vectorsOf(claims: readonly RecordedClaim[]): Map<string, Vector> {
  const sets = claims.map((claim) => [claim.id, wordsOf(claim)] as const);
  const frequency = new Map<string, number>();
  for (const [, words] of sets) for (const word of words.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  // Smoothed by four so that a corpus of two claims does not take every shared word for a common one.
  const idf = (word: string) => Math.log(1 + (claims.length + 4) / ((frequency.get(word) ?? 0) + 1));
  return new Map(sets.map(([id, words]) => [id, unitVector(words, idf)]));
}

export function cosine(a: Vector, b: Vector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [word, weight] of small) sum += weight * (large.get(word) ?? 0);
  return sum;
}

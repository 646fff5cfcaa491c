import { words } from '@/lib/base';
import { once } from './once';
import type { RecordedClaim } from './types';

/** The words around the claim, numbers masked, in their order, and a weight for each; the vector has length 1. */
export interface Vector {
  words: readonly string[];
  weights: ReadonlyMap<string, number>;
}

const MASK = /^[\d.,]+$/;
/** A word of the claim's own measure says more about its question than one from elsewhere in the sentence. */
const NEAR = 2;

/** Words whose form differs between two papers and whose sense does not meet at their first six letters ("donated", "donations"). */
export const stem = (word: string): string => word.toLowerCase().slice(0, 6);

function weighed(claim: RecordedClaim): Map<string, number> {
  const weights = new Map<string, number>();
  for (const word of claim.frame.terms) if (!MASK.test(word)) weights.set(stem(word), 1);
  for (const word of claim.measure.split(/[^\p{L}]+/u)) {
    const key = stem(word);
    if (weights.has(key)) weights.set(key, NEAR);
  }
  return weights;
}

function unitVector(own: ReadonlyMap<string, number>, weight: (word: string) => number): Vector {
  const entries = [...own].map(([word, near]) => [word, near * weight(word)] as const).sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const length = Math.sqrt(entries.reduce((sum, [, w]) => sum + w * w, 0)) || 1;
  return { words: entries.map(([word]) => word), weights: new Map(entries.map(([word, w]) => [word, w / length])) };
}

/**
 * Words that stand in every second news story tell questions apart less than others do. The list is fixed, so that how alike two claims
 * are never depends on what else is in the record: a claim of today is judged as it was judged among a hundred others.
 */
const COMMON = new Set(
  words(`people person year month week day time hour night morning evening government official officials authority authorities police report
  country countries nation national city town area region province state world president minister ministry spokesman spokeswoman spokesperson
  department agency office member group company firm public local new first last early late next former major total number amount figure
  million billion percent monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
  october november december news statement source sources leader head chief man men woman women child children home part place way
  lot several many few`),
);
const COMMON_STEMS = new Set([...COMMON].map(stem));
const COMMON_WEIGHT = 0.5;
/** True for the stem of a word that tells little. */
export const isCommon = (stemmed: string): boolean => COMMON_STEMS.has(stemmed);

/** The words around a claim, each weighed by how much it tells. */
export const wordsOf = once((claim): Vector => unitVector(weighed(claim), (word) => (COMMON_STEMS.has(word) ? COMMON_WEIGHT : 1)));

export function cosine(a: Vector, b: Vector): number {
  const [small, large] = a.words.length <= b.words.length ? [a, b] : [b, a];
  let sum = 0;
  for (const word of small.words) sum += (small.weights.get(word) as number) * (large.weights.get(word) ?? 0);
  return sum;
}

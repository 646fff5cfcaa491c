import type { Token } from '../base';
import { UNITS } from './units/units';
import { isPlural } from './words/plural';
import { ALSO_PARTICIPLES, VERBS } from './words/stopwords';

/** A set of words from a line of them. */
export const words = (line: string): ReadonlySet<string> => new Set(line.trim().split(/\s+/));

/**
 * Small looks at tokens that all readers share. Out of range is an empty word; to ask the array itself there would cost many times what the
 * comparisons do. They are asked more often than anything else, so they call nothing.
 */
export const tokenAt = (tokens: readonly Token[], i: number): Token | undefined => (i >= 0 && i < tokens.length ? tokens[i] : undefined);
export const word = (tokens: readonly Token[], i: number): string => {
  const token = i >= 0 && i < tokens.length ? tokens[i] : undefined;
  return token !== undefined && token.kind === 'word' ? token.lower : '';
};
export const mark = (tokens: readonly Token[], i: number): string => {
  const token = i >= 0 && i < tokens.length ? tokens[i] : undefined;
  return token !== undefined && token.kind === 'mark' ? token.text : '';
};
export const digits = (tokens: readonly Token[], i: number): string => {
  const token = i >= 0 && i < tokens.length ? tokens[i] : undefined;
  return token !== undefined && token.kind === 'number' ? token.text : '';
};
export const glued = (tokens: readonly Token[], i: number): boolean => i >= 0 && i < tokens.length && tokens[i]?.gap === 'none';
/** The next token belongs to the same block of text. */
export const near = (tokens: readonly Token[], i: number): boolean => i >= 0 && i < tokens.length && tokens[i]?.gap !== 'block';
export const isHyphen = (tokens: readonly Token[], i: number): boolean => {
  const token = i >= 0 && i < tokens.length ? tokens[i] : undefined;
  if (token === undefined || token.kind !== 'mark') return false;
  return token.text === '-' || token.text === '‐' || token.text === '‑';
};
const DASHES: ReadonlySet<string> = new Set('-‐‑‒–—−');
export const isDash = (tokens: readonly Token[], i: number): boolean => {
  const token = i >= 0 && i < tokens.length ? tokens[i] : undefined;
  return token !== undefined && token.kind === 'mark' && DASHES.has(token.text);
};
const UPPER = /^\p{Lu}/u;
export function capital(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== 'word') return false;
  const first = token.text.charCodeAt(0);
  return first < 128 ? first <= 90 : UPPER.test(token.text);
}
/**
 * The word of small letters behind a blank at token `i`, or nothing. Most numbers stand before such a word, and it tells most readers at
 * once that they need not look further.
 */
export function smallWord(tokens: readonly Token[], i: number): string {
  const token = tokens[i];
  return token !== undefined && token.kind === 'word' && token.gap === 'space' && token.text.length > 1 && token.text === token.lower
    ? token.lower
    : '';
}
/** One capital letter by itself. */
export const isInitial = (text: string): boolean => (text <= 'z' ? text.length === 1 && text >= 'A' && text <= 'Z' : INITIAL.test(text));
const INITIAL = /^\p{Lu}$/u;
/** Ends a sentence or a clause for the purpose of looking around a number. */
export const isStop = (tokens: readonly Token[], i: number): boolean => {
  const sign = mark(tokens, i);
  if (!STOPS.has(sign)) return false;
  const next = tokens[i + 1];
  if (next !== undefined && next.gap === 'none' && next.kind !== 'mark') return false;
  return sign !== '.' || !ABBREVIATIONS.has(word(tokens, i - 1));
};
const STOPS: ReadonlySet<string> = new Set('.!?;');
const ABBREVIATIONS = words(
  `mr mrs ms dr prof gen col lt capt sgt st sen rep gov jr sr jan feb mar apr jun jul aug sep sept oct nov dec inc ltd co corp vs etc no
  approx est`,
);

/** A sentence, a heading or a quotation begins at token `i`: its capital says nothing about the word. */
export const sentenceStart = (tokens: readonly Token[], i: number): boolean =>
  i === 0 ||
  tokens[i]?.gap === 'block' ||
  tokens[i]?.gap === 'line' ||
  OPENERS.has(mark(tokens, i - 1)) ||
  (isDash(tokens, i - 1) && !(glued(tokens, i) && glued(tokens, i - 1)));
const OPENERS: ReadonlySet<string> = new Set('.!?:"“”\'‘(');

/** What a figure counts stands behind it, from token `i` on: a plural in small letters within three words, a unit, a scale, "%". */
export function countedAhead(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i];
  if (next === undefined || next.gap === 'block') return false;
  if (next.kind === 'mark') return COUNT_SIGNS.has(next.text) || (next.text === '-' && next.gap === 'none');
  for (let k = i; k < i + 4; k += 1) {
    const token = tokens[k];
    if (token?.kind !== 'word' || token.gap === 'block') return false;
    if (isPlural(token.lower) || UNITS.has(token.lower) || COUNT_WORDS.has(token.lower)) return true;
    if (NO_COUNT.has(token.lower) || (VERBS.has(token.lower) && !ALSO_PARTICIPLES.has(token.lower))) return false;
  }
  return false;
}
const COUNT_SIGNS: ReadonlySet<string> = new Set('%‰％°$€£');
const COUNT_WORDS = words(
  'million billion trillion thousand hundred crore lakh mln bn percent per metric cubic square yuan yen dead injured wounded missing arrested',
);
const NO_COUNT = words(
  'the a an was is were are be has had have will would can could to and or in for by with from when after that which who of on as at but',
);

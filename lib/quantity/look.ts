import { isListed, type Listed, type Token, WordList, type WordTable, words } from '../base';

/**
 * Small looks at tokens that all readers share. Out of range is an empty word; to ask the array itself there would cost many times what the
 * comparisons do. They are asked more often than anything else, so they call nothing.
 */
export const tokenAt = (tokens: readonly Token[], i: number): Token | undefined => (i >= 0 && i < tokens.length ? tokens[i] : undefined);
export const word = (tokens: readonly Token[], i: number): string => {
  const token = i >= 0 && i < tokens.length ? tokens[i] : undefined;
  return token !== undefined && token.kind === 'word' ? token.lower : '';
};
/** The word at token `i` stands in the list. */
export const isOf = (tokens: readonly Token[], i: number, list: Listed): boolean => {
  const token = i >= 0 && i < tokens.length ? tokens[i] : undefined;
  return token !== undefined && token.kind === 'word' && isListed(token.spelling, list);
};
/** The word or mark at token `i` stands in the list. */
export const isIn = (tokens: readonly Token[], i: number, list: Listed): boolean => {
  const token = i >= 0 && i < tokens.length ? tokens[i] : undefined;
  return token !== undefined && token.kind !== 'number' && isListed(token.spelling, list);
};
/** The mark at token `i` stands in the list. */
export const isSign = (tokens: readonly Token[], i: number, list: Listed): boolean => {
  const token = i >= 0 && i < tokens.length ? tokens[i] : undefined;
  return token !== undefined && token.kind === 'mark' && isListed(token.spelling, list);
};
/** What the table has for the word at token `i`. */
export const valueAt = <Value>(tokens: readonly Token[], i: number, table: WordTable<Value>): Value | undefined =>
  isOf(tokens, i, table) ? table.get((tokens[i] as Token).lower) : undefined;
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
/** A hyphen that is glued on both sides. */
export const inHyphen = (tokens: readonly Token[], i: number): boolean =>
  isHyphen(tokens, i) && tokens[i]?.gap === 'none' && glued(tokens, i + 1);
/** The index behind such a hyphen; the same index where none stands. */
export const behindHyphen = (tokens: readonly Token[], i: number): number => (inHyphen(tokens, i) ? i + 1 : i);
/** The index behind token `i` and all that is glued to it with or without hyphens: "COVID-19", "second-degree"; at the farthest `end`. */
export function gluedEnd(tokens: readonly Token[], i: number, end = tokens.length): number {
  let to = i + 1;
  while (to < end && glued(tokens, to) && (tokens[to]?.kind !== 'mark' || inHyphen(tokens, to))) to += 1;
  return to;
}
export const HYPHENS: readonly string[] = ['-', '‐', '‑'];
export const DASHES: ReadonlySet<string> = new Set('-‐‑‒–—−');
/** The codes of DASHES. */
const isDashCode = (code: number): boolean => code === 45 || (code >= 0x2010 && code <= 0x2014) || code === 0x2212;
export const isDash = (tokens: readonly Token[], i: number): boolean => {
  const token = i >= 0 && i < tokens.length ? tokens[i] : undefined;
  return token !== undefined && token.kind === 'mark' && isDashCode(token.text.charCodeAt(0));
};
const UPPER = /^\p{Lu}/u;
export function capital(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== 'word') return false;
  const first = token.text.charCodeAt(0);
  return first < 128 ? first <= 90 : UPPER.test(token.text);
}
/** Ends in one of the small letters of English: most words do, and need not be written in capitals to see that they are not. */
export const endsSmall = (text: string): boolean => {
  const last = text.charCodeAt(text.length - 1);
  return last >= 97 && last <= 122;
};
/** One capital letter by itself. */
export const isInitial = (text: string): boolean => (text <= 'z' ? text.length === 1 && text >= 'A' && text <= 'Z' : INITIAL.test(text));
const INITIAL = /^\p{Lu}$/u;
/** Ends a sentence or a clause for the purpose of looking around a number. */
export const isStop = (tokens: readonly Token[], i: number): boolean => {
  const sign = mark(tokens, i);
  if (sign !== '.' && sign !== '!' && sign !== '?' && sign !== ';') return false;
  const next = tokens[i + 1];
  if (next !== undefined && next.gap === 'none' && next.kind !== 'mark') return false;
  return sign !== '.' || !isOf(tokens, i - 1, ABBREVIATIONS);
};
const ABBREVIATIONS = words(
  `mr mrs ms dr prof gen col lt capt sgt st sen rep gov jr sr jan feb mar apr jun jul aug sep sept oct nov dec inc ltd co corp vs etc no
  approx est`,
);

/** A sentence, a heading or a quotation begins at token `i`: its capital says nothing about the word. */
export const sentenceStart = (tokens: readonly Token[], i: number): boolean =>
  i === 0 ||
  tokens[i]?.gap === 'block' ||
  tokens[i]?.gap === 'line' ||
  isSign(tokens, i - 1, OPENERS) ||
  (isDash(tokens, i - 1) && !(glued(tokens, i) && glued(tokens, i - 1)));
const OPENERS = new WordList('.!?:"“”\'‘(•*▪‣');

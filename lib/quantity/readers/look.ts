import type { Token } from '@/lib/base';

/** Small looks at tokens that all readers share. Out of range is an empty word. */
export const word = (tokens: readonly Token[], i: number): string => (tokens[i]?.kind === 'word' ? (tokens[i] as Token).lower : '');
export const mark = (tokens: readonly Token[], i: number): string => (tokens[i]?.kind === 'mark' ? (tokens[i] as Token).text : '');
export const digits = (tokens: readonly Token[], i: number): string => (tokens[i]?.kind === 'number' ? (tokens[i] as Token).text : '');
export const glued = (tokens: readonly Token[], i: number): boolean => tokens[i]?.gap === 'none';
/** The next token belongs to the same block of text. */
export const near = (tokens: readonly Token[], i: number): boolean => tokens[i] !== undefined && tokens[i]?.gap !== 'block';
export const isHyphen = (tokens: readonly Token[], i: number): boolean => /^[-‐‑]$/.test(mark(tokens, i));
export const isDash = (tokens: readonly Token[], i: number): boolean => /^[-‐‑‒–—−]$/.test(mark(tokens, i));
export const capital = (token: Token | undefined): boolean => token?.kind === 'word' && /^\p{Lu}/u.test(token.text);
/** Ends a sentence or a clause for the purpose of looking around a number. */
export const isStop = (tokens: readonly Token[], i: number): boolean => {
  if (!/^[.!?;]$/.test(mark(tokens, i))) return false;
  const next = tokens[i + 1];
  if (next !== undefined && next.gap === 'none' && next.kind !== 'mark') return false;
  return mark(tokens, i) !== '.' || !ABBREVIATIONS.test(word(tokens, i - 1));
};
const ABBREVIATIONS =
  /^(mr|mrs|ms|dr|prof|gen|col|lt|capt|sgt|st|sen|rep|gov|jr|sr|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|inc|ltd|co|corp|vs|etc|no|approx|est)$/;

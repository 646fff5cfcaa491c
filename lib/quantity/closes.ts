import type { Token } from '../base';
import { isOf } from './look';
import { PHRASE_ENDS } from './words/stopwords';

/** A phrase ends before token `i`: the text, a mark, or a word that opens something new, so that no noun follows. */
export function closesPhrase(tokens: readonly Token[], i: number): boolean {
  const next = i < tokens.length ? tokens[i] : undefined;
  return next === undefined || next.gap === 'block' || next.kind === 'mark' || isOf(tokens, i, PHRASE_ENDS);
}

import type { Token } from '../../base';
import { isStop, word } from '../look';

/** A sentence ends at token `i`; the full stop behind an initial ("J. Hall", "b. v.") and the semicolon end none. */
export function endsSentence(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token === undefined || token.kind !== 'mark' || token.text === ';' || !isStop(tokens, i)) return false;
  return token.text !== '.' || word(tokens, i - 1).length !== 1;
}

/** For each token the index at which its sentence begins, found once for all who ask. */
export function sentenceStarts(tokens: readonly Token[]): readonly number[] {
  const starts: number[] = [];
  let start = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    if (token.gap === 'block') start = i;
    starts.push(start);
    if (token.kind === 'mark' && endsSentence(tokens, i)) start = i + 1;
  }
  return starts;
}

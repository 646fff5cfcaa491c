import type { Token } from '../../base';
import { isStop, word } from '../look';

/** A sentence ends at token `i`; the full stop behind an initial ("J. Hall", "b. v.") and the semicolon end none. */
export function endsSentence(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token === undefined || token.kind !== 'mark' || token.text === ';' || !isStop(tokens, i)) return false;
  return token.text !== '.' || word(tokens, i - 1).length !== 1;
}

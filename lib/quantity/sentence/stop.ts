import type { Token } from '../../base';
import { isStop, word } from '../look';

/** A sentence ends at token `i`; the full stop behind an initial ("J. Hall", "b. v.") and the semicolon end none. */
export const endsSentence = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.kind === 'mark' &&
  tokens[i]?.text !== ';' &&
  isStop(tokens, i) &&
  (tokens[i]?.text !== '.' || word(tokens, i - 1).length !== 1);

import type { Token } from '../../base';
import { isStop, word } from '../look';

/** A sentence ends at token `i`; the full stop behind an initial ("J. Hall", "b. v.") and the semicolon end none. */
export function endsSentence(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token === undefined || token.kind !== 'mark' || token.text === ';' || !isStop(tokens, i)) return false;
  return token.text !== '.' || word(tokens, i - 1).length !== 1;
}

/** Where sentences begin, in order, found once for all who ask; the first stands at the first token. Sees every token and is kept small. */
export function sentenceStarts(tokens: readonly Token[]): readonly number[] {
  const starts = [0];
  for (let i = 0; i < tokens.length; i += 1) {
    const { kind, text, gap } = tokens[i] as Token;
    if (gap === 'block') addStart(starts, i);
    if (kind === 'mark' && mayEnd(text.charCodeAt(0)) && endsSentence(tokens, i)) starts.push(i + 1);
  }
  return starts;
}

function addStart(starts: number[], i: number): void {
  if (i > (starts[starts.length - 1] as number)) starts.push(i);
}

/** ".", "!", "?" */
const mayEnd = (code: number): boolean => code === 46 || code === 33 || code === 63;

/** Which of the sentences token `at` stands in. */
export function sentenceAt(starts: readonly number[], at: number): number {
  let low = 0;
  for (let high = starts.length; high - low > 1; ) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= at) low = middle;
    else high = middle;
  }
  return low;
}

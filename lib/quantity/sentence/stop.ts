import type { Token } from '../../base';
import { isStop, word } from '../look';

/** A sentence ends at token `i`; the full stop behind an initial ("J. Hall", "b. v.") and the semicolon end none. */
export function endsSentence(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token === undefined || token.kind !== 'mark' || token.text === ';' || !isStop(tokens, i)) return false;
  return token.text !== '.' || word(tokens, i - 1).length !== 1;
}

/** Where sentences begin, in order, found once for all who ask; the first stands at the first token. */
export function sentenceStarts(tokens: readonly Token[]): readonly number[] {
  const starts = [0];
  for (const i of breaksOf(tokens)) {
    if ((tokens[i] as Token).gap === 'block' && i > (starts.at(-1) as number)) starts.push(i);
    if (endsSentence(tokens, i)) starts.push(i + 1);
  }
  return starts;
}

/** The few tokens at which a sentence may begin or end. This loop sees every token and is kept small. */
function breaksOf(tokens: readonly Token[]): number[] {
  const breaks: number[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    if (token.kind === 'mark' || token.gap === 'block') breaks.push(i);
  }
  return breaks;
}

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

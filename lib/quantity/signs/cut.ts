import type { Token } from '../../base';
import { isHyphen, mark, tokenAt, word } from '../look';

const STOPS: ReadonlySet<string> = new Set([',', '.', ';']);
const HANGING: ReadonlySet<string> = new Set(['to', 'and', 'or']);

/**
 * The tokens as if the hyphens of a text that was cut into words, with blanks around every mark, had none around them: "a 500 - mile race , he
 * said .". The same array where the text was not cut, which its first comma or full stop tells, or has no such hyphen.
 */
export function withHyphens(tokens: readonly Token[]): readonly Token[] {
  let joined: Token[] | null = null;
  if (!isCut(tokens)) return tokens;
  for (let i = 1; i < tokens.length - 1; i += 1) {
    if (!isHyphen(tokens, i) || !joins(tokens, i)) continue;
    joined ??= [...tokens];
    joined[i] = glued(tokens[i] as Token);
    // "20 - to 25 - foot waves"
    if (!HANGING.has(word(tokens, i + 1)) || isHyphen(tokens, i + 2)) joined[i + 1] = glued(tokens[i + 1] as Token);
  }
  return joined ?? tokens;
}

/** A blank stands before the first comma or full stop that another one stands behind. */
function isCut(tokens: readonly Token[]): boolean {
  for (let i = 1; i < tokens.length; i += 1) {
    if (!STOPS.has(mark(tokens, i)) || tokens[i + 1]?.gap === 'none') continue;
    return tokens[i]?.gap === 'space';
  }
  return false;
}

/** One hyphen between two words or figures; two of them are a dash, and behind a preposition one is a minus. */
function joins(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]?.gap !== 'space' || tokens[i + 1]?.gap !== 'space' || isHyphen(tokens, i - 1) || isHyphen(tokens, i + 1)) return false;
  const before = tokenAt(tokens, i - 1)?.kind;
  return before !== 'mark' && tokenAt(tokens, i + 1)?.kind !== 'mark';
}

const glued = ({ kind, start, end, text, lower }: Token): Token => ({ kind, start, end, text, lower, gap: 'none' });

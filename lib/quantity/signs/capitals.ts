import { spellingOf, type Token } from '../../base';
import { endsSmall, tokenAt } from '../look';
import { CODES, SUM_CODES } from '../units/currencies';
import { unitOfSymbol } from '../units/units';

/** Fewer words may be a name with its number ("BMW X5"). */
const FEWEST = 3;

/**
 * The tokens as if lines all of capitals were written in small letters, where capitals tell no name from another word: "ONE KILLED, TWO
 * WOUNDED". The same array where there is no such line.
 */
export function withoutShouting(tokens: readonly Token[]): readonly Token[] {
  let calm: Token[] | null = null;
  let from = 0;
  let shouted = 0;
  let quiet = false;
  for (let i = 0; i <= tokens.length; i += 1) {
    const token = i < tokens.length ? tokens[i] : undefined;
    if (i > 0 && (token === undefined || token.gap === 'line' || token.gap === 'block')) {
      if (!quiet && shouted >= FEWEST) {
        calm ??= [...tokens];
        for (let k = from; k < i; k += 1) calm[k] = lowered(tokens, k);
      }
      from = i;
      shouted = 0;
      quiet = false;
    }
    if (quiet || token === undefined || token.kind !== 'word') continue;
    if (!endsSmall(token.text) && token.text === token.text.toUpperCase())
      shouted += token.text.length > 1 && token.text !== token.lower ? 1 : 0;
    // "IN THE 1990s"
    else quiet = token.gap !== 'none' || tokenAt(tokens, i - 1)?.kind !== 'number';
  }
  return calm ?? tokens;
}

/** Beside a figure the letters of a sum or a unit keep their case: "EUR 5", "5 GB". */
function lowered(tokens: readonly Token[], k: number): Token {
  const token = tokens[k] as Token;
  if (token.kind !== 'word') return token;
  const beside = tokenAt(tokens, k - 1)?.kind === 'number' || tokenAt(tokens, k + 1)?.kind === 'number';
  if (beside && (CODES.has(token.text) || SUM_CODES.has(token.text) || unitOfSymbol(token.text))) return token;
  const { kind, start, end, lower, gap } = token;
  return { kind, start, end, text: lower, lower, gap, spelling: spellingOf(lower) };
}

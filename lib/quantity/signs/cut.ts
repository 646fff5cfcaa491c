import { type Token, WordList, words } from '../../base';
import { capital, isHyphen, isOf, tokenAt } from '../look';
import { UNITS } from '../units/units';

const STOPS: ReadonlySet<string> = new Set([',', '.', ';']);
const HANGING = new WordList(['to', 'and', 'or']);

/**
 * The tokens as if the hyphens of a text that was cut into words, with blanks around every mark, had none around them: "a 500 - mile race , he
 * said .". The first comma or full stop of each paragraph tells whether it was cut. The same array where nothing is to be joined.
 */
export function withHyphens(tokens: readonly Token[]): readonly Token[] {
  let joined: Token[] | null = null;
  let cut: boolean | null = null;
  let from = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const { kind, text, gap } = tokens[i] as Token;
    if (gap === 'block') {
      cut = null;
      from = i;
    }
    if (cut !== null || kind !== 'mark' || i === from || !STOPS.has(text) || tokens[i + 1]?.gap === 'none') continue;
    cut = gap === 'space';
    if (cut) joined = joinedFrom(tokens, from, joined);
  }
  return joined ?? tokens;
}

/** The paragraph that begins at token `from`, with its hyphens joined; `joined` holds what was joined before it. */
function joinedFrom(tokens: readonly Token[], from: number, joined: Token[] | null): Token[] {
  const all = joined ?? [...tokens];
  for (let i = from + 1; i < tokens.length - 1 && tokens[i + 1]?.gap !== 'block'; i += 1) {
    if (!isHyphen(tokens, i) || !joins(tokens, i)) continue;
    all[i] = glued(tokens[i] as Token);
    // "20 - to 25 - foot waves"
    if (!isOf(tokens, i + 1, HANGING) || isHyphen(tokens, i + 2)) all[i + 1] = glued(tokens[i + 1] as Token);
  }
  return all;
}

/** One hyphen between two words or figures; two of them are a dash. */
function joins(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]?.gap !== 'space' || tokens[i + 1]?.gap !== 'space' || isHyphen(tokens, i - 1) || isHyphen(tokens, i + 1)) return false;
  const [before, behind] = [tokenAt(tokens, i - 1)?.kind, tokenAt(tokens, i + 1)?.kind];
  return before !== 'mark' && behind !== 'mark' && (before !== 'word' || behind !== 'number' || bindsNumber(tokens, i - 1));
}

/** "Boeing - 747", "a then - 18 year-old", "25 - to - 30": behind other words, as behind "the old town - 50 miles from here", it is a dash. */
function bindsNumber(tokens: readonly Token[], i: number): boolean {
  if (isOf(tokens, i + 3, UNITS)) return false;
  return capital(tokens[i]) || isOf(tokens, i, BINDING) || isHyphen(tokens, i - 1);
}
const BINDING = words('then under mid pre post covid');

const glued = ({ kind, start, end, text, lower, spelling }: Token): Token => ({ kind, start, end, text, lower, gap: 'none', spelling });

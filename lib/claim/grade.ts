import { type Token, words } from '@/lib/base';
import { type Mention, wordAt } from './view';

const SERIOUSLY = words('seriously critically gravely severely badly serious critical grave severe');
const SLIGHTLY = words('slightly lightly mildly slight light minor');
/** What stands behind such a word where it tells how badly people are hurt. */
const HURT = words('hurt injured wounded burned burnt ill unwell injuries wounds burns condition');
/** "five people in intensive care", "six were fighting for their lives" */
const GRAVELY: ReadonlySet<string> = new Set(['intensive care', 'fighting for']);
const THEM = words('them whom these those');
/** So many words behind a count may say how badly those it counts are hurt: "12 people on board the ferry were seriously hurt". */
const FAR = 8;

/**
 * How badly those counted are hurt, where the words say it of them: "12 were seriously hurt", "nine of them slightly"; null where they do not,
 * and for all other acts. Those who are badly hurt are some of the hurt, and none of the slightly hurt.
 */
export function gradeOf(tokens: readonly Token[], mention: Mention, act: string | null): 'seriously' | 'slightly' | null {
  if (act !== 'injure') return null;
  for (let k = mention.from; k < tokens.length && k < mention.to + FAR; k += 1) {
    const { kind, text } = tokens[k] as Token;
    if (k >= mention.to && (kind === 'number' || (kind === 'mark' && text !== '-'))) return null;
    const grade = SERIOUSLY.has(wordAt(tokens, k)) ? 'seriously' : SLIGHTLY.has(wordAt(tokens, k)) ? 'slightly' : null;
    if (GRAVELY.has(`${wordAt(tokens, k)} ${wordAt(tokens, k + 1)}`)) return 'seriously';
    if (grade !== null && (HURT.has(wordAt(tokens, k + 1)) || isOfThem(tokens, mention.to, k))) return grade;
  }
  return null;
}

/** "nine of them seriously": nothing is told behind it. */
const isOfThem = (tokens: readonly Token[], to: number, k: number): boolean =>
  k === to + 2 && wordAt(tokens, to) === 'of' && THEM.has(wordAt(tokens, to + 1)) && tokens[k + 1]?.kind !== 'word';

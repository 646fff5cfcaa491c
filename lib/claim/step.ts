import { changeOf } from '@/lib/quantity';
import type { Frame } from './types';
import { type ArticleView, type Mention, markAt, wordAt } from './view';

/** How far before "to" and "from" the verb of change may stand, in tokens. */
const VERB_WITHIN = 20;

const OF_BEFORE = /^(?:earlier|previous|prior|initial|original|preliminary)$/;
const TOLD = /^(?:figure|estimate|count|toll|number|tally|total)$/;

/** "Revised to" is no change of the thing itself. */
const MOVES: ReadonlySet<string> = new Set(['up', 'down']);

/**
 * Which step of a change a figure is: what it changed by, came to, or came from ("rose 12 percent to 340 from 304"); null where it is none.
 * "Compared with 304" tells what was before, too.
 */
export function stepOf({ tokens }: ArticleView, { quantity, sentence, from, to }: Mention): Frame['step'] {
  const before = wordAt(tokens, from - 1);
  // "revising an earlier figure of 75"
  if (before === 'of' && OF_BEFORE.test(wordAt(tokens, from - 3)) && TOLD.test(wordAt(tokens, from - 2))) return 'from';
  if (/^(with|to)$/.test(before) && wordAt(tokens, from - 2) === 'compared') return 'from';
  // "a profit of 35 million pounds against 37 million"
  if (/^(?:against|versus)$/.test(before) && quantity.unit !== null && quantity.unit !== '%' && wordAt(tokens, to) !== 'according')
    return 'from';
  if (before === 'to' || before === 'from') {
    for (let k = from - 2; k >= Math.max(sentence.from, from - VERB_WITHIN); k -= 1)
      if (MOVES.has(changeOf(wordAt(tokens, k)) ?? 'no verb of change')) return before;
    return null;
  }
  // "three short of a majority", "eleven more than the list showed"
  const behind = `${wordAt(tokens, to)} ${wordAt(tokens, to + 1)}`;
  if (/^(?:short of|shy of|more than|fewer than|less than)$/.test(behind)) return 'by';
  if (quantity.trend === null) return null;
  return before === 'by' || (quantity.unit === '%' && wordAt(tokens, to) !== 'of') ? 'by' : null;
}

/** The step, and of what something changed by the way it went: "rose 12 percent", "3 percent lower". */
export function changeIn(view: ArticleView, mention: Mention): Pick<Frame, 'step' | 'trend'> {
  const step = stepOf(view, mention);
  return { step, trend: step === 'by' ? (mention.quantity.trend ?? wayIn(view, mention)) : null };
}

/** "three short of a majority", "eleven more than the list showed" */
function wayIn({ tokens }: ArticleView, { to }: Mention): Frame['trend'] {
  const behind = wordAt(tokens, to);
  return behind === 'more' ? 'up' : /^(?:short|shy|fewer|less)$/.test(behind) ? 'down' : null;
}

/** "8,000 jobs, or 10 percent of its staff", "2,600 (32.5 percent)": the share says the figure before it once more. */
export function saysAgain({ tokens }: ArticleView, { quantity, from }: Mention): boolean {
  if (quantity.unit !== '%') return false;
  return wordAt(tokens, from - 1) === 'or' ? markAt(tokens, from - 2) === ',' : markAt(tokens, from - 1) === '(';
}

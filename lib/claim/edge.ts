import { MONTH_NUMBERS, WEEKDAYS, words } from '@/lib/base';
import { singular } from '@/lib/quantity';
import { oncePerSentence } from './once';
import type { Frame } from './types';
import { type ArticleView, capitalAt, type Mention, markAt, type SentenceView, wordAt } from './view';

/**
 * "Before March 20 fewer than 60,000 were tested", "after 58 reviews it stood at 73 percent": the figures of the sentence hold some time
 * before or after a day or a stage that is told, and not on it.
 */
export const edgeOf = oncePerSentence((view, sentence): Frame['edge'] => {
  for (let k = sentence.from; k < sentence.to; k += 1) {
    const said = wordAt(view.tokens, k);
    const lower = said === 'to' && wordAt(view.tokens, k - 1) === 'prior' ? 'before' : said;
    if ((lower === 'before' || lower === 'after') && (isDate(view, k + 1) || isStage(view, sentence, k))) return lower;
  }
  return null;
});

const DAYS: ReadonlySet<string> = new Set(WEEKDAYS);
const OPENERS = words('the early late mid');
const YEAR = /^(?:19|20)\d\d$/;

/** A month, a weekday or a year, with the day before or behind its month. */
function isDate({ tokens }: ArticleView, i: number): boolean {
  const at = OPENERS.has(wordAt(tokens, i)) ? i + 1 : i;
  const day = tokens[at]?.kind === 'number' && MONTH_NUMBERS.has(wordAt(tokens, at + 1)) ? at + 1 : at;
  if (DAYS.has(wordAt(tokens, at)) || YEAR.test(tokens[at]?.text ?? '')) return true;
  return MONTH_NUMBERS.has(wordAt(tokens, day)) && capitalAt(tokens, day);
}

/** How far behind "after" the comma stands that ends a stage. */
const LONGEST_STAGE = 7;

/** "After 58 reviews, …" at the head of the sentence. */
function isStage({ tokens }: ArticleView, sentence: SentenceView, k: number): boolean {
  if (k !== sentence.from) return false;
  for (let at = k + 1, figure = false; at < k + LONGEST_STAGE && at < sentence.to; at += 1) {
    figure ||= tokens[at]?.kind === 'number';
    if (markAt(tokens, at) === ',') return figure;
  }
  return false;
}

/**
 * "The inn had 7.4 of 10 after 210 reviews", "had 30 points after 12 games": a share, a mark and a standing are of what was counted by then, and
 * move with it. What they changed by is of what happened.
 */
export function countsSoFar(view: ArticleView, { quantity: { unit, trend }, sentence, from }: Mention): boolean {
  const told = soFar(view, sentence);
  if (!told.count) return false;
  const before = wordAt(view.tokens, from - 1);
  return unit === '%' ? trend === null : MARK.test(unit ?? '') || (before === 'after' ? told.mark : STOOD.test(before));
}
const MARK = /^of \d/;
const MARKS = /\d ?%|\bper ?cent\b|\d ?\/ ?\d|\bof \d/i;
const STOOD = /^(?:has|have|had|stood|stands|at)$/;

/** Whether the sentence tells what was counted by then, and a share or a mark. */
const soFar = oncePerSentence((view, { from, to, start, end }): { count: boolean; mark: boolean } => {
  let count = false;
  for (let k = from; k < to && !count; k += 1) count = wordAt(view.tokens, k) === 'after' && isCount(view, k + 1, to);
  return { count, mark: count && MARKS.test(view.text.slice(start, end)) };
});

/** What is counted ends its clause: "after 12 games were called off" tells what happened. */
function isCount({ tokens }: ArticleView, k: number, limit: number): boolean {
  const counted = wordAt(tokens, k + 1);
  if (tokens[k]?.kind !== 'number' || singular(counted) === counted || LASTS.has(counted)) return false;
  return k + 2 >= limit || tokens[k + 2]?.kind === 'mark' || /^(?:and|but|of|with|on)$/.test(wordAt(tokens, k + 2));
}
const LASTS = words('seconds minutes hours days nights weeks months years decades');

/** "with 40 percent of the votes counted", "partial results", "exit polls", "leading with": not all is counted. */
const PARTIAL = [
  /\b(?:with|after) (?!100\b|all\b|every\b)(?:[\p{L}\p{N}.,%-]+ ){1,7}?(?:counted|reporting|tallied|declared)\b/iu,
  /\b(?:partial|early|provisional|incomplete) (?:results?|returns|counts?|tall(?:y|ies))\b|\bexit polls?\b/i,
  /\b(?:lead|leads|leading|trailing|trails|ahead|behind) (?:[a-z]+ ){0,3}(?:with|on|by)\b/i,
];

/** "With 40 percent of the votes counted she had 51 percent": the shares of the sentence hold some time before all are counted. */
export const isPartialCount = oncePerSentence((view, { start, end }): boolean => {
  const sentence = view.text.slice(start, end);
  return PARTIAL.some((told) => told.test(sentence));
});

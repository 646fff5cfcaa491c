import { type Token, words } from '../../base';
import { capital, digits, isOf, isStop, mark, word } from '../look';
import { SMALL } from '../words/numberwords';
import { CLOSED } from '../words/stopwords';

/** What several subjects do, so that the verb need not be said again. */
const GETS = words(
  `had has have won wins win scored scores got gets took takes added adds polled polls received receives collected collects hit hits grabbed
  managed netted gained gains lost loses posted kicked earned earns caught recorded claimed produced contributed finished at with`,
);
const OPENS = words('and but while whereas to versus ,');
const FIGURES = 4;
const NAMES = 4;

/**
 * "Sand had 28 percent, Berg 24 and Lind 15", "won 121 seats, the Greens 32": a second subject whose verb is left out stands before the
 * figure at token `i`, and no name with a number.
 */
export function isGapped(tokens: readonly Token[], i: number): boolean {
  if (!closesGap(tokens, i + 1)) return false;
  for (let at = i, step = 0; step < FIGURES; step += 1) {
    const link = linkBefore(tokens, at);
    const figure = link < 0 ? -1 : figureBefore(tokens, link);
    if (figure < 0) return false;
    if (isOf(tokens, figure - 1, GETS) || isOf(tokens, figure - 2, GETS)) return true;
    at = figure;
  }
  return false;
}

/** Nothing is counted behind the figure, and no verb follows: it is the one that was left out. */
export function closesGap(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i];
  return next === undefined || next.gap === 'block' || (next.kind === 'mark' && CLOSERS.has(next.text)) || CLOSED.has(next.lower);
}
const CLOSERS: ReadonlySet<string> = new Set('.,;:)"”');

/** The index of "and" or a comma before the names that stand right before the figure; -1 where there are none. */
function linkBefore(tokens: readonly Token[], figure: number): number {
  let k = figure - 1;
  while (k >= figure - NAMES && capital(tokens[k])) k -= 1;
  if (k === figure - 1) return -1;
  if (word(tokens, k) === 'the') k -= 1;
  return OPENS.has(word(tokens, k) || mark(tokens, k)) ? k : -1;
}

const FAR = 12;
/** The nearest figure before token `i` in the same sentence; -1 where none stands near. */
function figureBefore(tokens: readonly Token[], i: number): number {
  for (let k = i - 1; k >= i - FAR && k >= 0 && !isStop(tokens, k); k -= 1)
    if (digits(tokens, k) !== '' || isOf(tokens, k, SMALL)) return k;
  return -1;
}

import { add, divide, type Exact } from '../base';
import type { Hedge, Interval } from './types';

/** A hedge as it is said before a figure; nothing for exact figures and for vague words, which say it themselves. */
export const HEDGE_WORDS: Readonly<Record<Hedge, string>> = {
  exact: '',
  about: 'about',
  nearly: 'nearly',
  'at-least': 'at least',
  'more-than': 'over',
  'at-most': 'at most',
  'less-than': 'under',
  'up-to': 'up to',
  between: 'between',
  vague: '',
};

/** One number to place a figure by: its only bound, or the middle of a stated range. Null when both ends are open. */
export function nominal(figure: Interval): Exact | null {
  if (figure.low === null || figure.high === null) return figure.low ?? figure.high;
  return figure.low === figure.high ? figure.low : divide(add(figure.low, figure.high), '2');
}

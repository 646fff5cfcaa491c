import { type Token, words } from '../../base';
import { glued, isDash, isHyphen, isOf, isSign, mark, near, word } from '../look';
import { SIGNS } from '../units/currencies';
import { BEFORE_LEVEL } from '../words/hedgewords';

/** What joins the two ends of a range: the index of its second end, and whether it is written as a dash. */
interface Link {
  to: number;
  dash: boolean;
  and: boolean;
}

const LINKS = words('to through and up down');

/** "to", "and", a dash or dots behind the first end of a range; null where nothing joins. */
export function linkAt(tokens: readonly Token[], at: number): Link | null {
  if (!near(tokens, at) || !near(tokens, at + 1)) return null;
  const name = word(tokens, at);
  if (name !== '' && !isOf(tokens, at, LINKS)) return null;
  // "six- to eight-foot"
  if (isHyphen(tokens, at) && glued(tokens, at) && word(tokens, at + 1) === 'to' && !glued(tokens, at + 1))
    return { to: at + 2, dash: false, and: false };
  // "3...5 m"
  const dots =
    mark(tokens, at) === '…' ? 1 : mark(tokens, at) === '.' && mark(tokens, at + 1) === '.' && mark(tokens, at + 2) === '.' ? 3 : 0;
  if (dots > 0 && glued(tokens, at) === glued(tokens, at + dots) && tokens[at + dots]?.kind === 'number')
    return { to: at + dots, dash: true, and: false };
  // "70..110"
  if (mark(tokens, at) === '.' && mark(tokens, at + 1) === '.' && glued(tokens, at) && glued(tokens, at + 1) && glued(tokens, at + 2))
    return { to: at + 2, dash: true, and: false };
  if (name === 'to' || name === 'through') return { to: at + 1, dash: false, and: false };
  if (name === 'and') return { to: at + 1, dash: false, and: true };
  // "from 5 up to 8"
  if ((name === 'up' || name === 'down') && word(tokens, at + 1) === 'to') return { to: at + 2, dash: false, and: false };
  if (isHyphen(tokens, at) && word(tokens, at + 1) === 'to' && isHyphen(tokens, at + 2) && glued(tokens, at + 1))
    return { to: at + 3, dash: false, and: false };
  // "$3/$4": money on both sides of a slash is a price that may be either; other slashes are rates and fractions.
  if (mark(tokens, at) === '/' && isSign(tokens, at + 1, SIGNS) && glued(tokens, at) && glued(tokens, at + 1))
    return { to: at + 1, dash: true, and: false };
  if (!isDash(tokens, at) && mark(tokens, at) !== '~' && mark(tokens, at) !== '～') return null;
  // "75 -300mm", "5% -10%", "$5 -$10": a careless blank
  const careless =
    (tokens[at + 2]?.kind === 'word' && glued(tokens, at + 2)) || mark(tokens, at + 2) === '%' || isSign(tokens, at + 1, SIGNS);
  const even = glued(tokens, at) === glued(tokens, at + 1) || careless;
  return even ? { to: at + 1, dash: true, and: false } : null;
}

/** The token of "between" or "from" before the amount, hedges apart ("from just over", "from an average of"); `i` where there is none. */
export function openerAt(tokens: readonly Token[], i: number): number {
  for (let k = i - 1; k >= i - 5 && k >= 0; k -= 1) {
    const name = word(tokens, k);
    if (name === 'between' || name === 'from') return k;
    if (!BEFORE_LEVEL.has(name)) break;
  }
  return i;
}

/** "10 to as many as 15", "5 to maybe 10": what says that the second end is the farthest, or not sure. */
export function bracketEnd(tokens: readonly Token[], from: number): number {
  const to = isOf(tokens, from, MAYBE) ? from + 1 : from;
  return word(tokens, to) === 'as' && isOf(tokens, to + 1, MANY) && word(tokens, to + 2) === 'as' ? to + 3 : to;
}
const MAYBE = words('maybe perhaps possibly even nearly almost about around roughly approximately');
const MANY = words('many much high long');

/** The index behind the hedges of a second end: "to just over". */
export function hedgesEnd(tokens: readonly Token[], from: number): number {
  let to = from;
  while (to < from + 4 && isOf(tokens, to, BEFORE_LEVEL) && word(tokens, to) !== 'a') to += 1;
  return to;
}

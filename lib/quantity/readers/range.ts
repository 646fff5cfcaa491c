import { compare, type Exact, multiply, type Token } from '@/lib/base';
import { type Amount, readAmount } from '../amount';
import { readFigure } from '../figure';
import { type Found, makeExcluded, makeFound } from '../found';
import { SCALES } from '../numberwords';
import { isYearNumber } from './date';
import { digits, glued, isDash, near, word } from './look';

/** "between 70 and 110", "15 to 20 mln", "70–110", "from 3.4 to 5.1 percent": one range that begins with an amount, its ends in rising order. */
export function rangeFrom(tokens: readonly Token[], i: number, first: Amount): Found | null {
  const joint = first.spanTo;
  const link = word(tokens, joint);
  const dash = link === '' && isDash(tokens, joint);
  if (!dash && link !== 'to' && link !== 'and' && link !== 'through') return null;
  const opener = openerOf(tokens, i);
  const open = opener === 'between' ? link === 'and' || link === 'to' : link === 'to' || link === 'through';
  if (!(open || dash) || !near(tokens, joint) || !near(tokens, joint + 1)) return null;
  if (dash && glued(tokens, joint) !== glued(tokens, joint + 1)) return null;
  const second = readAmount(tokens, joint + 1);
  if (!second) return null;
  if (isYearNumber(digits(tokens, first.from)) && isYearNumber(digits(tokens, second.from)) && second.unit === null && opener !== '')
    return makeExcluded('range', i, second.to, 'year');
  // "rose 1.4 metres to 6.2 metres": a change and the level it led to, not one interval.
  if (opener === '' && link === 'to' && first.unit !== null && second.unit !== null && CHANGE.test(word(tokens, i - 1))) return null;
  return joined(tokens, i, first, second, opener, dash);
}

const CHANGE =
  /^(rose|risen|rises|fell|fallen|falls|gained|lost|up|down|by|increased|decreased|climbed|dropped|jumped|slipped|slid|grew|declined|advanced|eased|shed|added|another|about|some|nearly|almost)$/;

function openerOf(tokens: readonly Token[], i: number): 'between' | 'from' | '' {
  const before = word(tokens, i - 1);
  return before === 'between' ? 'between' : before === 'from' ? 'from' : '';
}

function joined(tokens: readonly Token[], i: number, first: Amount, second: Amount, opener: string, dash: boolean): Found | null {
  if (first.unit !== null && second.unit !== null && first.unit !== second.unit) return null;
  const [a, aGrain] = lifted(tokens, first, second);
  const falls = compare(a, second.value) >= 0;
  if (falls && dash && first.unit === null && second.unit === null)
    // 3-1: a result of a game, not an interval.
    return makeExcluded('score', i, second.to, 'score');
  if (falls && opener !== 'from') return null;
  const found = makeFound('range', first.from, second.to, a, aGrain);
  found.low = falls ? second.value : a;
  found.high = falls ? a : second.value;
  found.hedge = 'between';
  found.unit = second.unit ?? first.unit;
  found.spanFrom = first.spanFrom;
  found.spanTo = second.spanTo;
  found.mentionFrom = opener === '' ? first.spanFrom : i - 1;
  found.mentionTo = second.spanTo;
  return found;
}

/** "15 to 20 million": the first end borrows the scale of the second when it has none and would be the smaller then. */
function lifted(tokens: readonly Token[], first: Amount, second: Amount): [Exact, Exact] {
  if (first.scaled || !second.scaled) return [first.value, first.grain];
  const scale = SCALES.get(tokens[second.to - 1]?.lower ?? '') ?? shortOf(tokens, second);
  if (!scale) return [first.value, first.grain];
  const raised = multiply(first.value, scale);
  return compare(raised, second.value) < 0 ? [raised, multiply(first.grain, scale)] : [first.value, first.grain];
}

function shortOf(tokens: readonly Token[], second: Amount): Exact | undefined {
  const bare = readFigure(tokens.slice(second.from, second.to - 1), 0);
  if (!bare || bare.value === '0') return undefined;
  const last = tokens[second.to - 1]?.lower ?? '';
  return last === 'm' || last === 'mn' ? '1000000' : last === 'b' ? '1000000000' : last === 'k' ? '1000' : undefined;
}

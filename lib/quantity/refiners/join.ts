import { compare, divide, type Exact, multiply, type Token, words } from '../../base';
import { openerAt } from '../amounts/link';
import { changed, countAlike, type Found, figureOf, isRange, type Refiner } from '../found';
import { isOf, mark, near, valueAt, word } from '../look';
import { CHANGES } from '../words/movement';
import { SCALES } from '../words/numberwords';

/** "more than 5 but fewer than 10 ships", "from 21 mpg combined to 23": two figures that are the two ends of one range. */
export const joinRefiner: Refiner = {
  name: 'join',
  refine(tokens, found) {
    let kept = 0;
    for (const one of found) {
      const last = kept > 0 ? found[kept - 1] : undefined;
      if (last && last.excluded === null && one.excluded === null) carryBack(tokens, last, one);
      const joined = last && last.excluded === null && one.excluded === null && fits(last, one) ? join(tokens, last, one) : null;
      if (joined) found[kept - 1] = joined;
      else {
        found[kept] = one;
        kept += 1;
      }
    }
    if (kept < found.length) found.length = kept;
  },
};

/** "from $1.1-$1.2 to $1.3-$1.4 billion", "to 2.1 from 2.3 million": the scale and unit said once, at the end, are those of both. */
function carryBack(tokens: readonly Token[], a: Found, b: Found): void {
  const end = Math.max(a.spanTo, a.mentionTo);
  if (b.mentionFrom > end + 1 || a.noun !== null || !parallel(tokens, a, b, word(tokens, end))) return;
  if (a.unit === null && b.unit !== null) a.unit = b.unit;
  const scale = valueAt(tokens, b.to - 1, SCALES);
  if (scale === undefined || a.unit !== b.unit || isOf(tokens, a.to - 1, SCALES) || figureOf(a) === '0') return;
  const times = divide(figureOf(b), multiply(figureOf(a), scale));
  if (compare(times, '20') > 0 || compare(times, '0.05') < 0) return;
  const raised = (value: Exact | null): Exact | null => (value === null ? null : multiply(value, scale));
  Object.assign(a, { low: raised(a.low), high: raised(a.high), grain: multiply(a.grain, scale) });
}

/** From one level to another, or to one from another. */
function parallel(tokens: readonly Token[], a: Found, b: Found, link: string): boolean {
  const opener = word(tokens, isRange(a) ? a.mentionFrom : a.mentionFrom - 1);
  if (link === 'to') return opener === 'from' && (isRange(a) || isRange(b));
  return link === 'from' && word(tokens, a.mentionFrom - 1) === 'to';
}

const fits = (a: Found, b: Found): boolean => !isRange(a) && !isRange(b) && countAlike(a, b) && !apart(a, b) && !apart(b, a);
/** "above 73 %, and less than 79 reviews": one is measured, the other counted. */
const apart = (a: Found, b: Found): boolean => a.unit !== null && b.unit === null && b.noun !== null;

function join(tokens: readonly Token[], a: Found, b: Found): Found | null {
  const order = compare(figureOf(a), figureOf(b));
  if (order === 0) return null;
  if (boundedTogether(tokens, a, b)) return order < 0 === (a.high === null) ? between(a, b, order > 0) : null;
  if (adjoins(tokens, a, b))
    return Object.assign(between(a, b, order > 0), { readers: [...a.readers, ...(order > 0 ? ['falling'] : []), 'join'] });
  const opener = openerAt(tokens, a.mentionFrom);
  return a.hedge !== 'vague' && word(tokens, opener) === 'from' && opener < a.mentionFrom && reaches(tokens, a, b)
    ? Object.assign(between(a, b, order > 0), { mentionFrom: opener, readers: [...a.readers, ...(order > 0 ? ['falling'] : []), 'join'] })
    : null;
}

const AND = words('and but yet');
/** "not less than 5 nor more than 10": what joins them is part of the second bound. */
const isNor = (tokens: readonly Token[], b: Found): boolean => word(tokens, b.mentionFrom) === 'nor';

/** One has only a lower bound, the other only an upper one, and nothing but "and" or "but" stands between them. */
function boundedTogether(tokens: readonly Token[], a: Found, b: Found): boolean {
  if (a.hedge === 'vague' || b.hedge === 'vague' || a.hedge === 'nearly' || b.hedge === 'nearly') return false;
  const opposite = (a.high === null && b.low === null) || (a.low === null && b.high === null);
  if (!opposite) return false;
  let at = b.mentionFrom - 1;
  // "x > 20 and x < 30"
  if (word(tokens, at) !== '' && word(tokens, at) === word(tokens, a.mentionFrom - 1)) at -= 1;
  while (at > b.mentionFrom - 4 && (isOf(tokens, at, FILLERS) || mark(tokens, at) === ',')) at -= 1;
  const end = Math.max(a.mentionTo, a.spanTo);
  // "more than 20, less than 30"
  if (end === b.mentionFrom - 1 && mark(tokens, end) === ',') return a.unit === b.unit;
  if (isNor(tokens, b)) return end === b.mentionFrom;
  if (!isOf(tokens, at, AND) || !near(tokens, at)) return false;
  return end === at || (end === at - 1 && mark(tokens, end) === ',');
}
const FILLERS = words('also is are be still');

/** "5 A/cm2 to 3 A/cm2", "70 rowers to 110 rowers": the unit said twice. A change and its level ("fell 5 tons to 3 tons") are two. */
function adjoins(tokens: readonly Token[], a: Found, b: Found): boolean {
  const end = Math.max(a.spanTo, a.mentionTo);
  if (a.hedge !== 'exact' || b.hedge !== 'exact' || word(tokens, end) !== 'to' || b.mentionFrom !== end + 1) return false;
  const same = a.unit === null ? a.head !== null && a.head === b.head : a.unit === b.unit && a.unit !== '%';
  const before = word(tokens, a.mentionFrom - 1);
  return same && before !== 'by' && !CHANGES.has(before) && !(before.endsWith('ly') && isOf(tokens, a.mentionFrom - 2, CHANGES));
}

const GAP = 3;
const STOPS = words('who that which and or but when while as for by with in at on from than');

/** "to", "up to" or "down to" leads from the first figure to the second, with a word or two between. */
function reaches(tokens: readonly Token[], a: Found, b: Found): boolean {
  const end = Math.max(a.spanTo, a.mentionTo);
  let at = b.mentionFrom;
  if (word(tokens, at) === 'up' && word(tokens, at + 1) === 'to') at += 1;
  else at -= 1;
  if (word(tokens, at) !== 'to' || at - end > GAP || at < end) return false;
  for (let k = end; k < at; k += 1) if (tokens[k]?.kind !== 'word' || !near(tokens, k) || isOf(tokens, k, STOPS)) return false;
  return a.unit !== null || a.noun !== null || b.unit !== null || b.noun !== null;
}

function between(a: Found, b: Found, falls: boolean): Found {
  const [low, high] = falls ? [b, a] : [a, b];
  return changed(a, {
    to: b.to,
    spanTo: b.spanTo,
    mentionTo: Math.max(b.mentionTo, b.spanTo),
    low: figureOf(low),
    high: figureOf(high),
    lowInclusive: low.low === null || low.lowInclusive,
    highInclusive: high.high === null || high.highInclusive,
    hedge: 'between',
    unit: a.unit?.includes(' per ') ? a.unit : (b.unit ?? a.unit),
    nounFrom: b.noun === null ? a.nounFrom : b.nounFrom,
    nounTo: b.noun === null ? a.nounTo : b.nounTo,
    noun: b.noun ?? a.noun,
    head: b.head ?? a.head,
    readers: [...a.readers, 'join'],
    doubts: [...a.doubts, ...b.doubts],
  });
}

import { compare, type Exact, multiply, type Token } from '../../base';
import { readFigure } from '../figures/any';
import { type Found, makeExcluded, makeFound } from '../found';
import { digits, glued, isDash, isHyphen, mark, near, word, words } from '../look';
import { type Amount, readAmount } from '../units/amount';
import { CHANGES } from '../words/movement';
import { SCALES } from '../words/numberwords';
import { isYearNumber } from './year';

/** What joins the two ends of a range: the index of its second end, and whether it is written as a dash. */
interface Link {
  to: number;
  dash: boolean;
  and: boolean;
}
type Opener = 'between' | 'from' | '';

/** "between 70 and 110", "15 to 20 mln", "70–110", "from 3.4 to 5.1 percent": one range that begins with an amount, its ends in rising order. */
export function rangeFrom(tokens: readonly Token[], i: number, first: Amount): Found | null {
  const link = linkAt(tokens, first.spanTo);
  if (!link) return eitherFrom(tokens, first);
  const at = openerAt(tokens, i);
  const opener = at < i ? (word(tokens, at) as Opener) : '';
  if (link.and && opener !== 'between') return null;
  const other = readAmount(tokens, opener === '' ? link.to : hedgesEnd(tokens, link.to));
  if (!other) return null;
  // "5-foot-10"
  if (link.dash && first.unit !== null && other.unit === null && isHyphen(tokens, first.spanTo - 2)) return null;
  const [start, second] = [asMillions(first, other), asMillions(other, first)];
  const bare = start.unit === null && second.unit === null;
  if (bare && opener !== '' && isYearNumber(digits(tokens, first.from)) && isYearNumber(digits(tokens, second.from)))
    return makeExcluded('range', i, second.to, 'year');
  if (opener === '' && !link.dash && levelBehind(tokens, i, start, second)) return null;
  const found = joined(tokens, i, start, second, at, link.dash);
  return found && bare && aged(tokens, at, i)
    ? Object.assign(found, { unit: 'year old', readers: [...found.readers, 'age-group'] })
    : found;
}

/** "five or six", "two or three million": two figures close to each other say one range. */
function eitherFrom(tokens: readonly Token[], first: Amount): Found | null {
  // "two- or three-year"
  const or = isHyphen(tokens, first.spanTo) && glued(tokens, first.spanTo) ? first.spanTo + 1 : first.spanTo;
  if (word(tokens, or) !== 'or' || first.unit !== null || !near(tokens, or + 1) || first.value.includes('.')) return null;
  const second = readAmount(tokens, or + 1);
  if (!second || second.from !== second.spanFrom) return null;
  const [a, aGrain] = lifted(tokens, first, second, false);
  if (compare(a, second.value) >= 0 || compare(second.value, multiply(a, '2')) > 0) return null;
  return Object.assign(rangeOf(first, second, [a, second.value], first.spanFrom, aGrain), { readers: ['range', 'either'] });
}

const CODE = /^[A-Z]{3}$/;
const isMoney = (unit: string | null): boolean => unit !== null && CODE.test(unit);

/** "2m-3m people", "€5m–10m": an m beside a scale is no metre. */
const asMillions = (one: Amount, other: Amount): Amount =>
  one.unit === 'm' && one.unitDoubt !== null && (other.scaled || isMoney(other.unit))
    ? { ...one, value: multiply(one.value, '1000000'), grain: multiply(one.grain, '1000000'), unit: null, scaled: true, to: one.spanTo }
    : one;

const AGED = words('aged age ages aging');
/** "aged 18 to 34", "between the ages of 18 and 34" */
const aged = (tokens: readonly Token[], opener: number, i: number): boolean =>
  AGED.has(word(tokens, opener - 1)) || AGED.has(word(tokens, i - 1)) || (word(tokens, i - 1) === 'of' && AGED.has(word(tokens, i - 2)));

function linkAt(tokens: readonly Token[], at: number): Link | null {
  if (!near(tokens, at) || !near(tokens, at + 1)) return null;
  const name = word(tokens, at);
  // "six- to eight-foot"
  if (isHyphen(tokens, at) && glued(tokens, at) && word(tokens, at + 1) === 'to' && !glued(tokens, at + 1))
    return { to: at + 2, dash: false, and: false };
  // "70..110"
  if (mark(tokens, at) === '.' && mark(tokens, at + 1) === '.' && glued(tokens, at) && glued(tokens, at + 1) && glued(tokens, at + 2))
    return { to: at + 2, dash: true, and: false };
  if (name === 'to' || name === 'through') return { to: at + 1, dash: false, and: false };
  if (name === 'and') return { to: at + 1, dash: false, and: true };
  // "from 5 up to 8"
  if ((name === 'up' || name === 'down') && word(tokens, at + 1) === 'to') return { to: at + 2, dash: false, and: false };
  if (isHyphen(tokens, at) && word(tokens, at + 1) === 'to' && isHyphen(tokens, at + 2) && glued(tokens, at + 1))
    return { to: at + 3, dash: false, and: false };
  if (!isDash(tokens, at) && mark(tokens, at) !== '~') return null;
  // "75 -300mm": a careless blank
  const even = glued(tokens, at) === glued(tokens, at + 1) || (tokens[at + 2]?.kind === 'word' && glued(tokens, at + 2));
  return even ? { to: at + 1, dash: true, and: false } : null;
}

const HEDGES = words(
  `about around roughly approximately nearly almost some just only over under more less than at least as much many few little low high up down a
  an the its their his her our age ages of average median mean total current previous record level peak rate`,
);

/** The token of "between" or "from" before the amount, hedges apart ("from just over", "from an average of"); `i` where there is none. */
export function openerAt(tokens: readonly Token[], i: number): number {
  for (let k = i - 1; k >= i - 5 && k >= 0; k -= 1) {
    const name = word(tokens, k);
    if (name === 'between' || name === 'from') return k;
    if (!HEDGES.has(name)) break;
  }
  return i;
}

function hedgesEnd(tokens: readonly Token[], from: number): number {
  let to = from;
  while (to < from + 4 && HEDGES.has(word(tokens, to)) && word(tokens, to) !== 'a') to += 1;
  return to;
}

/** "rose 1.4 metres to 6.2 metres", "gained 12 to 3,480": a change and the level it led to, not one interval. */
function levelBehind(tokens: readonly Token[], i: number, first: Amount, second: Amount): boolean {
  const before = word(tokens, i - 1);
  const changes = CHANGES.has(before) || BEFORE_CHANGE.has(before) || (before.endsWith('ly') && CHANGES.has(word(tokens, i - 2)));
  if (!changes) return false;
  return first.unit !== null || compare(second.value, multiply(first.value, '10')) > 0;
}
const BEFORE_CHANGE = words('by another further about some nearly almost');

function joined(tokens: readonly Token[], i: number, first: Amount, second: Amount, opener: number, dash: boolean): Found | null {
  if (first.unit !== null && second.unit !== null && first.unit !== second.unit) return null;
  const [a, aGrain] = lifted(tokens, first, second, dash);
  const order = compare(a, second.value);
  const opened = opener < i;
  if (order >= 0 && dash && first.unit === null && second.unit === null)
    // 3-1: a result of a game, not an interval.
    return makeExcluded('score', i, second.to, 'score');
  if (order >= 0 && !opened && (order === 0 || first.unit === null || first.unit === '%' || second.unit === null)) return null;
  const found = rangeOf(first, second, order > 0 ? [second.value, a] : [a, second.value], opened ? opener : first.spanFrom, aGrain);
  if (order > 0) found.readers.push('falling');
  return found;
}

const rangeOf = (first: Amount, second: Amount, [low, high]: [Exact, Exact], mentionFrom: number, grain: Exact): Found =>
  Object.assign(makeFound('range', first.from, second.to, low, grain), {
    high,
    hedge: 'between',
    unit: second.unit ?? first.unit,
    spanFrom: first.spanFrom,
    spanTo: second.spanTo,
    mentionFrom,
    mentionTo: second.spanTo,
  });

const THOUSANDS = /^\d{1,3},000$/;

/** "15 to 20 million", "40–50,000": the first end borrows the scale of the second when it has none and would be the smaller then. */
function lifted(tokens: readonly Token[], first: Amount, second: Amount, dash: boolean): [Exact, Exact] {
  const scale = first.scaled ? undefined : scaleOf(tokens, second, dash && first.value.length <= 3);
  if (!scale) return [first.value, first.grain];
  const raised = multiply(first.value, scale);
  return compare(raised, second.value) < 0 ? [raised, multiply(first.grain, scale)] : [first.value, first.grain];
}

function scaleOf(tokens: readonly Token[], second: Amount, short: boolean): Exact | undefined {
  if (second.scaled) return SCALES.get(tokens[second.to - 1]?.lower ?? '') ?? shortOf(tokens, second);
  return short && THOUSANDS.test(digits(tokens, second.from)) ? '1000' : undefined;
}

function shortOf(tokens: readonly Token[], second: Amount): Exact | undefined {
  const bare = readFigure(tokens.slice(second.from, second.to - 1), 0);
  if (!bare || bare.value === '0') return undefined;
  const last = tokens[second.to - 1]?.lower ?? '';
  return last === 'm' || last === 'mn' ? '1000000' : last === 'b' ? '1000000000' : last === 'k' ? '1000' : undefined;
}

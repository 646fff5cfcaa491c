import { compare, type Exact, MONTH_NUMBERS, multiply, type Token, words } from '../../base';
import { isYearNumber } from '../figures';
import { type Found, makeExcluded, makeFound } from '../found';
import { digits, glued, isDash, isHyphen, isOf, mark, near, word } from '../look';
import { countedAhead } from '../signs/ahead';
import { isMoney } from '../units/currencies';
import { BEFORE_LEVEL } from '../words/hedgewords';
import { CHANGES } from '../words/movement';
import { SCALES, SHORT_SCALES } from '../words/numberwords';
import { type Amount, readAmount } from './amount';
import { bracketEnd, hedgesEnd, linkAt, openerAt } from './link';
import { changed } from './types';

type Opener = 'between' | 'from' | '';

/** "between 70 and 110", "15 to 20 mln", "70–110", "from 3.4 to 5.1 percent": one range that begins with an amount, its ends in rising order. */
export function rangeFrom(tokens: readonly Token[], i: number, first: Amount): Found | null {
  const link = linkAt(tokens, first.spanTo);
  if (!link) return eitherFrom(tokens, first);
  const at = openerAt(tokens, i);
  const opener = at < i ? (word(tokens, at) as Opener) : '';
  if (link.and && opener !== 'between' && (opener !== 'from' || first.unit !== null)) return null;
  const end = opener === '' ? bracketEnd(tokens, link.to) : hedgesEnd(tokens, link.to);
  const other = readAmount(tokens, isPlus(tokens, end, first) ? end + 1 : end);
  // "from $1.1 billion to $1.2-$1.3 billion": what follows is a range of its own.
  if (!other || (!link.dash && opensRange(tokens, other))) return null;
  // "the 13 weeks to 29 June"
  if (other.unit === null && isOf(tokens, other.spanTo, MONTH_NUMBERS)) return null;
  // "from 1.1 and 1.3 dollars" is a careless range.
  if (link.and && opener === 'from' && (!isMoney(other.unit) || compare(first.value, other.value) >= 0)) return null;
  // "5-foot-10"
  if (link.dash && first.unit !== null && other.unit === null && isHyphen(tokens, first.spanTo - 2)) return null;
  const [start, second] = opener === '' ? [asMillions(first, other), asMillions(other, first)] : inMajor(first, other);
  const bare = start.unit === null && second.unit === null;
  if (bare && opener !== '' && areYears(tokens, first, second)) return makeExcluded('range', i, second.to, 'year');
  if (opener === '' && !link.dash && levelBehind(tokens, i, start, second)) return null;
  if (opener === '' && !link.dash && areOdds(tokens, i, start, second)) return makeExcluded('range', i, second.to, 'score');
  const found = joined(tokens, i, start, second, at, link.dash);
  if (!found || !bare || !aged(tokens, at, i)) return found;
  // "aged 18 to 34" names a group; "between the ages of 20 and 26" measures.
  return Object.assign(found, { unit: 'year old', readers: opener === '' ? [...found.readers, 'age-group'] : found.readers });
}

/** "from 1990 to 2010"; "from 1500 to 2000 guests" are round and count. */
function areYears(tokens: readonly Token[], first: Amount, second: Amount): boolean {
  const [a, b] = [digits(tokens, first.from), digits(tokens, second.from)];
  return isYearNumber(a) && isYearNumber(b) && !(a.endsWith('00') && b.endsWith('00') && countedAhead(tokens, second.to));
}

function opensRange(tokens: readonly Token[], { spanTo }: Amount): boolean {
  const link = isDash(tokens, spanTo) ? linkAt(tokens, spanTo) : null;
  return link?.dash === true && readAmount(tokens, link.to) !== null;
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

/** "minus 5 to plus 3", "-3 to +5" */
const isPlus = (tokens: readonly Token[], i: number, first: Amount): boolean =>
  first.value.startsWith('-') && (word(tokens, i) === 'plus' || (mark(tokens, i) === '+' && glued(tokens, i + 1)));

/** "2m-3m people", "€5m–10m": an m beside a scale is no metre. */
export const asMillions = (one: Amount, other: Amount): Amount =>
  one.unit === 'm' && one.unitDoubt !== null && (other.scaled || isMoney(other.unit))
    ? changed(one, {
        value: multiply(one.value, '1000000'),
        grain: multiply(one.grain, '1000000'),
        unit: null,
        scaled: true,
        to: one.spanTo,
      })
    : one;

/** The small coin of a currency; cents are those of any currency that has them. */
const MINOR: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['penny', words('GBP')],
  ['paisa', words('INR PKR')],
  ['cent', words('USD EUR CAD AUD NZD HKD SGD ZAR')],
]);
const isCoinOf = (minor: Amount, major: Amount): boolean => MINOR.get(minor.unit ?? '')?.has((major.unit ?? '').slice(0, 3)) === true;
const hundredth = (coin: Amount, { unit }: Amount): Amount =>
  changed(coin, { value: multiply(coin.value, '0.01'), grain: multiply(coin.grain, '0.01'), unit });
/** "from 50 cents to $2": both ends in the larger unit. */
function inMajor(one: Amount, other: Amount): [Amount, Amount] {
  if (isCoinOf(one, other)) return [hundredth(one, other), other];
  return isCoinOf(other, one) ? [one, hundredth(other, one)] : [asMillions(one, other), asMillions(other, one)];
}

/** "by 3 to 1", "61 to 38 in favour", "5 to 1 odds": two bare figures that fall are a score or odds. */
const areOdds = (tokens: readonly Token[], i: number, first: Amount, second: Amount): boolean =>
  first.unit === null &&
  second.unit === null &&
  ODDS.test(first.value) &&
  ODDS.test(second.value) &&
  second.spanTo === second.from + 1 &&
  !isOf(tokens, i - 1, CHANGES) &&
  compare(first.value, second.value) > 0 &&
  (!countedAhead(tokens, second.to) || word(tokens, i - 1) === 'of');
const ODDS = /^\d{1,3}$/;

export const AGED = words('aged age ages aging');
/** "aged 18 to 34", "between the ages of 18 and 34" */
const aged = (tokens: readonly Token[], opener: number, i: number): boolean =>
  isOf(tokens, opener - 1, AGED) || isOf(tokens, i - 1, AGED) || (word(tokens, i - 1) === 'of' && isOf(tokens, i - 2, AGED));

/** "rose 1.4 metres to 6.2 metres", "gained 12 to 3,480": a change and the level it led to, not one interval. */
function levelBehind(tokens: readonly Token[], i: number, first: Amount, second: Amount): boolean {
  const before = word(tokens, i - 1);
  const changes = CHANGES.has(before) || BEFORE_CHANGE.has(before) || (before.endsWith('ly') && isOf(tokens, i - 2, CHANGES));
  if (!changes && !changesBy(tokens, i)) return false;
  // "by a third to 2 million"
  if (first.part && !second.part) return true;
  // "fell by 6,500 to 18,900"
  const bare = first.unit === null && second.unit === null && !first.scaled && !second.scaled;
  if (bare && before === 'by' && isOf(tokens, i - 2, CHANGES) && !countedAhead(tokens, second.to)) return true;
  const [raised] = lifted(tokens, first, second, false);
  return (changes && first.unit !== null) || compare(second.value, multiply(raised, changes ? '10' : APART)) > 0;
}
/** The ends of a range that has a hedge stand closer to each other than that. */
const APART = '4';
/** "fell by just over 3,000": a verb of change, "by" and a hedge. */
function changesBy(tokens: readonly Token[], i: number): boolean {
  let k = i - 1;
  while (k >= i - 4 && isOf(tokens, k, BEFORE_LEVEL)) k -= 1;
  return k < i - 1 && word(tokens, k) === 'by' && isOf(tokens, k - 1, CHANGES);
}
const BEFORE_CHANGE = words('by another further about some nearly almost');

function joined(tokens: readonly Token[], i: number, first: Amount, second: Amount, opener: number, dash: boolean): Found | null {
  if (first.unit !== null && second.unit !== null && first.unit !== second.unit && !areDegrees(first.unit, second.unit)) return null;
  const opened = opener < i;
  const [a, aGrain] = lifted(tokens, first, second, dash, opened ? '10' : '1');
  const order = compare(a, second.value);
  // "0.8 percent to 15832": a change and the level it led to.
  if (!opened && !dash && first.unit === '%' && second.unit === null && compare(second.value, '100') > 0) return null;
  if (order >= 0 && dash && first.unit === null && second.unit === null)
    // 3-1: a result of a game, not an interval.
    return makeExcluded('score', i, second.to, 'score');
  // "minus 5 to minus 10 degrees" falls and is a range all the same.
  const frost = first.value.startsWith('-') && second.value.startsWith('-');
  if (order >= 0 && !opened && (order === 0 || (!frost && (first.unit === null || first.unit === '%' || second.unit === null))))
    return null;
  const found = rangeOf(first, second, order > 0 ? [second.value, a] : [a, second.value], opened ? opener : first.spanFrom, aGrain);
  if (order > 0) found.readers.push('falling');
  return found;
}

/** "20°-25°C" */
const areDegrees = (a: string, b: string): boolean => a === 'degree' && b.startsWith('°');

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

/** "15 to 20 million", "40–50,000", "from 10 to 8 million": the first end borrows the scale of the second, at `most` so many times as large. */
function lifted(tokens: readonly Token[], first: Amount, second: Amount, dash: boolean, most: Exact = '1'): [Exact, Exact] {
  const scale = first.scaled ? undefined : scaleOf(tokens, second, dash && first.value.length <= 3);
  if (!scale) return [first.value, first.grain];
  const raised = multiply(first.value, scale);
  return compare(raised, multiply(second.value, most)) < 0 ? [raised, multiply(first.grain, scale)] : [first.value, first.grain];
}

/** What the last word of a scaled figure multiplies it by; undefined where it has none. */
export function scaleOf(tokens: readonly Token[], second: Amount, short: boolean): Exact | undefined {
  const last = tokens[second.to - 1]?.lower ?? '';
  if (second.scaled) return SCALES.get(last) ?? SHORT_SCALES.get(last);
  return short && THOUSANDS.test(digits(tokens, second.from)) ? '1000' : undefined;
}

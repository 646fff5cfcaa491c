import { compare, type Exact, multiply, type Token, words } from '../../base';
import { closesPhrase } from '../closes';
import { isPressure, roundGrain } from '../figures';
import { type Found, figureOf, isRange, type Refiner } from '../found';
import { digits, glued, isHyphen, isIn, isOf, mark, near, sentenceStart, valueAt, word } from '../look';
import type { Hedge } from '../types';
import { MONEY_WORDS } from '../units/currencies';
import { unitAt } from '../units/unitphrase';
import { DURATIONS } from '../units/units';
import { BY_LAST } from '../words/hedgewords';
import { SCALES, SMALL } from '../words/numberwords';
import { endsPhrase, looksPast, looksProgressive, VERBS } from '../words/stopwords';
import { type Hit, hedgeAfter, matchAfter, plain, says } from './hedgeafter';

/** Say nothing about the figure and may stand between it and its hedge, or before the hedge. */
const BETWEEN = words('a an another further additional total of just only the record roughly combined whopping staggering full good even');
const INTENSIFIERS = words(
  'well just only slightly far considerably significantly a little bit somewhat much still now already marginally comfortably substantially easily shade touch way',
);
const MORE_OR_LESS = words('more less fewer higher greater');
/** "about" behind these tells of what, "around" and "over" behind those tell where. */
const TOPICS = words(
  'talk talks talking talked speak speaks spoke think thinking know knows story stories book film movie question questions worried tell told heard something nothing learn learned how what',
);
const PLACES = words('centres centers centred centered center centre revolves revolve revolved wrapped built based gather gathered');

/** "well over", "far more than" – but "so far over" is another "far". */
const intensifies = (tokens: readonly Token[], end: number): boolean =>
  isOf(tokens, end - 1, INTENSIFIERS) && (word(tokens, end - 1) !== 'far' || isOf(tokens, end, MORE_OR_LESS));

/** Hedges before, after, and apart from the figure. Sets bounds, keeps the figure as written. */
export const hedgeRefiner: Refiner = {
  name: 'hedge',
  refine(tokens, found) {
    found.forEach((one, index) => {
      // A rating counts nothing, yet it may be "over 6.1/10".
      if (one.excluded !== null && one.excluded !== 'rating') return;
      const before = hedgeBefore(tokens, one) ?? hedgeApart(tokens, one);
      const after = hedgeAfter(tokens, one);
      if (before) one.mentionFrom = Math.min(one.mentionFrom, before.at);
      if (after) widen(tokens, one, after.at, found[index + 1]);
      const told = before && after ? combined(before.hedge, after.hedge) : (before ?? after)?.hedge;
      const said = told !== undefined && before && isDenied(tokens, before.at) ? (OPPOSITES.get(told) ?? told) : told;
      const hedge = said ?? convertedHedge(tokens, index > 0 ? found[index - 1] : undefined, one);
      if (hedge && one.hedge !== 'vague') applyHedge(one, hedge);
    });
  },
};

/** "80 farms or fewer": the hedge stands behind the counted thing. */
export const lateHedgeRefiner: Refiner = {
  name: 'late hedge',
  refine(tokens, found) {
    for (const one of found) {
      if (one.excluded !== null || one.hedge !== 'exact' || one.spanTo === one.to) continue;
      const comma = mark(tokens, one.spanTo) === ',';
      const after = matchAfter(tokens, comma ? one.spanTo + 1 : one.spanTo, false);
      if (!after || (comma && after.hedge !== 'about' && !closesPhrase(tokens, after.at))) continue;
      one.mentionTo = Math.max(one.mentionTo, after.at);
      applyHedge(one, after.hedge);
    }
  },
};

/** "6-plus percent", "500 or so dollars", "60-odd million": the scale and the unit stand behind the hedge. */
function widen(tokens: readonly Token[], one: Found, hedged: number, next: Found | undefined): void {
  const free = one.unit === null && one.spanTo === one.to && near(tokens, hedged) && !(next && next.spanFrom <= hedged);
  const scale = free ? valueAt(tokens, hedged, SCALES) : undefined;
  const to = scale === undefined ? hedged : hedged + 1;
  if (scale !== undefined) {
    const times = (value: Exact | null): Exact | null => (value === null ? null : multiply(value, scale));
    Object.assign(one, { low: times(one.low), high: times(one.high), grain: multiply(one.grain, scale), to, spanTo: to });
  }
  const money = valueAt(tokens, to, MONEY_WORDS);
  const measure = one.unit !== null || !near(tokens, to) ? null : money ? { unit: money, to: to + 1 } : unitAt(tokens, to);
  if (measure) Object.assign(one, { unit: measure.unit, spanTo: measure.to });
  one.mentionTo = Math.max(one.mentionTo, to, one.spanTo);
}

function matchBefore(tokens: readonly Token[], end: number): Hit | null {
  if (!isHyphen(tokens, end - 1) && !isIn(tokens, end - 1, BY_LAST)) return null;
  const rows = BY_LAST.get(plain(tokens, end - 1)) ?? [];
  const next = plain(tokens, end - 2);
  for (const row of rows) {
    const from = end - row[1].length;
    if (from < end - 1 && row[1][end - 2 - from] !== next) continue;
    if (says(tokens, from, row[1])) return { hedge: row[0], at: from };
  }
  return null;
}

function hedgeBefore(tokens: readonly Token[], one: Found): Hit | null {
  let end = one.spanFrom;
  let hit: Hit | null = null;
  for (let step = 0; step < 8 && end > 0; step += 1) {
    const next = tokens[end] as Token;
    if (next.gap === 'block') break;
    const match = matchBefore(tokens, end);
    if (match && !misleads(tokens, match, end, one)) {
      if (hit === null && (during(tokens, match, one) || locates(tokens, match, end, one))) break;
      hit = { hedge: hit ? combined(match.hedge, hit.hedge) : match.hedge, at: match.at };
      end = match.at;
      continue;
    }
    if (hit === null ? !isOf(tokens, end - 1, BETWEEN) : !intensifies(tokens, end)) break;
    end -= 1;
    if (hit && word(tokens, end) !== 'a') hit.at = end;
  }
  return hit;
}

/** "some of", "talked about", "a 5-under 67", "faster than the 845": the word is no hedge here. */
function misleads(tokens: readonly Token[], match: Hit, end: number, one: Found): boolean {
  const last = word(tokens, end - 1);
  if (glued(tokens, match.at) && (isHyphen(tokens, match.at - 1) || mark(tokens, match.at - 1) === '/')) return true;
  if (last === 'than' && word(tokens, end) === 'the') return true;
  if (last === 'some') return word(tokens, end) === 'of';
  if (last === 'good') return isHyphen(tokens, one.to);
  if (last === 'of' && lacks(tokens, match.at)) return true;
  if (last === 'over') return tellsPressure(tokens, match, end);
  if (last === 'to' && word(tokens, end - 2) === 'up') return isOf(tokens, match.at - 1, MOVED);
  if (APPROACHED.has(last)) return one.unit === null && one.to === one.from + 1 && compare(figureOf(one), '1000') < 0;
  return last === 'about' && match.at === end - 1 && isOf(tokens, match.at - 1, TOPICS);
}

/** "449 short of the 1,991", "12 seats short of a majority of 326": what is lacking is told, so the second figure is exact. */
function lacks(tokens: readonly Token[], at: number): boolean {
  if (!isOf(tokens, at, SHORT)) return false;
  const thing = word(tokens, at - 1);
  if (isNumber(tokens, at - 1)) return true;
  return isNumber(tokens, at - 2) && !endsPhrase(thing) && !looksPast(thing);
}
const SHORT = words('short shy');
const isNumber = (tokens: readonly Token[], i: number): boolean => digits(tokens, i) !== '' || isOf(tokens, i, SMALL);

/** Somebody is approached, a figure is too. */
const APPROACHED = words('approached approaches');
/** "picked up to 5 percent", "went up to $20": the level that was reached, not a bound. */
const MOVED = words(
  'go goes went gone going move moves moved moving pick picks picked climb climbs climbed rose risen creep crept inch inched tick ticked edge edged jump jumped shoot shot push pushed bump bumped drive drove driven bring brought caught',
);
/** "120 over 80" */
const tellsPressure = (tokens: readonly Token[], match: Hit, end: number): boolean =>
  isPressure(digits(tokens, match.at - 1)) && match.at === end - 1 && isPressure(digits(tokens, end));

/** "around the 37 pillars", "centres around 3 themes": a place, no hedge. */
function locates(tokens: readonly Token[], match: Hit, end: number, one: Found): boolean {
  const name = word(tokens, match.at);
  if (match.at !== end - 1 || (name !== 'around' && name !== 'about' && name !== 'above' && name !== 'below')) return false;
  return (end < one.spanFrom && word(tokens, end) === 'the') || isOf(tokens, match.at - 1, PLACES);
}

/** "two runs over six innings", "Over 12 games, he hit"; but "over 30 games were played". */
const isSeries = (tokens: readonly Token[], match: Hit, at: number): boolean =>
  isOf(tokens, at, OCCASIONS) && (!sentenceStart(tokens, match.at) || mark(tokens, at + 1) === ',');
/** What follows one upon the other in time. */
const OCCASIONS = words(
  'games matches innings sessions rounds episodes seasons meetings starts generations visits trips sittings instalments',
);
const LENGTHS = words('for of lasting lasted took takes just well after is was served spent in');
/** "over three years", "under 18 years": with a length of time "over" mostly says during which, unless words of length stand before it. */
const during = (tokens: readonly Token[], match: Hit, one: Found): boolean =>
  one.readers[0] !== 'article' &&
  word(tokens, match.at) === 'over' &&
  word(tokens, match.at + 1) !== 'the' &&
  (one.unit === null ? isSeries(tokens, match, one.to) : DURATIONS.has(one.unit)) &&
  !isOf(tokens, match.at - 1, LENGTHS);

/** "did not use more than 10 litres": at most 10. */
const OPPOSITES: ReadonlyMap<Hedge, Hedge> = new Map([
  ['more-than', 'at-most'],
  ['less-than', 'at-least'],
  ['at-least', 'less-than'],
]);
const NEGATIONS = words("not never cannot can't don't doesn't didn't won't wouldn't shouldn't couldn't");
/** "Not only did more than 10": the negation turns no figure round. */
const NO_VERBS = words('only just yet even all for in on at by');

/** A negated verb stands right before token `i`: "did not use", "try not to use". */
function isDenied(tokens: readonly Token[], i: number): boolean {
  const verb = word(tokens, i - 1);
  if (verb === '' || NO_VERBS.has(verb) || endsPhrase(verb) !== VERBS.has(verb)) return false;
  return isOf(tokens, word(tokens, i - 2) === 'to' ? i - 3 : i - 2, NEGATIONS);
}

function combined(outer: Hedge, inner: Hedge): Hedge {
  if (outer === 'about') return inner;
  if (inner === 'about' || inner === 'nearly') {
    // "over nearly 100": the two contradict each other; the nearer word is the one that was meant.
    return inner === 'nearly' && outer === 'more-than' ? inner : outer;
  }
  return inner;
}

/** "have at least saved 9,000 trees", "at least managed to save 9,000": the hedge stands before the verb. */
function hedgeApart(tokens: readonly Token[], one: Found): Hit | null {
  const verb = word(tokens, one.spanFrom - 2) === 'to' ? one.spanFrom - 3 : one.spanFrom - 1;
  for (let end = verb; end > verb - 2 && end > 1; end -= 1) {
    const match = matchBefore(tokens, end);
    if (match && word(tokens, match.at) === 'at' && (end === verb || word(tokens, end).endsWith('ly')))
      return isVerb(tokens, verb) ? match : null;
  }
  return null;
}
const isVerb = (tokens: readonly Token[], i: number): boolean =>
  isOf(tokens, i, VERBS) || looksPast(word(tokens, i)) || looksProgressive(word(tokens, i));

/** "more than 90 km (56 miles)": the same length in another unit has the same bound. */
function convertedHedge(tokens: readonly Token[], source: Found | undefined, one: Found): Hedge | null {
  if (!source || source.excluded !== null || source.unit === null || one.unit === null || source.unit === one.unit) return null;
  const inBrackets = mark(tokens, one.spanFrom - 1) === '(' && source.spanTo === one.spanFrom - 1 && mark(tokens, one.spanTo) === ')';
  return inBrackets && !isRange(source) && CARRIED.has(source.hedge) ? source.hedge : null;
}
const CARRIED: ReadonlySet<Hedge> = new Set<Hedge>(['more-than', 'at-least', 'less-than', 'at-most', 'up-to']);

/** Bounds of one figure under a hedge; a range keeps both its ends. */
function applyHedge(one: Found, hedge: Hedge): void {
  one.readers.push('hedge');
  if (isRange(one)) {
    if (hedge === 'about' || hedge === 'nearly') one.readers.push('rough');
    return;
  }
  const value = figureOf(one);
  one.hedge = hedge;
  one.grain = hedgedGrain(value, one.grain);
  const lower = hedge === 'more-than' || hedge === 'at-least';
  const upper = hedge === 'less-than' || hedge === 'at-most' || hedge === 'up-to' || hedge === 'nearly';
  one.low = upper ? null : value;
  one.high = lower ? null : value;
  one.lowInclusive = hedge === 'at-least' || hedge === 'about';
  one.highInclusive = hedge === 'at-most' || hedge === 'up-to' || hedge === 'about';
}

/** A hedged 20 is rounded to tens. */
function hedgedGrain(value: Exact, grain: Exact): Exact {
  if (value.includes('.') || value.startsWith('-')) return grain;
  const round = roundGrain(value);
  return compare(round, grain) > 0 ? round : grain;
}

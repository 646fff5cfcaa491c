import { compare, type Exact, type Token } from '../../base';
import { roundGrain } from '../figures/any';
import { type Found, figureOf, isRange, type Refiner } from '../found';
import { glued, isHyphen, mark, near, sentenceStart, word, words } from '../look';
import type { Hedge } from '../types';
import { DURATIONS } from '../units/units';
import { BY_FIRST, BY_LAST } from '../words/hedgewords';
import { looksPast, looksProgressive, VERBS } from '../words/stopwords';

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
  INTENSIFIERS.has(word(tokens, end - 1)) && (word(tokens, end - 1) !== 'far' || MORE_OR_LESS.has(word(tokens, end)));

/** Hedges before, after, and apart from the figure. Sets bounds, keeps the figure as written. */
export const hedgeRefiner: Refiner = {
  name: 'hedge',
  refine(tokens, found) {
    found.forEach((one, index) => {
      if (one.excluded !== null) return;
      const before = hedgeBefore(tokens, one) ?? hedgeApart(tokens, one);
      const after = before ? null : hedgeAfter(tokens, one);
      if (before) one.mentionFrom = Math.min(one.mentionFrom, before.at);
      if (after) one.mentionTo = Math.max(one.mentionTo, after.at);
      const hedge = before?.hedge ?? after?.hedge ?? convertedHedge(tokens, index > 0 ? found[index - 1] : undefined, one);
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
      const after = matchAfter(tokens, comma ? one.spanTo + 1 : one.spanTo);
      if (!after || (comma && after.hedge !== 'about')) continue;
      one.mentionTo = Math.max(one.mentionTo, after.at);
      applyHedge(one, after.hedge);
    }
  },
};

type Hit = { hedge: Hedge; at: number };

/** Every hyphen is one. */
const plain = (tokens: readonly Token[], i: number): string => (i < 0 || isHyphen(tokens, i) ? '-' : (tokens[i]?.lower ?? ''));

/** The words of a phrase stand from token `from` on. */
function says(tokens: readonly Token[], from: number, phrase: readonly string[]): boolean {
  for (let k = 0; k < phrase.length; k += 1) if (plain(tokens, from + k) !== phrase[k]) return false;
  return true;
}

function matchBefore(tokens: readonly Token[], end: number): Hit | null {
  const rows = BY_LAST.get(plain(tokens, end - 1));
  if (rows === undefined) return null;
  for (const row of rows) {
    const from = end - row[1].length;
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
    if (match && !misleads(tokens, match, end)) {
      if (hit === null && (during(tokens, match, one) || locates(tokens, match, end, one))) break;
      hit = { hedge: hit ? combined(match.hedge, hit.hedge) : match.hedge, at: match.at };
      end = match.at;
      continue;
    }
    if (hit === null ? !BETWEEN.has(word(tokens, end - 1)) : !intensifies(tokens, end)) break;
    end -= 1;
    if (hit && word(tokens, end) !== 'a') hit.at = end;
  }
  return hit;
}

/** "some of", "talked about", "a 5-under 67", "faster than the 845": the word is no hedge here. */
function misleads(tokens: readonly Token[], match: Hit, end: number): boolean {
  const last = word(tokens, end - 1);
  if (glued(tokens, match.at) && (isHyphen(tokens, match.at - 1) || mark(tokens, match.at - 1) === '/')) return true;
  if (last === 'than' && word(tokens, end) === 'the') return true;
  if (last === 'some') return word(tokens, end) === 'of';
  return last === 'about' && match.at === end - 1 && TOPICS.has(word(tokens, match.at - 1));
}

/** "around the 37 pillars", "centres around 3 themes": a place, no hedge. */
function locates(tokens: readonly Token[], match: Hit, end: number, one: Found): boolean {
  const name = word(tokens, match.at);
  if (match.at !== end - 1 || (name !== 'around' && name !== 'about' && name !== 'above' && name !== 'below')) return false;
  return (end < one.spanFrom && word(tokens, end) === 'the') || PLACES.has(word(tokens, match.at - 1));
}

/** "two runs over six innings", "Over 12 games, he hit"; but "over 30 games were played". */
const isSeries = (tokens: readonly Token[], match: Hit, at: number): boolean =>
  OCCASIONS.has(word(tokens, at)) && (!sentenceStart(tokens, match.at) || mark(tokens, at + 1) === ',');
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
  !LENGTHS.has(word(tokens, match.at - 1));

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
  const lower = word(tokens, verb);
  if (!(looksPast(lower) || looksProgressive(lower) || VERBS.has(lower))) return null;
  for (let end = verb; end > verb - 2 && end > 1; end -= 1) {
    const match = matchBefore(tokens, end);
    if (match && word(tokens, match.at) === 'at' && (end === verb || word(tokens, end).endsWith('ly'))) return match;
  }
  return null;
}

function hedgeAfter(tokens: readonly Token[], one: Found): Hit | null {
  for (const place of one.spanTo === one.to ? [one.to] : [one.to, one.spanTo]) {
    const at = isHyphen(tokens, place) && glued(tokens, place) ? place + 1 : place;
    const hit = matchAfter(tokens, at);
    if (hit) return hit;
  }
  return null;
}

function matchAfter(tokens: readonly Token[], at: number): Hit | null {
  if (!near(tokens, at)) return null;
  const rows = BY_FIRST.get((tokens[at] as Token).lower);
  if (rows === undefined) return null;
  for (const row of rows) {
    const behind = at + row[1].length;
    // "at least" and "plus" may belong to the figure that follows.
    if (says(tokens, at, row[1]) && !beginsNext(tokens, word(tokens, behind) === 'than' ? behind + 1 : behind))
      return { hedge: row[0], at: behind };
  }
  return null;
}

/** Another figure begins: "200 or greater than 190". */
const beginsNext = (tokens: readonly Token[], at: number): boolean => tokens[at]?.kind === 'number' || SIGNS.has(mark(tokens, at));
const SIGNS: ReadonlySet<string> = new Set('$€£');

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

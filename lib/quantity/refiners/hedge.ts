import { compare, type Exact, type Token } from '@/lib/base';
import { roundGrain } from '../figure';
import { type Found, figureOf, isRange, type Refiner } from '../found';
import { glued, isHyphen, mark, near, word } from '../readers/look';
import { looksPast, looksProgressive, VERBS } from '../stopwords';
import type { Hedge } from '../types';
import { DURATIONS } from '../units';

/** Words before a figure, by what they do to it. A reader of a row can add to it. */
const BEFORE: readonly (readonly [Hedge, string])[] = [
  [
    'more-than',
    'more than|over|above|in excess of|exceeding|exceed|exceeds|exceeded|upwards of|upward of|north of|greater than|higher than|larger than|bigger than|beyond|surpassing|surpassed|topping|topped|better than|>',
  ],
  ['at-least', 'at least|no fewer than|no less than|not fewer than|not less than|a minimum of|minimum of|at the very least|at a minimum|≥'],
  ['less-than', 'less than|fewer than|under|below|lower than|smaller than|south of|short of|<'],
  ['at-most', 'at most|no more than|not more than|a maximum of|maximum of|at the most|no greater than|≤'],
  ['up-to', 'up to|as many as|as much as|as high as|upto'],
  ['nearly', 'nearly|almost|close to|approaching|nearing|not quite|virtually|practically|verging on'],
  [
    'about',
    'about|around|some|roughly|approximately|approximate|an estimated|estimated|circa|ca|approx|something like|in the region of|in the order of|on the order of|in the neighborhood of|in the neighbourhood of|~|≈|or so',
  ],
];
const AFTER: readonly (readonly [Hedge, string])[] = [
  ['at-least', 'or more|or above|or over|and above|and over|and more|and up|or higher|or greater|plus|+|at least|at the least'],
  ['at-most', 'or less|or fewer|or under|or below|or lower|at most|at the most|maximum'],
  ['about', 'or so|odd|or thereabouts|give or take|or thereabout'],
];
/** Say nothing about the figure and may stand between it and its hedge, or before the hedge. */
const BETWEEN = /^(a|an|another|further|additional|total|of|just|only|the|record|roughly|combined|whopping|staggering|full|good)$/;
const INTENSIFIERS = /^(well|just|only|slightly|far|considerably|significantly|a|little|somewhat|much|still|now|already)$/;

/** "well over", "far more than" – but "so far over" is another "far". */
const intensifies = (tokens: readonly Token[], end: number): boolean =>
  INTENSIFIERS.test(word(tokens, end - 1)) &&
  (word(tokens, end - 1) !== 'far' || /^(more|less|fewer|higher|greater)$/.test(word(tokens, end)));

const index = (rows: readonly (readonly [Hedge, string])[], key: (words: string[]) => string): Map<string, [Hedge, string[]][]> => {
  const map = new Map<string, [Hedge, string[]][]>();
  for (const [hedge, phrases] of rows)
    for (const phrase of phrases.split('|')) {
      const words = phrase.split(' ');
      map.set(
        key(words),
        [...(map.get(key(words)) ?? []), [hedge, words] as [Hedge, string[]]].sort((a, b) => b[1].length - a[1].length),
      );
    }
  return map;
};
const BY_LAST = index(BEFORE, (words) => words.at(-1) as string);
const BY_FIRST = index(AFTER, (words) => words[0] as string);

/** Hedges before, after, and apart from the figure. Sets bounds, keeps the figure as written. */
export const hedgeRefiner: Refiner = {
  name: 'hedge',
  refine(tokens, found) {
    for (const one of found) {
      if (one.excluded !== null) continue;
      const before = hedgeBefore(tokens, one) ?? hedgeApart(tokens, one);
      const after = before ? null : hedgeAfter(tokens, one);
      if (before) one.mentionFrom = Math.min(one.mentionFrom, before.at);
      if (after) one.mentionTo = Math.max(one.mentionTo, after.at);
      const hedge = before?.hedge ?? after?.hedge;
      if (hedge && one.hedge !== 'vague') applyHedge(one, hedge);
    }
  },
};

/** "80 farms or fewer": the hedge stands behind the counted thing. */
export const lateHedgeRefiner: Refiner = {
  name: 'late hedge',
  refine(tokens, found) {
    for (const one of found) {
      if (one.excluded !== null || one.hedge !== 'exact' || one.nounTo <= one.nounFrom) continue;
      const after = matchAfter(tokens, one.spanTo);
      if (!after) continue;
      one.mentionTo = Math.max(one.mentionTo, after.at);
      applyHedge(one, after.hedge);
    }
  },
};

type Hit = { hedge: Hedge; at: number };

function matchBefore(tokens: readonly Token[], end: number): Hit | null {
  for (const [hedge, words] of BY_LAST.get(tokens[end - 1]?.lower ?? '') ?? []) {
    const from = end - words.length;
    if (words.every((want, k) => tokens[from + k]?.lower === want)) return { hedge, at: from };
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
    if (match && !(match.hedge === 'about' && word(tokens, end - 1) === 'some' && word(tokens, end - 2) === 'of')) {
      if (hit === null && during(tokens, match, one)) break;
      hit = { hedge: hit ? combined(match.hedge, hit.hedge) : match.hedge, at: match.at };
      end = match.at;
      continue;
    }
    if (hit === null ? !BETWEEN.test(word(tokens, end - 1)) : !intensifies(tokens, end)) break;
    end -= 1;
    if (hit && word(tokens, end) !== 'a') hit.at = end;
  }
  return hit;
}

/** "over three years", "under 18 years": with a length of time "over" mostly says during which, unless words of length stand before it. */
const during = (tokens: readonly Token[], match: Hit, one: Found): boolean =>
  one.readers[0] !== 'article' &&
  word(tokens, match.at) === 'over' &&
  one.unit !== null &&
  DURATIONS.has(one.unit) &&
  !/^(for|of|lasting|lasted|took|takes|just|well|after|is|was|served|spent|in)$/.test(word(tokens, match.at - 1));

function combined(outer: Hedge, inner: Hedge): Hedge {
  if (outer === 'about') return inner;
  if (inner === 'about' || inner === 'nearly') {
    // "over nearly 100": the two contradict each other; the nearer word is the one that was meant.
    return inner === 'nearly' && outer === 'more-than' ? inner : outer;
  }
  return inner;
}

/** "have at least saved 9,000 trees": the hedge stands before the verb. */
function hedgeApart(tokens: readonly Token[], one: Found): Hit | null {
  const verb = one.spanFrom - 1;
  const lower = word(tokens, verb);
  if (!(looksPast(lower) || looksProgressive(lower) || VERBS.has(lower))) return null;
  for (let end = verb; end > verb - 2 && end > 1; end -= 1) {
    const match = matchBefore(tokens, end);
    if (match && /^at$/.test(word(tokens, match.at)) && (end === verb || word(tokens, end).endsWith('ly'))) return match;
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
  for (const [hedge, words] of BY_FIRST.get(tokens[at]?.lower ?? '') ?? []) {
    if (!words.every((want, k) => tokens[at + k]?.lower === want)) continue;
    const behind = at + words.length;
    // "at least" and "plus" may belong to the figure that follows.
    if (tokens[behind]?.kind !== 'number' && mark(tokens, behind) !== '$') return { hedge, at: behind };
  }
  return null;
}

/** Bounds of one figure under a hedge; a range keeps both its ends. */
function applyHedge(one: Found, hedge: Hedge): void {
  one.readers.push('hedge');
  if (isRange(one)) return;
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

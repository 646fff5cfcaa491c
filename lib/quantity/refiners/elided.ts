import { compare, type Token, words } from '../../base';
import { type Found, figureOf, isShare, type Refiner } from '../found';
import { capital, digits, glued, isHyphen, isOf, isStop, mark, tokenAt, word } from '../look';
import { closesGap, isGapped } from '../signs/gapped';
import { DURATIONS } from '../units/units';
import { singular } from '../words/plural';
import { endsPhrase, looksAdverb, looksPast, VERBS, WHEN } from '../words/stopwords';
import { completeAhead, completeBehind, dropOwner, fillOnes, withAdjective } from './borrowed';
import { anaphora, partNamed } from './named-part';
import { backward, CARRIERS, CONTRASTS, LONGEST_SENTENCE, NUMBERS } from './parallel';

/** What a part with a name of its own is a part of: the figures behind it count that as well. */
const wholes = new WeakMap<Found, Found>();
const wholeOf = (source: Found | null): Found | null => (source && wholes.get(source)) ?? source;

/** A figure without unit and thing, that could have one. */
const isOpen = (one: Found): boolean => one.excluded === null && one.unit === null && one.noun === null && !isShare(one);

/** "3 in Lyon and 2 in Nantes": a figure without its noun counts what the figure before or behind it counts. */
export const elidedRefiner: Refiner = {
  name: 'elided',
  refine(tokens, found) {
    // From the end, so that "20, 30 and 45 marks" hands its noun on.
    for (let index = found.length - 1; index >= 0; index -= 1) {
      const one = found[index] as Found;
      dropOwner(tokens, one, found[index + 1]);
      if (isOpen(one)) give(tokens, one, forward(tokens, found, index));
      else if (one.excluded === null) completeAhead(tokens, one, found[index + 1]);
    }
    found.forEach((one, index) => {
      if (one.excluded === null) completeBehind(tokens, one, index > 0 ? found[index - 1] : undefined);
      if (one.excluded === null && one.head === 'one') fillOnes(one, backward(tokens, found, index));
      if (!isOpen(one) || standsForItself(tokens, one)) return;
      const source = wholeOf(backward(tokens, found, index) ?? acrossSentences(tokens, found, index));
      // "a score is 20 units, a gross is 144": what is said to be a number is of the thing before it only when that was said so too.
      if (source && equated(tokens, one) && !equated(tokens, source)) return;
      give(tokens, one, source);
    });
  },
};

/** "3% on income over 80,000", "2.6% or 4.40 a week": what is too large for a share, or is paid each week, is none. */
const isNoShare = (tokens: readonly Token[], one: Found, { unit }: Found): boolean =>
  unit === '%' &&
  (isOf(tokens, one.from - 1, PRICES) ||
    compare(figureOf(one), '1000') > 0 ||
    (word(tokens, one.to) === 'a' && isOf(tokens, one.to + 1, DURATIONS)));

const PRICES = words('price prices index shares cost costs');

function give(tokens: readonly Token[], one: Found, source: Found | null): void {
  if (!source || isNoShare(tokens, one, source)) return;
  const own = partNamed(tokens, one);
  if (own) wholes.set(one, source);
  one.noun = own ?? withAdjective(tokens, one, source);
  one.head = own ? singular(own.slice(own.lastIndexOf(' ') + 1)) : source.head;
  one.unit = source.unit;
  one.readers.push('elided');
  if (isOf(tokens, one.to, CARRIERS)) one.mentionTo = Math.max(one.mentionTo, placeEnd(tokens, one.to + 1) || one.mentionTo);
}

const SOME_OF = words('the these those its their his her our my your last past first next final previous remaining other top only');

/** Between "two of" and the next figure stand determiners alone, or an owner: "the nine pumps", "their last six games", "Ada's nine pumps". */
function owned(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = from; k < to; k += 1) {
    const lower = word(tokens, k);
    if (!SOME_OF.has(lower) && !lower.endsWith('s')) return false;
  }
  return true;
}

/** "five or six people", "20, 30 and 45 marks", "two of the nine pumps", "9,250 up 41 points". */
function forward(tokens: readonly Token[], found: readonly Found[], index: number): Found | null {
  const one = found[index] as Found;
  const next = found[index + 1];
  if (!next || next.excluded !== null || (next.noun === null && next.unit === null)) return null;
  // "12- and 14-year-old"
  const hanging = isHyphen(tokens, one.to) && glued(tokens, one.to) && (!glued(tokens, one.to + 1) || mark(tokens, one.to + 1) === ',');
  const end = hanging ? one.to + 1 : one.to;
  const link = word(tokens, end);
  const of = link === 'out' ? one.to + 1 : one.to;
  if (word(tokens, of) === 'of')
    return next.spanFrom > of && next.spanFrom <= of + 4 && owned(tokens, of + 1, next.mentionFrom) ? next : null;
  if (link === 'up' || link === 'down') return next.mentionFrom === one.to + 1 && next.head === 'point' ? next : null;
  const listed = mark(tokens, end) === ',' && next.readers.includes('elided');
  return (link === 'or' || link === 'and' || listed) && next.mentionFrom === end + 1 ? next : null;
}

/** Words after which "of 40" counts, and does not say how much something is ("a rating of 7"). */
const GROUPS = words('total group batch party convoy crowd some most half out team number which whom');
const AGES = words('age aged ages younger older');

/** An age, a rating, a score or a number in a name counts nothing that was counted before it. */
function standsForItself(tokens: readonly Token[], one: Found): boolean {
  const at = one.mentionFrom - 1;
  const before = word(tokens, at);
  if (tokens.slice(Math.max(0, Math.min(at, one.from - 2)), one.from).some(({ lower }) => AGES.has(lower))) return true;
  if (isOf(tokens, at - 1, AGES) || endsToll(tokens, at)) return true;
  if (before === 'of' && !isCompared(tokens, at) && !isOf(tokens, at - 1, GROUPS) && !anaphora(tokens, one.to)) return true;
  if (mark(tokens, one.to) === '/' || (mark(tokens, at) === '/' && digits(tokens, at - 1) !== '')) return true;
  if (STANDALONE.has(before) && word(tokens, at - 1) !== 'of' && !isOf(tokens, at - 1, VERSUS)) return true;
  // "among 15,000 who got a placebo": a group of its own.
  if (before === 'among' && word(tokens, one.to) === 'who') return true;
  // "options for 15 more" are of what was counted before.
  if (before === 'for' && !word(tokens, at - 1).startsWith('account') && word(tokens, one.to) !== 'more') return true;
  // "25 shots to Norway's seven": an owner, with its apostrophe or without.
  const owner = before.endsWith('s') && isOf(tokens, at - 1, VERSUS);
  const name =
    capital(tokens[at]) &&
    !endsPhrase(before) &&
    !WHEN.has(before) &&
    !owner &&
    !contrasted(tokens, at, one.to) &&
    !isGapped(tokens, one.from);
  return (
    name || (mark(tokens, at) === ',' && capital(tokenAt(tokens, at - 1)) && (mark(tokens, one.to) === ',' || mark(tokens, one.to) === '.'))
  );
}

/** "found 16 boats, bringing the death toll in the storm to 47": a toll says itself of what it is. */
function endsToll(tokens: readonly Token[], to: number): boolean {
  if (word(tokens, to) !== 'to' && word(tokens, to) !== 'at') return false;
  for (let k = to - 1; k > to - TOLL_WITHIN && digits(tokens, k) === '' && !isStop(tokens, k); k -= 1)
    if (word(tokens, k) === 'toll') return true;
  return false;
}
const TOLL_WITHIN = 10;

/** "from a profit of 40", "against a fleet of 12" */
const isCompared = (tokens: readonly Token[], of: number): boolean => isOf(tokens, of - 2, VERSUS) || isOf(tokens, of - 3, VERSUS);

/** "and the Liberals 38.", "and Kane 12.": a second subject whose verb is left out, and no name with a number. */
function contrasted(tokens: readonly Token[], at: number, to: number): boolean {
  let k = at;
  while (k > at - 3 && capital(tokens[k])) k -= 1;
  if (word(tokens, k) === 'the') k -= 1;
  return closesGap(tokens, to) && isOf(tokens, k, CONTRASTS);
}
const VERSUS = words('to than against versus from');
/** "averaged 7", "a 66", "his 46": rates, marks and scores; and what is given "for 6 million" is a price. */
const STANDALONE = words('averaged scored a an his her');

/** The figure stands behind "is" or "was", an adverb between them or none. */
function equated(tokens: readonly Token[], one: Found): boolean {
  const before = word(tokens, one.mentionFrom - 1);
  const at = looksAdverb(before) || before === 'not' ? one.mentionFrom - 2 : one.mentionFrom - 1;
  return /^(is|was)$/.test(word(tokens, at)) && word(tokens, at - 1) !== 'there';
}

/** "The stewards put the turnout at 4,000 walkers. Onlookers speak of over 7,000": the sentence before said what is counted. */
function acrossSentences(tokens: readonly Token[], found: readonly Found[], index: number): Found | null {
  const one = found[index] as Found;
  const before = word(tokens, one.mentionFrom - 1);
  const there = word(tokens, one.mentionFrom - 2) === 'there' && /^(were|was|are)$/.test(before);
  // "Six mines closed. Two reopened."; but "Hundreds attended" are people.
  const opens =
    one.hedge !== 'vague' &&
    isStop(tokens, one.from - 1) &&
    capital(tokens[one.from]) &&
    (isOf(tokens, one.to, VERBS) || looksPast(word(tokens, one.to)));
  const counted = /^(counted|estimated)$/.test(before) || there || opens || putsFigure(tokens, one) || anaphora(tokens, one.to);
  if (!counted || before === 'the') return null;
  const source = found.slice(Math.max(0, index - 3), index).findLast(({ excluded, noun }) => excluded === null && noun !== null);
  return source && one.from - source.to < LONGEST_SENTENCE && (anaphora(tokens, one.to) || !/^(of|in)$/.test(word(tokens, one.to)))
    ? source
    : null;
}

/** "Unions put the figure at 900": of what was counted before. A toll says itself of what it is. */
const putsFigure = (tokens: readonly Token[], { mentionFrom: at }: Found): boolean =>
  word(tokens, at - 1) === 'at' &&
  isOf(tokens, at - 2, NUMBERS) &&
  word(tokens, at - 2) !== 'toll' &&
  /^(the|their|its|this|that)$/.test(word(tokens, at - 3)) &&
  /^(put|puts|putting|estimate|estimates|estimated)$/.test(word(tokens, at - 4));

function placeEnd(tokens: readonly Token[], from: number): number {
  let to = word(tokens, from) === 'the' ? from + 1 : from;
  const start = to;
  while (capital(tokens[to]) && tokens[to]?.gap !== 'block') to += 1;
  return to > start ? to : 0;
}

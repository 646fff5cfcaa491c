import { type Token, tokensOf, UNREAD } from '../base';
import { atArticle, besideNumbers, byWord } from './ask';
import { type Found, type Reader, type Refiner, spanOf } from './found';
import { ageGroupReader } from './readers/age';
import { articleReader } from './readers/article';
import { clockReader } from './readers/clock';
import { dateReader } from './readers/date';
import { identifierReader } from './readers/identifier';
import { idiomReader } from './readers/idiom';
import { multipleReader } from './readers/multiple';
import { nameReader } from './readers/name';
import { noneReader } from './readers/none';
import { ordinalReader } from './readers/ordinal';
import { amountReader, powerReader } from './readers/plain';
import { ratingReader } from './readers/rating';
import { scoreReader } from './readers/score';
import { vagueReader } from './readers/vague';
import { yearReader } from './readers/year';
import { conceptRefiner } from './refiners/concept';
import { elidedRefiner } from './refiners/elided';
import { excludeRefiner } from './refiners/exclude';
import { hedgeRefiner, lateHedgeRefiner } from './refiners/hedge';
import { joinRefiner } from './refiners/join';
import { measuredRefiner } from './refiners/measured';
import { nounRefiner } from './refiners/noun';
import { trendRefiner } from './refiners/trend';
import { withoutShouting } from './signs/capitals';
import { withHyphens } from './signs/cut';
import type { Doubt, Part, Quantity, Reading } from './types';

/** The first that reads wins, so each stands before those that would take its figure for something plainer. */
export const READERS: readonly Reader[] = [
  // "7/8/2011" is no fraction, "12-14 June" no score.
  dateReader,
  // "16:52" is no score either.
  clockReader,
  // "3-1" is no range.
  scoreReader,
  // "6.1/10" is no fraction.
  ratingReader,
  // "1.5e6" has letters glued to its digits, as names have.
  powerReader,
  // "COVID-19" is no label of a word before it.
  nameReader,
  // "No. 10", "+44 20 7946 0958": the digits would count what follows.
  identifierReader,
  // "ten-fold", which idioms with a hyphen would hide.
  multipleReader,
  // "the under-fives": no other reader knows the word.
  ageGroupReader,
  // "a million miles away": before all that read words.
  idiomReader,
  // "no injuries", "not one vote": before the word behind "no" or "not" is read.
  noneReader,
  // "several hundred", "a few thousand" are more than their last word.
  vagueReader,
  // "a day or two" is no single day.
  articleReader,
  // "a fourth-quarter loss" is no fourth part.
  ordinalReader,
  // Four digits count where they name no year.
  yearReader,
  // All that is left.
  amountReader,
];

/** Each builds on what those before it have found. */
const REFINERS: readonly Refiner[] = [
  // Finds where the mention ends ("40 or more"): what is counted stands behind it.
  hedgeRefiner,
  // Looks behind the hedge.
  nounRefiner,
  // Looks behind the noun ("80 farms or fewer").
  lateHedgeRefiner,
  // Joins two figures by their bounds, units and nouns.
  joinRefiner,
  // Looks before the figure, joined or not, where no noun stands behind it.
  measuredRefiner,
  // Borrows what others count, so those have theirs by now.
  elidedRefiner,
  // Asks for units, points and ranges.
  trendRefiner,
  // Asks what counts something of its own, and what borrowed it.
  excludeRefiner,
  // Asks who is left.
  conceptRefiner,
];

const REFINES = REFINERS.map(({ refine }) => refine);

/** The readers that may begin at a number, and those that may begin at each word or sign, in order. */
const FOR_NUMBERS = READERS.filter(({ begins }) => begins !== 'word');
const FOR_WORDS = [...byWord(READERS.filter(({ begins }) => begins !== 'number'))];
/** Where the readers of each word stand in the list. */
const OPENERS: ReadonlyMap<string, number> = new Map(FOR_WORDS.map(([word], k) => [word, k]));
const READS = FOR_WORDS.map(([, reads]) => reads);
/** Most words open no quantity. */
const NOTHING = FOR_WORDS.length;
const NOT_FOR_NUMBERS = READERS.filter(({ begins }) => begins !== 'number');
const AT_A = atArticle(NOT_FOR_NUMBERS, 'a');
const AT_AN = atArticle(NOT_FOR_NUMBERS, 'an');
const askedAt = besideNumbers(FOR_NUMBERS);
const readsOf = FOR_NUMBERS.map(({ read }) => read);

/** Tokens that are read at a time. No rule looks so far, and memory stays small however long the text is. */
const SECTION = 8192;

/**
 * Finds every quantity of a text, in order, and says why some numbers are none (`excluded`). Never throws; time grows with the length of
 * the text. Offsets are UTF-16 code units into the text as given. Whoever has the tokens of the text already gives them; behind the first
 * `most` quantities nothing is read.
 */
export function readQuantities(text: string, tokens?: readonly Token[], most = Number.POSITIVE_INFINITY): Reading {
  if (tokens !== undefined) return readTokens(text, tokens, most);
  let section = tokensOf(text, 0, SECTION);
  const whole = readTokens(text, section, most);
  while (section.length >= SECTION && whole.quantities.length < most) {
    section = tokensOf(text, (section.at(-1) as Token).end, SECTION);
    const { quantities, doubts } = readTokens(text, section, most - whole.quantities.length);
    whole.quantities.push(...quantities);
    whole.doubts.push(...doubts);
  }
  return whole;
}

function readTokens(text: string, given: readonly Token[], most: number): Reading {
  const tokens = withHyphens(withoutShouting(given));
  const found = findAll(tokens, most);
  if (found.length === 0) return { quantities: [], doubts: [] };
  for (const refine of REFINES) refine(tokens, found, text);
  return { quantities: found.map((one) => quantityOf(tokens, one)), doubts: doubtsOf(tokens, found) };
}

function findAll(tokens: readonly Token[], most: number): Found[] {
  const found: Found[] = [];
  for (let i = 0; i < tokens.length && found.length < most; ) {
    const token = tokens[i] as Token;
    const one = token.kind === 'number' ? numberAt(tokens, i) : wordAt(tokens, i);
    if (one) found.push(one);
    i = one ? Math.max(i + 1, one.spanTo) : i + 1;
  }
  return found;
}

function numberAt(tokens: readonly Token[], i: number): Found | null {
  for (let bits = askedAt(tokens, i); bits !== 0; bits &= bits - 1) {
    const one = (readsOf[31 - Math.clz32(bits & -bits)] as Reader['read'])(tokens, i);
    if (one) return one;
  }
  return null;
}

function wordAt(tokens: readonly Token[], i: number): Found | null {
  const { lower, spelling } = tokens[i] as Token;
  if (spelling.opens === UNREAD) spelling.opens = OPENERS.get(lower) ?? NOTHING;
  if (spelling.opens === NOTHING) return null;
  const reads = lower === 'a' ? AT_A(tokens, i) : lower === 'an' ? AT_AN(tokens, i) : (READS[spelling.opens] as readonly Reader['read'][]);
  return firstReading(reads, tokens, i);
}

function firstReading(reads: readonly Reader['read'][], tokens: readonly Token[], i: number): Found | null {
  for (let k = 0; k < reads.length; k += 1) {
    const one = (reads[k] as Reader['read'])(tokens, i);
    if (one) return one;
  }
  return null;
}

const NO_PARTS: readonly Part[] = [];

function quantityOf(tokens: readonly Token[], one: Found): Quantity {
  const span = spanOf(tokens, one.spanFrom, one.spanTo);
  const mentionTo = Math.max(one.mentionTo, one.spanTo);
  const { low, high, lowInclusive, highInclusive, hedge, trend, unit, parts, noun, head, concept, about, grain, readers, excluded } = one;
  return {
    low,
    high,
    lowInclusive: low !== null && lowInclusive,
    highInclusive: high !== null && highInclusive,
    span,
    // Mostly two of the three places are the same, and a text of nothing but numbers has very many of them.
    mention: one.mentionFrom === one.spanFrom && mentionTo === one.spanTo ? span : spanOf(tokens, one.mentionFrom, mentionTo),
    figure: one.from === one.spanFrom && one.to === one.spanTo ? span : spanOf(tokens, one.from, one.to),
    hedge,
    trend,
    unit,
    parts: parts.length === 0 ? NO_PARTS : parts.map(({ from, to, value, unit }) => ({ span: spanOf(tokens, from, to), value, unit })),
    noun,
    head,
    concept,
    about,
    grain,
    readers,
    excluded,
  };
}

function doubtsOf(tokens: readonly Token[], found: readonly Found[]): Doubt[] {
  const doubts: Doubt[] = [];
  for (const one of found)
    if (one.excluded === null && one.doubts.length > 0)
      for (const doubt of one.doubts) doubts.push({ ...doubt, ...spanOf(tokens, one.spanFrom, one.spanTo) });
  return doubts;
}

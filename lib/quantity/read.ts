import { MONTH_NUMBERS, type Token, tokensOf } from '@/lib/base';
import { CODES, DOLLARS, SIGNS } from './currencies';
import { type Found, type Reader, type Refiner, spanOf } from './found';
import { ORDINALS, PARTS, SCALES, SMALL } from './numberwords';
import { articleReader } from './readers/article';
import { clockReader } from './readers/clock';
import { dateReader, yearReader } from './readers/date';
import { identifierReader, nameReader } from './readers/identifier';
import { idiomReader } from './readers/idiom';
import { noneReader } from './readers/none';
import { ordinalReader } from './readers/ordinal';
import { amountReader, fractionReader, ratioReader } from './readers/plain';
import { vagueReader } from './readers/vague';
import { conceptRefiner } from './refiners/concept';
import { excludeRefiner } from './refiners/exclude';
import { hedgeRefiner, lateHedgeRefiner } from './refiners/hedge';
import { elidedRefiner, measuredRefiner, nounRefiner } from './refiners/noun';
import { trendRefiner } from './refiners/trend';
import type { Doubt, Quantity, Reading } from './types';

/** In this order: what is no quantity first, then wholes before their parts. The first that reads wins. */
const READERS: readonly Reader[] = [
  dateReader,
  clockReader,
  nameReader,
  identifierReader,
  idiomReader,
  noneReader,
  vagueReader,
  articleReader,
  fractionReader,
  ordinalReader,
  yearReader,
  ratioReader,
  amountReader,
];

const REFINERS: readonly Refiner[] = [
  hedgeRefiner,
  nounRefiner,
  lateHedgeRefiner,
  measuredRefiner,
  elidedRefiner,
  trendRefiner,
  conceptRefiner,
  excludeRefiner,
];

/** Words at which a reader may begin; every other word is passed over without asking. */
const STARTS: ReadonlySet<string> = new Set([
  ...SMALL.keys(),
  ...SCALES.keys(),
  ...ORDINALS,
  ...CODES.keys(),
  ...DOLLARS.keys(),
  ...'a an half quarter no none nobody minus dozens scores hundreds thousands tens millions billions trillions lakhs crores several http https www'.split(
    ' ',
  ),
  ...MONTH_NUMBERS.keys(),
]);

/**
 * Finds every quantity of a text, in order, and says why some numbers are none (`excluded`). Never throws; time grows with the length of
 * the text. Offsets are UTF-16 code units into the text as given. Whoever has the tokens of the text already gives them; behind the first
 * `most` quantities nothing is read.
 */
export function readQuantities(text: string, tokens: readonly Token[] = tokensOf(text), most = Number.POSITIVE_INFINITY): Reading {
  const found = findAll(tokens, most);
  for (const refiner of REFINERS) refiner.refine(tokens, found, text);
  return { quantities: found.map((one) => quantityOf(tokens, one)), doubts: found.flatMap((one) => doubtsOf(tokens, one)) };
}

function findAll(tokens: readonly Token[], most: number): Found[] {
  const found: Found[] = [];
  for (let i = 0; i < tokens.length && found.length < most; ) {
    const token = tokens[i] as Token;
    const one = mayStart(token, tokens[i + 1], tokens[i - 1]) ? firstReading(tokens, i) : null;
    if (one) found.push(one);
    i = one ? Math.max(i + 1, one.spanTo) : i + 1;
  }
  return found;
}

function mayStart(token: Token, next: Token | undefined, before: Token | undefined): boolean {
  if (token.kind === 'number') return true;
  if (token.kind === 'mark') return SIGNS.has(token.text) || ((token.text === '-' || token.text === '−') && next?.kind === 'number');
  // The commonest word of all begins a number only before a few others.
  if (token.lower === 'a' || token.lower === 'an')
    return BEHIND_ARTICLE.has(next?.lower ?? '') || (before !== undefined && BEFORE_ARTICLE.has(before.lower));
  return STARTS.has(token.lower);
}

const BEHIND_ARTICLE: ReadonlySet<string> = new Set([...SCALES.keys(), ...PARTS.keys(), 'few', 'couple', 'handful', '$']);
const BEFORE_ARTICLE: ReadonlySet<string> = new Set('than nearly almost least about around over under half'.split(' '));

const FOR_NUMBERS = READERS.filter(({ begins }) => begins !== 'word');
const FOR_WORDS = READERS.filter(({ begins }) => begins !== 'number');

function firstReading(tokens: readonly Token[], i: number): Found | null {
  for (const reader of tokens[i]?.kind === 'number' ? FOR_NUMBERS : FOR_WORDS) {
    const one = reader.read(tokens, i);
    if (one) return one;
  }
  return null;
}

function quantityOf(tokens: readonly Token[], one: Found): Quantity {
  const { low, high, lowInclusive, highInclusive, hedge, trend, unit, noun, head, concept, grain, readers, excluded } = one;
  return {
    low,
    high,
    lowInclusive: low !== null && lowInclusive,
    highInclusive: high !== null && highInclusive,
    span: spanOf(tokens, one.spanFrom, one.spanTo),
    mention: spanOf(tokens, one.mentionFrom, Math.max(one.mentionTo, one.spanTo)),
    figure: spanOf(tokens, one.from, one.to),
    hedge,
    trend,
    unit,
    noun,
    head,
    concept,
    grain,
    readers,
    excluded,
  };
}

const doubtsOf = (tokens: readonly Token[], one: Found): Doubt[] =>
  one.excluded === null ? one.doubts.map((doubt) => ({ ...doubt, ...spanOf(tokens, one.spanFrom, one.spanTo) })) : [];

import { compare, divide, type Exact, multiply, slice, toNumber } from '@/lib/base';
import { DURATIONS, type Quantity, trendOf } from '@/lib/quantity';

/**
 * One quantity as the machine-readable face shows it. That face is read by machines that compare with what annotators of news mark, so a few
 * things are put their way here, and here alone: vague counts have both ends, a fall keeps its first figure as the low end, levels
 * with a day each are one range, "five or six" is two figures, and a word that only describes ("five-year") is left out. Claims keep what a reader would say.
 */

/** Reasons for which a number is no quantity at all and is left out. */
const NO_QUANTITY: ReadonlySet<string> = new Set(
  'date clock year ordinal name identifier resolution address idiom pronoun score list magnitude rating rank version multiple'.split(' '),
);
/** The four bounds that this face tells apart; the hedge itself stands with each claim. */
const BOUND: Readonly<Record<Quantity['hedge'], 'eq' | 'approx' | 'gt' | 'lt'>> = {
  exact: 'eq',
  between: 'eq',
  about: 'approx',
  nearly: 'approx',
  vague: 'eq',
  'at-least': 'gt',
  'more-than': 'gt',
  'at-most': 'lt',
  'less-than': 'lt',
  'up-to': 'lt',
};

const number = (value: Exact | null): number | null => (value === null ? null : toNumber(value));

/** All quantities of a text in order, as this face shows them. */
export const extractedQuantities = (text: string, quantities: readonly Quantity[], explain: boolean) =>
  withDatedLevels(text, quantities)
    .filter((quantity) => isQuantity(text, quantity))
    .flatMap((quantity) => eachOf(text, quantity))
    .map((quantity) => extractedQuantity(text, quantity, explain));

/** False for what is no quantity here: dates and names, "several", "a month", "half the seats", "a five-year plan". */
function isQuantity(text: string, quantity: Quantity): boolean {
  const { excluded, readers, figure } = quantity;
  if (excluded !== null) return !NO_QUANTITY.has(excluded);
  if (readers.includes('age-group')) return false;
  if (readers[0] === 'few') return false;
  if (readers[0] === 'article') return quantity.low === '0.5' || quantity.high === '0.5';
  const written = slice(text, figure);
  if (readers[0] === 'none' && /^without\b/i.test(written)) return false;
  const measured = quantity.unit !== null && !DURATIONS.has(quantity.unit);
  return written.toLowerCase() !== 'half' && (measured || !(isSpelled(written) && describes(text, figure.end)));
}

const isSpelled = (written: string): boolean => !/\d/.test(written);
/** A hyphen and a letter behind a number word make an adjective of it; "ten-plus" and "fifty-odd" still count. */
const describes = (text: string, end: number): boolean => /^[-‐‑](?!(?:plus|odd|ish|some)\b)\p{L}/u.test(text.slice(end, end + 6));

function extractedQuantity(text: string, quantity: Quantity, explain: boolean) {
  const { span, trend, unit, noun, concept, readers } = quantity;
  const bound = isRange(quantity) && readers.includes('rough') ? 'approx' : BOUND[quantity.hedge];
  const body = {
    start: span.start,
    end: span.end,
    text: slice(text, span),
    ...figures(quantity),
    bound,
    trend,
    unit,
    noun,
    concept,
  };
  return explain ? { ...body, readers } : body;
}

/** "five or six" is a range to a reader, and two quantities here. */
function eachOf(text: string, quantity: Quantity): Quantity[] {
  const or = slice(text, quantity.figure).search(/\sor\s/);
  if (!quantity.readers.includes('either') || or < 0) return [quantity];
  const [end, start] = [quantity.figure.start + or, quantity.figure.start + or + 4];
  return [
    { ...quantity, high: quantity.low, hedge: 'exact', span: { start: quantity.span.start, end } },
    { ...quantity, low: quantity.high, hedge: 'exact', span: { start, end: quantity.span.end } },
  ];
}

/** "from 20 tons in 2008 to 29 tons in 2020": two levels with two days to a reader, and one range here. */
function withDatedLevels(text: string, quantities: readonly Quantity[]): Quantity[] {
  const out: Quantity[] = [];
  for (let k = 0; k < quantities.length; k += 1) {
    const one = quantities[k] as Quantity;
    const next = TIMES.has(quantities[k + 1]?.excluded ?? '') ? k + 2 : k + 1;
    const two = quantities[next];
    const joined = two && arePair(text, one, two) ? joinedLevels(text, one, two) : null;
    out.push(joined ?? one);
    if (joined) k = next;
  }
  return out;
}

const TIMES: ReadonlySet<string> = new Set(['year', 'date', 'clock']);
const MOST_WORDS = 7;
const BREAKS: ReadonlySet<string> = new Set('and but or while which who that with by as when where than'.split(' '));

function arePair(text: string, one: Quantity, two: Quantity): boolean {
  if (one.excluded !== null || two.excluded !== null || (one.unit !== two.unit && two.unit !== null)) return false;
  if (two.mention.start - one.mention.end > 60) return false;
  if (!opensWithFrom(text, one)) return false;
  const between = text.slice(one.mention.end, two.mention.start).trim();
  const words = between.toLowerCase().split(' ');
  return words.at(-1) === 'to' && words.length <= MOST_WORDS && !/[.;:!?()]/.test(between) && !words.some((word) => BREAKS.has(word));
}

/** "from", "from just", "from an average of" stands before the figure, or opens its mention. */
function opensWithFrom(text: string, { mention, span }: Quantity): boolean {
  const before = text
    .slice(Math.max(0, mention.start - 30), span.start)
    .toLowerCase()
    .split(' ')
    .filter(Boolean);
  for (let k = before.length - 1; k >= 0 && k >= before.length - 5; k -= 1) {
    if (before[k] === 'from') return true;
    if (!FILLERS.has(before[k] as string)) return false;
  }
  return false;
}
const FILLERS: ReadonlySet<string> = new Set(
  'about around roughly approximately nearly almost just only some over under more less than a an its the average median mean of as few little low high current previous'.split(
    ' ',
  ),
);

function joinedLevels(text: string, one: Quantity, two: Quantity): Quantity | null {
  const [a, b] = [one.low ?? one.high, two.low ?? two.high];
  if (a === null || b === null || isRange(one) || isRange(two) || compare(a, b) === 0) return null;
  const falls = compare(a, b) > 0;
  const verb = text
    .slice(Math.max(0, one.mention.start - 25), one.mention.start)
    .split(/\s+/)
    .findLast((word) => word !== '' && word !== 'from');
  const trend = trendOf((verb ?? '').toLowerCase());
  const readers = falls ? [...one.readers, 'falling'] : one.readers;
  return {
    ...one,
    low: falls ? b : a,
    high: falls ? a : b,
    hedge: 'between',
    trend,
    span: { start: one.span.start, end: two.span.end },
    readers,
  };
}

const isRange = ({ low, high }: Quantity): boolean => low !== null && high !== null && compare(low, high) !== 0;

function figures(quantity: Quantity) {
  const { low, high, hedge, readers } = quantity;
  if (hedge === 'vague' && low !== null && high === null) return vagueEnds(low);
  if (!isRange(quantity)) return { value: number(low ?? high) };
  const falls = readers.includes('falling');
  return { low: number(falls ? high : low), high: number(falls ? low : high) };
}

/** "hundreds": our lowest sensible figure is two of them; the word reaches from one of them to ten. */
const vagueEnds = (low: Exact) => ({ low: number(divide(low, '2')), high: number(multiply(low, '5')) });

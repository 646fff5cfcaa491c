import { divide, type Exact, multiply, slice, toNumber } from '@/lib/base';
import { isRange, type Quantity } from '@/lib/quantity';
import { withLevels } from './levels';

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
  withLevels(text, quantities)
    .filter((quantity) => isQuantity(text, quantity))
    .flatMap((quantity) => eachOf(text, quantity))
    .map((quantity) => extractedQuantity(text, quantity, explain));

/** False for what is no quantity here: dates and names, "several", "a month", "half the seats", "a two-page letter". */
function isQuantity(text: string, quantity: Quantity): boolean {
  const { excluded, readers, figure } = quantity;
  if (excluded !== null) return !NO_QUANTITY.has(excluded) && !isCompound(text, quantity);
  if (readers.includes('age-group')) return false;
  if (readers[0] === 'few') return false;
  if (readers[0] === 'article') return quantity.low === '0.5' || quantity.high === '0.5';
  const written = slice(text, figure);
  if (readers[0] === 'none' && /^without\b/i.test(written)) return false;
  return (quantity.unit !== null || written.toLowerCase() !== 'half') && !isCompound(text, quantity);
}

/** "the two-page letter": a number word that describes; measures are told even so, since "a five-year plan" is as long as "a 5-year plan". */
function isCompound(text: string, { figure, unit }: Quantity): boolean {
  return unit === null && isSpelled(slice(text, figure)) && describes(text, figure.end);
}

const isSpelled = (written: string): boolean => !/\d/.test(written);
/** A hyphen and a letter behind a number word make an adjective of it; "ten-plus" and "fifty-odd" still count. */
const describes = (text: string, end: number): boolean =>
  /^[-‐‑](?!(?:plus|odd|ish|some)\b)\p{L}/u.test(text.slice(end, end + 6)) ||
  (/^ - (?!(?:plus|odd|ish|some)\b)\p{Ll}/u.test(text.slice(end, end + 8)) &&
    / [,.](?: |$)/.test(text.slice(Math.max(0, end - CUT), end + CUT)));
/** So far around a figure a mark between blanks tells a text that was cut into words. */
const CUT = 200;

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

/** "five or six" is a range to a reader, "6 ft 4 in" one measure, and both are two quantities here. */
function eachOf(text: string, quantity: Quantity): Quantity[] {
  if (quantity.parts.length > 0 && !isRange(quantity))
    return quantity.parts.map(({ span, value, unit }) => ({
      ...quantity,
      span,
      unit,
      low: quantity.low && value,
      high: quantity.high && value,
    }));
  const or = slice(text, quantity.figure).search(/\sor\s/);
  if (!quantity.readers.includes('either') || or < 0) return [quantity];
  const [end, start] = [quantity.figure.start + or, quantity.figure.start + or + 4];
  return [
    { ...quantity, high: quantity.low, hedge: 'exact', span: { start: quantity.span.start, end } },
    { ...quantity, low: quantity.high, hedge: 'exact', span: { start, end: quantity.span.end } },
  ];
}

function figures(quantity: Quantity) {
  const { low, high, hedge, readers } = quantity;
  if (hedge === 'vague' && low !== null && high === null) return vagueEnds(low);
  if (!isRange(quantity)) return { value: number(low ?? high) };
  const falls = readers.includes('falling');
  return { low: number(falls ? high : low), high: number(falls ? low : high) };
}

/** "hundreds": our lowest sensible figure is two of them; the word reaches from one of them to ten. */
const vagueEnds = (low: Exact) => ({ low: number(divide(low, '2')), high: number(multiply(low, '5')) });

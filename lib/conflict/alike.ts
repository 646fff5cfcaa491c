import { compare, exact, type Span, type Token, tokensOf } from '@/lib/base';
import type { RecordedClaim } from '@/lib/measure';
import { type Hedge, spelledNumber } from '@/lib/quantity';

/** A number of a statement with the words right before it that bound it. */
interface Bounded extends Span {
  value: string;
  bound: Hedge | null;
}

/** Two numbers in the same place of statements that run alike, as claims that differ in nothing else. */
export type InPlace = readonly [RecordedClaim, RecordedClaim];

/** Statements are a sentence or two: what is longer is looked at up to here. */
const MOST_TOKENS = 400;

const BOUNDS: readonly (readonly [string, Hedge])[] = [
  ['no more than', 'at-most'],
  ['no less than', 'at-least'],
  ['no fewer than', 'at-least'],
  ['more than', 'more-than'],
  ['greater than', 'more-than'],
  ['higher than', 'more-than'],
  ['less than', 'less-than'],
  ['fewer than', 'less-than'],
  ['lower than', 'less-than'],
  ['at least', 'at-least'],
  ['at most', 'at-most'],
  ['up to', 'up-to'],
  ['over', 'more-than'],
  ['above', 'more-than'],
  ['under', 'less-than'],
  ['below', 'less-than'],
  ['about', 'about'],
  ['around', 'about'],
  ['nearly', 'nearly'],
  ['almost', 'nearly'],
];
const ROWS = BOUNDS.map(([words, hedge]) => ({ words: words.split(' '), hedge }));

/**
 * The numbers that differ between two statements with the same words but for numbers and what bounds them; null where the statements do
 * not run alike, or where what differs is when they hold. Whoever changed one number of a sentence said something else, whatever that
 * number is: a count, a place in an order, a label.
 * @param a what was read in the one text: claims, and marks behind them. So with `b` and the other text.
 */
export function differingIn(a: readonly RecordedClaim[], one: string, b: readonly RecordedClaim[], other: string): InPlace[] | null {
  const [x, y] = [read(one), read(other)];
  if (x.words !== y.words) return null;
  const found: InPlace[] = [];
  for (const [at, p] of x.numbers.entries()) {
    const q = y.numbers[at] as Bounded;
    // What bounds both alike belongs to the sentence: "a rope of more than 9 feet".
    const shared = p.bound === q.bound;
    if (compare(p.value, q.value) === 0 && shared) continue;
    const [mine, yours] = [holding(a, p), holding(b, q)];
    if (!mine || !yours || (!RATIO.test(one) && (isRange(mine, p) || isRange(yours, q)))) continue;
    if (mine.asOf !== yours.asOf || tellsWhen(mine, p, a) || tellsWhen(yours, q, b)) return null;
    found.push([
      inPlace(mine, mine, { ...p, bound: shared ? null : p.bound }, one),
      inPlace(yours, mine, { ...q, bound: shared ? null : q.bound }, other),
    ]);
  }
  return found;
}

/** "3 to 5" is no range of cats to dogs. */
const RATIO = /\b(?:ratio|odds)\b/i;
/** The ends of a range are no figures of their own, unless one is bounded by itself. */
const isRange = ({ hedge, unit }: RecordedClaim, { bound }: Bounded): boolean => hedge === 'between' && unit !== 'date' && bound === null;

/** A day, and a year that a figure of the statement is of. */
const tellsWhen = ({ unit, asOf }: RecordedClaim, { value }: Bounded, all: readonly RecordedClaim[]): boolean =>
  unit === 'date' && (asOf !== null || value.length !== 4 || all.some((claim) => claim.asOf?.startsWith(value)));

/** The claim as its number alone tells it, beside one that differs in nothing else. */
function inPlace(claim: RecordedClaim, like: RecordedClaim, { value, bound, start }: Bounded, text: string): RecordedClaim {
  const hedge = bound ?? 'exact';
  const low = UPPER.has(hedge) ? null : value;
  const high = LOWER.has(hedge) ? null : value;
  const inclusive = hedge !== 'more-than' && hedge !== 'less-than' && hedge !== 'nearly';
  const frame = { ...like.frame, edge: null, step: null, trend: null };
  return {
    ...claim,
    ...{ low, high, hedge, frame, lowInclusive: inclusive, highInclusive: inclusive, unit: null, noun: null, partOf: null },
    ...{ text: text.slice(Math.min(start, claim.span.start), claim.span.end), asOf: like.asOf, asOfBasis: like.asOfBasis },
  };
}
const UPPER: ReadonlySet<Hedge> = new Set(['less-than', 'at-most', 'up-to', 'nearly']);
const LOWER: ReadonlySet<Hedge> = new Set(['more-than', 'at-least']);

/** What stands for a number among the words: a digit, since nothing that is written so is anything else. */
const NUMBER = '0';

/** The words of a statement with its numbers masked and their bounds left out, and the numbers in order. */
function read(text: string): { words: string; numbers: Bounded[] } {
  const tokens = tokensOf(text, 0, MOST_TOKENS);
  const words: string[] = [];
  const numbers: Bounded[] = [];
  let bounding: Hedge | null = null;
  let from = -1;
  for (let k = 0; k < tokens.length; ) {
    const bound = boundAt(tokens, k);
    const token = tokens[k] as Token;
    if (bound) {
      bounding = bound.hedge;
      from = from < 0 ? token.start : from;
      k += bound.words.length;
      continue;
    }
    const value = numberOf(token);
    if (value === null) words.push(token.lower);
    else {
      words.push(NUMBER);
      numbers.push({ value, bound: bounding, start: from < 0 ? token.start : from, end: token.end });
    }
    // "more than $ 38": what is bound stands behind the sign.
    if (value !== null || token.kind === 'word') [bounding, from] = [null, -1];
    k += 1;
  }
  return { words: words.join(' '), numbers };
}

/** A bound with a number behind it: "over the hill" bounds nothing. */
function boundAt(tokens: readonly Token[], k: number): (typeof ROWS)[number] | null {
  const row = ROWS.find(({ words }) => words.every((word, at) => tokens[k + at]?.lower === word));
  if (!row) return null;
  const next = k + row.words.length;
  const behind = tokens[next]?.kind === 'mark' ? next + 1 : next;
  return tokens[behind] && numberOf(tokens[behind]) !== null ? row : null;
}

function numberOf({ kind, text, lower }: Token): string | null {
  const plain = text.replaceAll(',', '');
  if (kind === 'number') return /^\d{1,30}(?:\.\d{1,30})?$/.test(plain) ? exact(plain) : null;
  const spelled = kind === 'word' ? spelledNumber(lower) : null;
  return spelled === null ? null : String(spelled);
}

const covers = ({ figure }: RecordedClaim, { end }: Span): boolean => figure.start < end && end <= figure.end;
const holding = (claims: readonly RecordedClaim[], number: Bounded): RecordedClaim | undefined =>
  claims.find((claim) => covers(claim, number));

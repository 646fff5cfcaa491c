import type { Exact } from '@/lib/base';
import type { Hedge } from '@/lib/quantity';

/** `share` × n + `grains` × w, where n is the figure as written and w the unit of its last significant digit. */
export interface Term {
  share: Exact;
  grains: Exact;
}

export type Expression = Term | { max: Expression[] } | { min: Expression[] };

/** One end of an interval; null is open. */
export type End = { value: Expression; inclusive: boolean } | null;

export interface Shape {
  low: End;
  high: End;
}

/** One row of the table that the method page prints: what a hedge allows, and what a reader of news takes it to mean. */
export interface HedgeRow {
  hedge: Hedge | 'rounded';
  words: string;
  hard: Shape;
  soft: Shape;
}

const n = (share: Exact = '1', grains: Exact = '0'): Term => ({ share, grains });
const closed = (value: Expression): End => ({ value, inclusive: true });
const strict = (value: Expression): End => ({ value, inclusive: false });

const point: Shape = { low: closed(n()), high: closed(n()) };
const halfGrain: Shape = { low: closed(n('1', '-0.5')), high: strict(n('1', '0.5')) };
const zero = n('0');
const grainBelow: Expression = { max: [n('1', '-1'), zero] };

/**
 * The widths are conventions, tuned on judged pairs of statements and published as they stand here. "Over n" has an upper soft
 * edge because readers refuse "over 40" for 900; the width of "about n" is capped because "about 100" does not mean 50, nor "about 41.35" 37; "up to n"
 * is a bound that can give a little, and not for a figure half as large again.
 */
export const HEDGE_TABLE: readonly HedgeRow[] = [
  { hedge: 'exact', words: 'n, exactly n', hard: point, soft: point },
  { hedge: 'rounded', words: 'n in scale words or round thousands, beside a finer figure', hard: halfGrain, soft: halfGrain },
  {
    hedge: 'more-than',
    words: 'more than n, over n',
    hard: { low: strict(n()), high: null },
    soft: { low: strict(n()), high: strict(n('1', '1')) },
  },
  {
    hedge: 'at-least',
    words: 'at least n, n or more',
    hard: { low: closed(n()), high: null },
    soft: { low: closed(n()), high: strict(n('1', '1')) },
  },
  {
    hedge: 'less-than',
    words: 'fewer than, less than, under n',
    hard: { low: closed(zero), high: strict(n()) },
    soft: { low: closed(grainBelow), high: strict(n()) },
  },
  {
    hedge: 'at-most',
    words: 'at most, no more than n',
    hard: { low: closed(zero), high: closed(n()) },
    soft: { low: closed(grainBelow), high: closed(n()) },
  },
  {
    hedge: 'up-to',
    words: 'up to, as many as n',
    hard: { low: closed(zero), high: closed(n('1.2')) },
    soft: { low: closed(zero), high: closed(n()) },
  },
  {
    hedge: 'nearly',
    words: 'nearly, almost, close to n',
    hard: { low: closed(n('0.85')), high: strict(n()) },
    soft: { low: closed({ max: [n('1', '-1'), n('0.85')] }), high: strict(n()) },
  },
  {
    hedge: 'about',
    words: 'about, around, some, roughly, an estimated n',
    hard: {
      low: closed({ max: [n('0.75'), { min: [{ max: [n('0.9'), n('1', '-20')] }, n('1', '-0.5')] }] }),
      high: closed({ min: [n('1.25'), { max: [{ min: [n('1.1'), n('1', '20')] }, n('1', '0.5')] }] }),
    },
    soft: {
      low: closed({ max: [n('0.75'), n('1', '-0.5')] }),
      high: closed({ min: [n('1.25'), n('1', '0.5')] }),
    },
  },
  { hedge: 'between', words: 'between a and b (n stands for each end)', hard: point, soft: point },
  {
    hedge: 'vague',
    words: 'dozens, hundreds, several (ends in the next table)',
    hard: { low: closed(n()), high: null },
    soft: { low: closed(n()), high: null },
  },
];

/** Vague words: the hard interval is [low, ∞), the soft one [low, high). First row whose word stands in the claim wins. */
export const VAGUE_TABLE: readonly { words: readonly string[]; low: Exact; high: Exact }[] = [
  { words: ['hundreds of millions'], low: '200000000', high: '1000000000' },
  { words: ['tens of millions'], low: '20000000', high: '100000000' },
  { words: ['hundreds of thousands'], low: '200000', high: '1000000' },
  { words: ['tens of thousands'], low: '20000', high: '100000' },
  { words: ['billions'], low: '2000000000', high: '10000000000' },
  { words: ['millions'], low: '2000000', high: '10000000' },
  { words: ['thousands'], low: '2000', high: '10000' },
  { words: ['hundreds'], low: '200', high: '1000' },
  { words: ['scores'], low: '40', high: '200' },
  { words: ['dozens'], low: '24', high: '100' },
  { words: ['couple'], low: '2', high: '3' },
  { words: ['handful'], low: '3', high: '6' },
  { words: ['several', 'a number of', 'various', 'few'], low: '3', high: '10' },
];

function termText({ share, grains }: Term): string {
  const parts = [share === '0' ? '' : share === '1' ? 'n' : `${share} n`];
  if (grains !== '0')
    parts.push(`${grains.startsWith('-') ? '−' : '+'} ${grains.replace('-', '') === '1' ? 'w' : `${grains.replace('-', '')} w`}`);
  return parts.filter(Boolean).join(' ') || '0';
}

function expressionText(value: Expression): string {
  if ('max' in value) return `max(${value.max.map(expressionText).join(', ')})`;
  if ('min' in value) return `min(${value.min.map(expressionText).join(', ')})`;
  return termText(value);
}

/** A shape in interval notation: "[0.85 n, n)". The method page prints it beside the words. */
export function notation({ low, high }: Shape): string {
  const left = low ? `${low.inclusive ? '[' : '('}${expressionText(low.value)}` : '(−∞';
  const right = high ? `${expressionText(high.value)}${high.inclusive ? ']' : ')'}` : '∞)';
  return `${left}, ${right}`;
}

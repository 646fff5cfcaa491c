import { add, compare, type Exact, multiply } from '@/lib/base';
import { type Hedge, type Interval, nominal } from '@/lib/quantity';
import { type End, type Expression, HEDGE_TABLE, type HedgeRow, type Shape, VAGUE_TABLE } from './hedges';

/** What the interval of a claim is computed from: the figure as written, its hedge and grain, and its words (for vague ones). */
export interface Figure extends Interval {
  hedge: Hedge;
  grain: Exact;
  text: string;
}

export interface Meaning {
  hard: Interval;
  soft: Interval;
}

/** How two figures stand as numbers, whatever they count. */
export type Fit = 'agree' | 'soft-gap' | 'hard-gap';

const ROW = new Map<string, HedgeRow>(HEDGE_TABLE.map((row) => [row.hedge, row]));
const row = (hedge: string): HedgeRow => ROW.get(hedge) as HedgeRow;

const pick = (values: Exact[], sign: 1 | -1): Exact => values.reduce((best, value) => (compare(value, best) === sign ? value : best));

/** A floor at zero means nothing below zero. */
const isFloor = (value: Expression): boolean => 'share' in value && value.share === '0' && value.grains === '0';

function evaluate(value: Expression, n: Exact, w: Exact): Exact {
  if ('min' in value)
    return pick(
      value.min.map((part) => evaluate(part, n, w)),
      -1,
    );
  if ('max' in value)
    return pick(
      value.max.filter((part) => !(negative(n) && isFloor(part))).map((part) => evaluate(part, n, w)),
      1,
    );
  return add(multiply(value.share, n), multiply(value.grains, w));
}

const negative = (n: Exact): boolean => compare(n, '0') < 0;
const magnitude = (n: Exact): Exact => (negative(n) ? multiply(n, '-1') : n);

function mirrored({ low, high, lowInclusive, highInclusive }: Interval): Interval {
  const flip = (end: Exact | null) => (end === null ? null : multiply(end, '-1'));
  return { low: flip(high), high: flip(low), lowInclusive: highInclusive, highInclusive: lowInclusive };
}

const endOf = (end: End, n: Exact, w: Exact): Exact | null =>
  end && !(negative(n) && isFloor(end.value)) ? evaluate(end.value, n, w) : null;

function apply(shape: Shape, low: Exact, high: Exact, w: Exact): Interval {
  return {
    low: endOf(shape.low, low, w),
    high: endOf(shape.high, high, w),
    lowInclusive: shape.low?.inclusive ?? false,
    highInclusive: shape.high?.inclusive ?? false,
  };
}

/** Bounds point the same way below zero ("under −5"); nearness is mirrored ("about −5" is −5.5 to −4.5). */
const NEARNESS: ReadonlySet<string> = new Set(['about', 'nearly', 'rounded']);

function shaped(kind: string, shape: Shape, low: Exact, high: Exact, w: Exact): Interval {
  if (negative(low) && NEARNESS.has(kind)) return mirrored(apply(shape, magnitude(high), magnitude(low), w));
  return apply(shape, low, high, w);
}

function vagueHigh(figure: Figure): Exact | null {
  const words = ` ${figure.text.toLowerCase().replace(/[^a-z]+/g, ' ')} `;
  const byWord = VAGUE_TABLE.find((entry) => entry.words.some((word) => words.includes(` ${word} `)));
  return (byWord ?? VAGUE_TABLE.find((entry) => entry.low === figure.low))?.high ?? null;
}

/**
 * Written in scale words or round thousands, or whole beside one with decimals: the figure stands for the half grain around it where the
 * other is written finer.
 */
function isRounded(figure: Figure, other: Exact): boolean {
  const n = figure.low;
  if (figure.hedge !== 'exact' || n === null) return false;
  if (compare(other, '1') < 0 && compare(other, '0') > 0 && compare(figure.grain, '1') === 0) return true;
  return compare(magnitude(n), '1000') >= 0 && compare(figure.grain, '1000') >= 0;
}

/**
 * The hard and the soft interval of one figure. `other` is the grain of the figure beside it: a rounded figure is read as
 * rounded only next to one that is written finer.
 */
export function meaningOf(figure: Figure, other: Exact | null = null): Meaning {
  if (other !== null && compare(other, figure.grain) < 0 && isRounded(figure, other)) return reckoned(figure, 'rounded');
  const known = MEANINGS.get(figure);
  if (known) return known;
  const meaning = reckoned(figure, figure.hedge);
  MEANINGS.set(figure, meaning);
  return meaning;
}

/** Figures are never changed once made, and each is held against many. */
const MEANINGS = new WeakMap<Figure, Meaning>();

function reckoned(figure: Figure, kind: string): Meaning {
  const low = figure.low ?? figure.high;
  const high = figure.high ?? figure.low;
  if (low === null || high === null) return { hard: { ...figure }, soft: { ...figure } };
  const { hard, soft } = row(kind);
  const meaning = { hard: shaped(kind, hard, low, high, figure.grain), soft: shaped(kind, soft, low, high, figure.grain) };
  if (figure.hedge !== 'vague') return meaning;
  return { ...meaning, soft: { ...meaning.soft, high: vagueHigh(figure), highInclusive: false } };
}

/** True when some number lies in both intervals. */
export const meet = (a: Interval, b: Interval): boolean => !surelyBelow(a, b) && !surelyBelow(b, a);

/** Every number of `a` is below every number of `b`. */
export function surelyBelow(a: Interval, b: Interval): boolean {
  if (a.high === null || b.low === null) return false;
  const order = compare(a.high, b.low);
  return order < 0 || (order === 0 && !(a.highInclusive && b.lowInclusive));
}

/** "2,000 homes" beside "more than 2,000 homes" is the same figure told without its hedge: a bound is finer than the number it names. */
const grainBeside = (figure: Figure, other: Figure): Exact =>
  DROPPED.has(other.hedge) && middle(other) === middle(figure) ? '0' : other.grain;
const DROPPED: ReadonlySet<string> = new Set(['more-than', 'nearly']);

/** Agree: hard and soft meet. Soft gap: logic leaves it open, readers would not. Hard gap: both cannot be true. */
export function fitOf(a: Figure, b: Figure): Fit {
  const [x, y] = [meaningOf(a, grainBeside(a, b)), meaningOf(b, grainBeside(b, a))];
  if (!meet(x.hard, y.hard)) return 'hard-gap';
  return meet(x.soft, y.soft) ? 'agree' : 'soft-gap';
}

/** The figure in the middle of what was written, to tell higher from lower; a figure open at both ends stands at zero. */
export const middle = (figure: Interval): Exact => nominal(figure) ?? '0';

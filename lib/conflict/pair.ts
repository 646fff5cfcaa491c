import { compare, lastDayOf, multiply, sameDay } from '@/lib/base';
import { isSpot, isState } from '@/lib/claim';
import { type Alignment, countedOf, inUnit, isCurrency, kindOfPeople, type RecordedClaim, sameUnit } from '@/lib/measure';
import { type Figure, type Fit, fitOf, meaningOf, middle, surelyBelow } from './intervals';

/** How the two stand in time: the same as far as told, or which of them is later. */
export type TimeRelation = 'same' | 'a-later' | 'b-later' | 'unknown';

/**
 * What is counted in one lies inside what is counted in the other: because the words state a narrower scope, because the other
 * counts several things at once, because one counts the badly hurt alone, or because one is said of one occasion.
 */
export type Containment = { part: 'a' | 'b'; by: 'scope' | 'coordination' | 'grade' | 'occasion' | 'overall' } | null;

/** Everything the rows of the decision table look at, worked out once for a pair. */
export interface Pair {
  a: RecordedClaim;
  b: RecordedClaim;
  alignment: Alignment;
  sameMeasure: boolean;
  units: 'same' | 'converted' | 'not-convertible';
  fit: Fit;
  /** Both figures in the unit of the first, as far as there is a way. */
  figures: { a: Figure; b: Figure };
  time: TimeRelation;
  containment: Containment;
  /** Somebody put two statements side by side, and these two figures correspond in them. */
  beside: boolean;
  /** Whether people say that both report one utterance, or one occasion; null where nobody says so. */
  utterance: boolean | null;
  occasion: boolean | null;
}

/** Both figures in the unit of the first. Where that is not the unit of the second, the one told in coarser steps is no more than about right. */
function inOneUnit(a: RecordedClaim, b: RecordedClaim): { own: Figure; other: Figure | null } {
  const other = inUnit(b, a.unit);
  if (other === null || a.unit === null || b.unit === null || sameUnit(a.unit, b.unit)) return { own: a, other };
  return compare(a.grain, other.grain) > 0 ? { own: roughly(a), other } : { own: a, other: roughly(other) };
}

function roughly(figure: Figure): Figure {
  const n = figure.low;
  if (figure.hedge !== 'exact' || n === null) return figure;
  const most = multiply(n.replace('-', ''), STEP);
  return { ...figure, hedge: 'about', grain: compare(figure.grain, most) > 0 ? most : figure.grain };
}
/** A step of a figure in another unit is never taken for more than this share of it. */
const STEP = '0.2';

export function timeOf(a: RecordedClaim, b: RecordedClaim): TimeRelation {
  const [x, y] = areOfPrint(a, b) ? [a.publishedAt, b.publishedAt] : [a.asOf, b.asOf];
  if (!x || !y) return 'unknown';
  if (sameDay(x, y)) return 'same';
  return lastDayOf(x) > lastDayOf(y) ? 'a-later' : 'b-later';
}

/** How many died on Tuesday is counted until the day it is printed on: beside a count that tells no such day, each is of its own print. */
export const areOfPrint = (a: RecordedClaim, b: RecordedClaim): boolean =>
  a.frame.dated !== b.frame.dated && [a, b].every(({ frame, publishedAt }) => frame.aggregation === 'running' && publishedAt !== null);

const properSubset = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && a.length < b.length && a.every((word) => b.includes(word));

/** Where a coach overturned is the place of its whole toll, however exactly one paper tells it. */
const narrows = (part: RecordedClaim, whole: RecordedClaim): boolean => part.partOf === whole.id || !saysOnlyWhere(part);

/** All the places that a claim names say where something happened. */
const saysOnlyWhere = ({ frame }: RecordedClaim): boolean => frame.scope.every(isSpot);

function containmentOf(a: RecordedClaim, b: RecordedClaim, { scope }: Alignment): Containment {
  if (scope === 'a-in-b' && narrows(a, b)) return { part: 'a', by: 'scope' };
  if (scope === 'b-in-a' && narrows(b, a)) return { part: 'b', by: 'scope' };
  const [x, y] = [countedOf(a), countedOf(b)];
  if (properSubset(x.heads, y.heads) || properSubset(x.acts, y.acts)) return { part: 'a', by: 'coordination' };
  if (properSubset(y.heads, x.heads) || properSubset(y.acts, x.acts)) return { part: 'b', by: 'coordination' };
  if (isSomeOf(a, b)) return { part: 'a', by: 'coordination' };
  if (isSomeOf(b, a)) return { part: 'b', by: 'coordination' };
  const kind = kindOfPeople(x.heads, y.heads);
  if (kind === 'a-in-b' || kind === 'b-in-a') return { part: kind === 'a-in-b' ? 'a' : 'b', by: 'coordination' };
  for (const word of GRADES) if (says(a, word) !== says(b, word)) return { part: says(a, word) ? 'a' : 'b', by: 'grade' };
  if (says(a, 'new') !== says(b, 'new')) return { part: says(a, 'new') ? 'a' : 'b', by: 'coordination' };
  if (overallBeside(a, b)) return { part: 'b', by: 'overall' };
  if (overallBeside(b, a)) return { part: 'a', by: 'overall' };
  if (a.frame.single !== b.frame.single) return { part: a.frame.single ? 'a' : 'b', by: 'occasion' };
  return null;
}

/** Some of a total that another text gives as well: "of the 14 dead, eight were drivers" beside "16 dead", and not beside "nine drivers". */
const isSomeOf = (part: RecordedClaim, whole: RecordedClaim): boolean =>
  part.partOf !== null &&
  whole.partOf === null &&
  part.frame.scope.length === 0 &&
  !countedOf(part).heads.some((head) => !isAnybody(head) && countedOf(whole).heads.includes(head));
const isAnybody = (head: string): boolean => head === 'person' || head === 'victim' || isState(head);

/** The seriously hurt are some of the hurt, "17 new cases" some of all cases. */
const GRADES = ['seriously', 'slightly'];
const says = ({ frame }: RecordedClaim, word: string): boolean => frame.modifiers.includes(word);

/** "14 rifles in five raids so far" beside the rifles of one raid. */
const overallBeside = (whole: RecordedClaim, part: RecordedClaim): boolean =>
  whole.frame.overall && !part.frame.overall && part.frame.aggregation === 'fixed';

/** The one of the two that alone names places that narrow its count; null where neither does. */
export function narrowedAlone(a: RecordedClaim, b: RecordedClaim, { scope }: Alignment): 'a' | 'b' | null {
  if (scope === 'only-a') return saysOnlyWhere(a) ? null : 'a';
  return scope === 'only-b' && !saysOnlyWhere(b) ? 'b' : null;
}

export function pairOf(a: RecordedClaim, b: RecordedClaim, alignment: Alignment, sameMeasure: boolean): Pair {
  const { own, other: converted } = inOneUnit(a, b);
  const units = sameUnit(a.unit, b.unit)
    ? 'same'
    : converted && !isCurrency(a.unit) && !isCurrency(b.unit)
      ? 'converted'
      : 'not-convertible';
  return {
    a,
    b,
    alignment,
    sameMeasure,
    units,
    // A rise is no fall, however far both went.
    fit: converted && !areOpposed({ a, b }) ? fitOf(own, converted) : 'hard-gap',
    figures: { a: own, b: converted ?? b },
    time: timeOf(a, b),
    containment: containmentOf(a, b, alignment),
    ...{ beside: false, utterance: null, occasion: null },
  };
}

/** One rose by so much, and the other fell. Readings of older engines do not tell the way. */
export const areOpposed = ({ a, b }: Pick<Pair, 'a' | 'b'>): boolean =>
  [a, b].every(({ frame }) => frame.trend === 'up' || frame.trend === 'down') &&
  a.frame.trend !== b.frame.trend &&
  // "Exports fell 8 percent while imports rose 8 percent"
  !(a.articleId === b.articleId && a.sentence.start === b.sentence.start);

/** The part is larger than the whole whatever the hedges leave open. */
export function partExceeds({ figures, containment, fit }: Pair): boolean {
  if (!containment || containment.by === 'occasion' || fit !== 'hard-gap') return false;
  const { a, b } = figures;
  const [part, whole] = containment.part === 'a' ? [a, b] : [b, a];
  return compare(middle(part), middle(whole)) > 0;
}

/** The later figure is higher as a reader takes it: outside what the earlier one means, and above it. */
export function laterIsHigher({ figures: { a, b }, time }: Pair): boolean {
  const [early, late] = time === 'a-later' ? [b, a] : [a, b];
  const higher = compare(middle(late), middle(early));
  // "More than 50" is above the 50 of the day before.
  if (higher <= 0) return higher === 0 && surelyBelow(meaningOf(early).hard, meaningOf(late).hard);
  const { soft } = meaningOf(early, late.grain);
  const order = soft.high === null ? -1 : compare(middle(late), soft.high);
  return order > 0 || (order === 0 && !soft.highInclusive);
}

export function laterIsLower({ figures: { a, b }, time, fit }: Pair): boolean {
  const [early, late] = time === 'a-later' ? [b, a] : [a, b];
  return fit === 'hard-gap' && compare(middle(late), middle(early)) < 0;
}

export const gap = ({ fit }: Pair): boolean => fit !== 'agree';
export const bare = (claim: RecordedClaim): boolean => claim.hedge === 'exact';
/** What somebody wants or expects, rather than what is. */
export const planned = ({ frame }: RecordedClaim): boolean => frame.modality === 'forecast' || frame.modality === 'target';
/** What is told as it is: no plan, no expectation, no estimate. */
export const settled = ({ frame }: RecordedClaim): boolean => frame.modality === 'fact';

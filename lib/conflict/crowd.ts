import { below, byWeight, type Weighed } from './weigh';

/**
 * Faces of one kin and one span of time, of which those are kept that contradict others if any does: the highest, the lowest and the
 * heaviest. The highest and the lowest are kept from two articles, since one article that gives two figures seldom contradicts itself.
 */
export interface Crowd {
  most: Weighed;
  highest: Weighed[];
  lowest: Weighed[];
  texts: number;
}

const higher = (a: Weighed, b: Weighed): boolean => a.reach.low > b.reach.low || (a.reach.low === b.reach.low && byWeight(a, b) < 0);
const lower = (a: Weighed, b: Weighed): boolean => a.reach.high < b.reach.high || (a.reach.high === b.reach.high && byWeight(a, b) < 0);

/** The first two by an order, from two articles. */
function withTwo(two: Weighed[], one: Weighed, before: (a: Weighed, b: Weighed) => boolean): Weighed[] {
  const [first, second] = two;
  const ofFirst = one.face.articleId === first?.face.articleId;
  if (first === undefined || before(one, first)) return first === undefined || ofFirst ? [one, ...two.slice(1)] : [one, first];
  return !ofFirst && (second === undefined || before(one, second)) ? [first, one] : two;
}

const crowdOf = (one: Weighed): Crowd => ({ most: one, highest: [one], lowest: [one], texts: one.texts });

/** The crowd with one more face, or a crowd of it alone. */
export function joined(crowd: Crowd | undefined, one: Weighed): Crowd {
  if (crowd === undefined) return crowdOf(one);
  crowd.texts += one.texts;
  if (byWeight(one, crowd.most) < 0) crowd.most = one;
  crowd.highest = withTwo(crowd.highest, one, higher);
  crowd.lowest = withTwo(crowd.lowest, one, lower);
  return crowd;
}

/** A lower and a higher figure that cannot both be true as numbers. */
export type Gap = [lower: Weighed, higher: Weighed];

const gapOf = (a: Weighed, b: Weighed): Gap[] => (below(a.reach, b.reach) ? [[a, b]] : below(b.reach, a.reach) ? [[b, a]] : []);

/** The gaps between faces of two crowds that are worth a look: first the heaviest of both, then the highest of one and the lowest of the other. */
export const gapsBetween = (a: Crowd, b: Crowd): Gap[] => [
  ...gapOf(a.most, b.most),
  ...dropsFrom(a.highest, b.lowest),
  ...(a === b ? [] : dropsFrom(b.highest, a.lowest)),
  ...gapOf(a.most, b.highest[0] as Weighed),
  ...gapOf(a.most, b.lowest[0] as Weighed),
];

/** Gaps in which one of the first is the higher. */
export const dropsFrom = (highest: readonly Weighed[], lowest: readonly Weighed[]): Gap[] =>
  highest.flatMap((high) => lowest.flatMap((low): Gap[] => (below(low.reach, high.reach) ? [[low, high]] : [])));

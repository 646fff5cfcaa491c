import { compare, isFuture, toNumber } from '@/lib/base';
import { placeNamed, sameOccasion } from '@/lib/claim';
import type { RecordedClaim } from '@/lib/measure';
import { middle } from './intervals';
import { lastingBoth } from './lasting';
import { bare, gap, laterIsHigher, laterIsLower, narrowedAlone, type Pair, partExceeds, planned, settled } from './pair';
import type { Kind } from './types';

type Rule = [Kind, (pair: Pair) => boolean];

const bothAre = ({ a, b }: Pair, aggregation: RecordedClaim['frame']['aggregation']): boolean =>
  a.frame.aggregation === aggregation && b.frame.aggregation === aggregation;

/**
 * One of them grows and the other is told once and for all, of no day of its own: whichever of the two the question is, what is lower later
 * cannot be. What is lower by far is rather told of less.
 */
const countsOnce = ({ a, b, figures }: Pair): boolean => {
  const [first, second] = [a.frame.aggregation, b.frame.aggregation].sort();
  if (first !== 'fixed' || second !== 'running' || told(a.frame.aggregation === 'fixed' ? a : b)) return false;
  const [x, y] = [toNumber(middle(figures.a)), toNumber(middle(figures.b))];
  return Math.max(x, y) < BY_FAR * Math.min(x, y);
};
const BY_FAR = 3;

const timesDiffer = ({ time }: Pair): boolean => time === 'a-later' || time === 'b-later';
/** The day is that of the thing counted, not that of somebody's speaking about it. */
const told = ({ frame }: RecordedClaim): boolean => frame.dated;

/** What a figure came from is of an earlier time than what it is, though the words need not say of which. */
const oneIsPast = ({ a, b }: Pair): boolean => (a.frame.step === 'from') !== (b.frame.step === 'from');

/** What a figure was raised or cut to leaves the former figure standing in whatever was printed before, and in the same text. */
const wasChanged = ({ a, b }: Pair): boolean => changedFrom(a, b) || changedFrom(b, a);

const changedFrom = (now: RecordedClaim, before: RecordedClaim): boolean =>
  now.frame.step === 'to' &&
  before.frame.step === null &&
  now.frame.aggregation !== 'running' &&
  now.publishedAt !== null &&
  before.publishedAt !== null &&
  (before.articleId === now.articleId || before.publishedAt < now.publishedAt);

/** One of the figures holds before or after a day that the other is told of. */
const onEdge = ({ a, b }: Pair): boolean => a.frame.edge !== null || b.frame.edge !== null;

/** One speaker on one occasion: the name, and the occasion both texts tell, unless people say otherwise. Two speakers at one press conference are two. */
function sameUtterance({ a, b, utterance, occasion }: Pair): boolean {
  if (utterance !== null) return utterance;
  if (!a.speaker || !b.speaker || a.speaker.inferred || b.speaker.inferred || a.articleId === b.articleId) return false;
  return a.speaker.name.toLowerCase() === b.speaker.name.toLowerCase() && (occasion ?? sameOccasion(a.occasion, b.occasion));
}

/** What happened on two told dates happened twice: Monday's march is not Wednesday's. */
const twoOccasions = (pair: Pair): boolean =>
  bothAre(pair, 'fixed') &&
  ((timesDiffer(pair) && told(pair.a) && told(pair.b)) || happenedLater(pair.a, pair.b) || happenedLater(pair.b, pair.a));

/** What was printed on Monday tells nothing of Wednesday's march. */
const happenedLater = (a: RecordedClaim, b: RecordedClaim): boolean =>
  told(a) && a.asOf !== null && b.publishedAt !== null && a.frame.modality === 'fact' && isFuture(a.asOf, b.publishedAt);

function scopesExplain(pair: Pair): boolean {
  const { figures, alignment, containment, beside } = pair;
  if (twoOccasions(pair) || alignment.scope === 'apart' || containment?.by === 'overall') return true;
  // Who counts the badly hurt says so, and whoever does not counts all.
  if (containment?.by === 'grade') return !partExceeds(pair);
  // What one of two statements leaves out, the other may well say: only scopes that both state explain a gap.
  if (beside) return false;
  if (containment?.by === 'scope') return !partExceeds(pair);
  // The missing of one day and the dead or missing of another: a check adds the parts up, a pair cannot.
  if (containment?.by === 'coordination' && timesDiffer(pair)) return true;
  if (!gap(pair)) return false;
  // A place that one text names and the other takes for granted does not explain a count that went on growing.
  if (containment === null && knownPlace(pair) && bothAre(pair, 'running') && timesDiffer(pair) && laterIsHigher(pair)) return false;
  const narrower = containment?.part ?? narrowedAlone(pair.a, pair.b, alignment);
  if (narrower === null) return false;
  const [part, whole] = narrower === 'a' ? [figures.a, figures.b] : [figures.b, figures.a];
  return compare(middle(part), middle(whole)) < 0;
}

/** The text that names no place for its figure speaks of that of the other all the same. */
function knownPlace({ a, b, alignment }: Pair): boolean {
  if (alignment.scope !== 'only-a' && alignment.scope !== 'only-b') return false;
  const [one, other] = alignment.scope === 'only-a' ? [a, b] : [b, a];
  return one.frame.scope.every((place) =>
    placeNamed(place)
      .toLowerCase()
      .split(' ')
      .every((word) => other.frame.story.includes(word)),
  );
}

/** The rows of the decision table that a pair can meet, in its order. The first that holds decides. */
export const RULES: readonly Rule[] = [
  ['no-common-measure', ({ sameMeasure }) => !sameMeasure],
  ['no-common-measure', (pair) => ((planned(pair.a) && settled(pair.b)) || (settled(pair.a) && planned(pair.b))) && gap(pair)],
  [
    'reported-differently',
    (pair) => sameUtterance(pair) && pair.fit === 'hard-gap' && pair.alignment.scope === 'same' && pair.containment === null,
  ],
  ['unit-conversion', ({ units, fit }) => units === 'not-convertible' || (units === 'converted' && fit === 'agree')],
  ['part-exceeds-whole', (pair) => !timesDiffer(pair) && !onEdge(pair) && partExceeds(pair)],
  ['different-scope', scopesExplain],
  ['cumulative-decrease', (pair) => (bothAre(pair, 'running') || countsOnce(pair)) && timesDiffer(pair) && laterIsLower(pair)],
  ['growth', (pair) => bothAre(pair, 'running') && timesDiffer(pair) && laterIsHigher(pair)],
  [
    'changed-over-time',
    (pair) =>
      (['level', 'flow', 'rate'] as const).some((kind) => bothAre(pair, kind)) &&
      timesDiffer(pair) &&
      gap(pair) &&
      !lastingBoth(pair.a, pair.b),
  ],
  [
    'time-may-explain',
    (pair) =>
      gap(pair) &&
      (onEdge(pair) || oneIsPast(pair) || wasChanged(pair) || (timesDiffer(pair) && pair.a.frame.aggregation !== pair.b.frame.aggregation)),
  ],
  ['compatible-bounds', (pair) => !gap(pair) && !(bare(pair.a) && bare(pair.b)) && !(pair.a.hedge === pair.b.hedge && sameFigure(pair))],
  ['rounding', (pair) => !gap(pair) && !sameFigure(pair)],
  ['same-value', (pair) => !gap(pair)],
  ['looser-bound', (pair) => pair.fit === 'soft-gap' && !boundsApart(pair)],
  ['contradiction', () => true],
];

/** "More than 60" beside "more than 50": readers take each for the best bound its writer had, unless they nearly meet. */
function boundsApart({ a, b, figures, beside }: Pair): boolean {
  if (!beside || sideOf(a.hedge) === 0 || sideOf(a.hedge) !== sideOf(b.hedge)) return false;
  const [x, y] = [toNumber(middle(figures.a)), toNumber(middle(figures.b))];
  return Math.max(x, y) > NEARLY_MET * Math.min(x, y);
}
const NEARLY_MET = 1.05;
const sideOf = (hedge: RecordedClaim['hedge']): -1 | 0 | 1 =>
  hedge === 'more-than' || hedge === 'at-least'
    ? 1
    : hedge === 'exact' || hedge === 'about' || hedge === 'between' || hedge === 'vague'
      ? 0
      : -1;

function sameFigure({ a, b }: Pair): boolean {
  return a.low === b.low && a.high === b.high;
}

export function kindOf(pair: Pair): Kind {
  return (RULES.find(([, holds]) => holds(pair)) as Rule)[0];
}

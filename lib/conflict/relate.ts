import { align, ofPairs, otherSums, type RecordedClaim, type Settled, saidBetween, UNJUDGED, WORTH_A_LOOK } from '@/lib/measure';
import { kindOf } from './decide';
import { explain } from './explain';
import { type Pair, pairOf } from './pair';
import { confidenceOf, possibleReasons } from './reasons';
import { rowOf } from './table';
import type { ClaimRelation, Kind } from './types';

/** A pair whose facts are worked out, and the row that decides; its sentences are not made yet. */
interface Judged {
  pair: Pair;
  kind: Kind;
  /** People's words play a part in it. */
  judged: boolean;
}

function inWords({ pair, kind }: Pick<Judged, 'pair' | 'kind'>): ClaimRelation {
  const { relation, alert, severity } = rowOf(kind);
  return {
    a: pair.a.id,
    b: pair.b.id,
    relation,
    kind,
    alert,
    severity,
    explanation: explain(kind, pair),
    possibleReasons: alert ? possibleReasons(pair) : [],
    confidence: confidenceOf(pair),
  };
}

/** What two claims say never changes, and with each claim that comes to a measure all of its pairs are asked about again. */
const TOLD = ofPairs<ClaimRelation>();

/** What `judge` found, in words. */
function told(judged: Judged): ClaimRelation {
  const { a, b } = judged.pair;
  if (judged.judged) {
    // What people say may be another tomorrow, and then the pair is put in words anew.
    TOLD.drop(a, b);
    TOLD.drop(b, a);
    return inWords(judged);
  }
  const relation = TOLD.get(a, b) ?? inWords(judged);
  TOLD.set(a, b, relation);
  return relation;
}

/**
 * How two claims stand to each other, whether they answer one question at all included. A measure may hold claims that meet only through
 * a third ("nine bridges" and "four tunnels" beside one figure for both): those are not compared as one question, nor are claims that
 * nothing but a chain of others joins, unless people said that they answer one. Never throws; symmetric in relation, kind and alert.
 */
export const relate = (a: RecordedClaim, b: RecordedClaim, settled = UNJUDGED): ClaimRelation =>
  (isJudged(a, b, settled) ? undefined : TOLD.get(a, b)) ?? told(judge(a, b, settled));

/** Kinds of pairs that were asked for and nobody was told of. */
const KINDS = ofPairs<Kind>();

/** The row that decides how two claims stand, without the words of `relate`: a large measure asks for many pairs, and tells few. */
export function kindBetween(a: RecordedClaim, b: RecordedClaim, settled: Settled): Kind {
  if (isJudged(a, b, settled)) return judge(a, b, settled).kind;
  const known = TOLD.get(a, b)?.kind ?? KINDS.get(a, b);
  if (known) return known;
  const { kind } = judge(a, b, settled);
  KINDS.set(a, b, kind);
  return kind;
}

/** Somebody has spoken of the pair. */
function isJudged({ id: a }: RecordedClaim, { id: b }: RecordedClaim, settled: Settled): boolean {
  if (settled === UNJUDGED) return false;
  const { bonds, utterances, occasions } = saidBetween(settled, a, b);
  return [bonds, utterances, occasions].some((said) => said.areTogether(a, b) || said.areApart(a, b));
}

/** The same without its words. */
function judge(a: RecordedClaim, b: RecordedClaim, settled = UNJUDGED): Judged {
  const alignment = align(a, b);
  const { bonds, utterances, occasions } = saidBetween(settled, a.id, b.id);
  const confirmed = bonds.areTogether(a.id, b.id);
  const pair = pairOf(a, b, alignment, confirmed || (alignment.veto === null && alignment.score >= WORTH_A_LOOK));
  const said = { ...pair, utterance: saidOf(utterances, pair), occasion: saidOf(occasions, pair) };
  return { pair: said, kind: kindOf(said), judged: isJudged(a, b, settled) };
}

/** What people say of a pair; null where nobody does. */
const saidOf = (bonds: Settled['bonds'], { a, b }: Pair): boolean | null =>
  bonds.areTogether(a.id, b.id) ? true : bonds.areApart(a.id, b.id) ? false : null;

const relationOf = (pair: Pair): ClaimRelation => inWords({ pair, kind: kindOf(pair) });

/** "Fell by 5 percent", "fell to 5 percent" */
const changedTo = (by: RecordedClaim, to: RecordedClaim): boolean => by.frame.step === 'by' && to.frame.step === 'to';

/** Two figures of two statements that somebody put side by side, and that correspond: they are presumed to answer one question. */
export function relateBeside(a: RecordedClaim, b: RecordedClaim): ClaimRelation {
  const pair = pairOf(a, b, align(a, b), !changedTo(a, b) && !changedTo(b, a) && otherSums(a, b)?.includes('loss') !== true);
  // "$ 38" and "more than 38": where one leaves the unit out, it is that of the other.
  const untold = (a.unit === null) !== (b.unit === null);
  return relationOf({ ...pair, units: untold && pair.units === 'not-convertible' ? 'same' : pair.units, beside: true });
}

/** A total of one statement and one of the figures of the other that add up to it, in either order. */
export const relateSum = (a: RecordedClaim, b: RecordedClaim): ClaimRelation =>
  inWords({ pair: pairOf(a, b, align(a, b), true), kind: 'compatible-bounds' });

/** Two figures that answer different questions. */
export const unlike = (a: RecordedClaim, b: RecordedClaim): ClaimRelation => relationOf(pairOf(a, b, align(a, b), false));

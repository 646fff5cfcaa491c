import { type Alignment, type Corpus, corpusOf, type RecordedClaim, WORTH_A_LOOK } from '@/lib/measure';
import { kindOf } from './decide';
import { explain } from './explain';
import { type Pair, pairOf } from './pair';
import { confidenceOf, possibleReasons } from './reasons';
import { rowOf } from './table';
import type { ClaimRelation, Kind } from './types';

/** A pair whose facts are worked out, and the row that decides; its sentences are not made yet. */
export interface Judged {
  pair: Pair;
  kind: Kind;
}

/** The relation in words. */
export function told({ pair, kind }: Judged): ClaimRelation {
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

const relationOf = (pair: Pair): ClaimRelation => told({ pair, kind: kindOf(pair) });

/**
 * Two claims that stand in one measure by judgement or grouping. A measure may hold claims that meet only through a third
 * ("nine bridges" and "four tunnels" beside one figure for both): those are not compared as one question, nor are claims that
 * nothing but a chain of others joins.
 */
export const relate = (a: RecordedClaim, b: RecordedClaim, alignment: Alignment): ClaimRelation => told(judge(a, b, alignment));

/** The same without its words. */
export function judge(a: RecordedClaim, b: RecordedClaim, alignment: Alignment): Judged {
  const pair = pairOf(a, b, alignment, alignment.veto === null && alignment.score >= WORTH_A_LOOK);
  return { pair, kind: kindOf(pair) };
}

/** Two figures of two statements that somebody put side by side, and that correspond: they are presumed to answer one question. */
export const relateBeside = (a: RecordedClaim, b: RecordedClaim, alignment: Alignment): ClaimRelation =>
  relationOf({ ...pairOf(a, b, alignment, true), beside: true });

/** Two figures that answer different questions. */
export const unlike = (a: RecordedClaim, b: RecordedClaim, alignment: Alignment): ClaimRelation =>
  relationOf(pairOf(a, b, alignment, false));

/**
 * How two claims stand to each other, the question of whether they share a measure included. Whoever puts two claims side by
 * side presumes that they belong together, so a likeness worth a look is enough here, where a grouping asks for more. Which articles tell
 * one story is seen from `corpus`, or from the two alone. Never throws; symmetric in relation, kind and alert.
 */
export const comparePair = (a: RecordedClaim, b: RecordedClaim, corpus: Corpus = corpusOf([a, b])): ClaimRelation =>
  relate(a, b, corpus.align(a, b));

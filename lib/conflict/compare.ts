import { type Steps, toTheEnd } from '@/lib/base';
import { type Grouping, type RecordedClaim, UNJUDGED } from '@/lib/measure';
import { checksOf } from './checks';
import { compareMeasure } from './measured';
import { reckonInSteps } from './reckoned';
import { relate } from './relate';
import type { ClaimRelation, Comparison } from './types';

/**
 * Compares the members of every measure: relations worth storing (whatever is not plainly equal), checks, and one conflict a
 * measure at most. What a source took back is compared with nothing. Claims that people hold together are compared as one question, however they are worded. Pairs that were worth a look but differ in stated scope are listed across measures too.
 */
export function compareClaims(grouping: Grouping, claims: RecordedClaim[], settled = UNJUDGED): Comparison {
  const comparison = toTheEnd(compareInSteps(grouping, claims, settled));
  return { ...comparison, checks: [...comparison.checks, ...toTheEnd(reckonInSteps(claims))] };
}

/** The same in steps of some milliseconds, for whoever has other work to do between them, and without what is reckoned of each article. */
export function* compareInSteps(grouping: Grouping, claims: RecordedClaim[], settled = UNJUDGED): Steps<Comparison> {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const comparison: Comparison = { relations: [], conflicts: [], checks: [] };
  const home = new Map<string, number>();
  for (const [index, measure] of grouping.measures.entries()) {
    for (const id of measure.claims) home.set(id, index);
    const members = measure.claims
      .map((id) => byId.get(id))
      .filter((claim) => claim !== undefined)
      .filter(({ retracted }) => !retracted);
    yield;
    const checks = checksOf(members);
    yield;
    const { relations, conflict } = yield* compareMeasure({ measure: index, members, byId, checks, settled });
    // One by one: a large measure has more relations than a call takes arguments.
    for (const relation of relations) if (worthStoring(relation)) comparison.relations.push(relation);
    for (const check of checks) comparison.checks.push(check);
    if (conflict) comparison.conflicts.push(conflict);
    yield;
  }
  for (const [at, { a, b }] of grouping.suggestions.entries()) {
    if (at % PAIRS === 0) yield;
    const [x, y] = [byId.get(a), byId.get(b)];
    if (!x || !y || home.get(a) === home.get(b)) continue;
    const relation = relate(x, y);
    if (relation.kind === 'different-scope') comparison.relations.push(relation);
  }
  return comparison;
}

/** So many pairs of claims are compared in a step. */
const PAIRS = 256;

const worthStoring = ({ kind }: ClaimRelation): boolean => kind !== 'same-value';

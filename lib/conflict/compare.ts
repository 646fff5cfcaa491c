import { corpusOf, type Grouping, type RecordedClaim } from '@/lib/measure';
import { conflictOf } from './case';
import { checksOf } from './checks';
import { fold } from './fold';
import { relate } from './relate';
import type { ClaimRelation, Comparison } from './types';

/**
 * Compares the members of every measure: relations worth storing (whatever is not plainly equal), checks, and one conflict a
 * measure at most. Pairs that were worth a look but differ in stated scope are listed across measures too.
 */
export function compareClaims(grouping: Grouping, claims: RecordedClaim[]): Comparison {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const corpus = corpusOf(claims);
  const comparison: Comparison = { relations: [], conflicts: [], checks: [] };
  const home = new Map<string, number>();
  grouping.measures.forEach((measure, index) => {
    for (const id of measure.claims) home.set(id, index);
    const members = measure.claims.flatMap((id) => byId.get(id) ?? []);
    const { faces, restore } = fold(members);
    const relations = faces.flatMap((a, i) => faces.slice(i + 1).map((b) => relate(a, b, corpus.align(a, b))));
    const checks = checksOf(members);
    // One by one: a large measure has more relations than a call takes arguments.
    for (const relation of relations) if (worthStoring(relation)) comparison.relations.push(relation);
    comparison.checks.push(...checks);
    const conflict = conflictOf(index, faces, relations, checks);
    if (conflict) comparison.conflicts.push(restore(conflict));
  });
  for (const { a, b } of grouping.suggestions) {
    const [x, y] = [byId.get(a), byId.get(b)];
    if (!x || !y || home.get(a) === home.get(b)) continue;
    const relation = relate(x, y, corpus.align(x, y));
    if (relation.kind === 'different-scope') comparison.relations.push(relation);
  }
  return comparison;
}

const worthStoring = ({ kind }: ClaimRelation): boolean => kind !== 'same-value';

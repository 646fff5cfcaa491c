import { type RecordedClaim, sorted } from '@/lib/measure';
import { conflictOf } from './case';
import { fold } from './fold';
import type { Check, ClaimRelation, Conflict } from './types';

const key = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/**
 * The conflict of some members of a measure, from what was found between all of them: what the others say plays no part, in words or
 * in positions. With all members it is the conflict of the measure. Null when nothing among these is contested.
 * @param relations as `compareClaims` gives them, with those of other members or without; pairs it left out say the same.
 * @param checks those with another member among their terms count for nothing here.
 */
export function conflictAmong(
  members: readonly RecordedClaim[],
  relations: readonly ClaimRelation[],
  checks: readonly Check[],
): Omit<Conflict, 'measure'> | null {
  const ordered = sorted(members);
  const { faces, restore } = fold(ordered);
  const found = new Map(relations.map((relation) => [key(relation.a, relation.b), relation]));
  const between = faces.flatMap((a, at) => faces.slice(at + 1).map((b) => found.get(key(a.id, b.id)) ?? sameValue(a.id, b.id)));
  const place = new Map(ordered.map(({ id }, at) => [id, at]));
  const whole = checks
    .filter(({ total, parts }) => [total, ...parts].every((id) => place.has(id)))
    .sort((x, y) => place.get(x.total)! - place.get(y.total)! || (x.expression < y.expression ? -1 : 1));
  const conflict = conflictOf(0, faces, between, whole);
  if (conflict === null) return null;
  const { measure: _, ...restored } = restore(conflict);
  return restored;
}

const sameValue = (a: string, b: string): ClaimRelation => ({
  ...{ a, b, relation: 'compatible', kind: 'same-value', alert: false, severity: 'normal' },
  ...{ explanation: '', possibleReasons: [], confidence: 1 },
});

/**
 * The relations of large measures, where one claim was compared for all that say the same: each of the others gets those of the claim
 * that stood for it, so that some members can be looked at without it.
 */
export function everyRelation(members: readonly RecordedClaim[], relations: readonly ClaimRelation[]): ClaimRelation[] {
  const { behind } = fold(sorted(members));
  const standing = (id: string): readonly string[] => behind.get(id) ?? [id];
  return relations.flatMap((relation) =>
    standing(relation.a).flatMap((a) =>
      standing(relation.b).map((b) => (a === relation.a && b === relation.b ? relation : { ...relation, a, b })),
    ),
  );
}

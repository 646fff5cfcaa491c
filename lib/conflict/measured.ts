import type { Steps } from '@/lib/base';
import { conflictOf } from './case';
import { EVERY_PAIR, fold } from './fold';
import { compareLarge, type MeasureComparison, type Members } from './large';
import { relate } from './relate';
import type { ClaimRelation } from './types';

/** Compares the members of one measure: every pair of faces where there are few, and where there are many those that tell most. */
export function* compareMeasure(given: Members): Steps<MeasureComparison> {
  const { measure, members, checks, settled } = given;
  const folded = fold(members);
  const { faces, restore } = folded;
  if (faces.length > EVERY_PAIR) return yield* compareLarge(given, folded);
  const relations = faces.flatMap((a, at) => faces.slice(at + 1).map((b): ClaimRelation => relate(a, b, settled)));
  const conflict = conflictOf(measure, faces, relations, checks);
  return { relations, conflict: conflict && restore(conflict) };
}

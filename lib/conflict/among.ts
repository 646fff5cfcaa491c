import { toTheEnd } from '@/lib/base';
import { type RecordedClaim, type Settled, sorted, UNJUDGED } from '@/lib/measure';
import { conflictOf } from './case';
import { behindFaces, EVERY_PAIR, type Folded, fold } from './fold';
import { compareLarge, type Members } from './large';
import { compareMeasure } from './measured';
import type { Check, ClaimRelation, Conflict } from './types';

const key = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/**
 * The conflict of some members of a measure, from what was found between all of them: what the others say plays no part, in words or
 * in positions. With all members it is the conflict of the measure. Null when nothing among these is contested. Where these are too many
 * to compare every pair, they are compared here, by their own words and by what people say of them.
 * @param relations as `compareClaims` gives them, with those of other members or without; pairs it left out say the same.
 * @param checks those with another member among their terms count for nothing here.
 * @param settled what people said of pairs of claims, for what is compared here.
 */
export function conflictAmong(
  members: readonly RecordedClaim[],
  relations: readonly ClaimRelation[],
  checks: readonly Check[],
  settled = UNJUDGED,
): Omit<Conflict, 'measure'> | null {
  const ordered = sorted(members.filter(({ retracted }) => !retracted));
  const folded = fold(ordered);
  const place = new Map(ordered.map(({ id }, at) => [id, at]));
  const whole = checks
    .filter(({ total, parts }) => [total, ...parts].every((id) => place.has(id)))
    .sort((x, y) => place.get(x.total)! - place.get(y.total)! || (x.expression < y.expression ? -1 : 1));
  const conflict =
    folded.faces.length > EVERY_PAIR
      ? toTheEnd(compareLarge(alone(ordered, whole, settled), folded)).conflict
      : conflictBetween(folded, relations, whole);
  if (conflict === null) return null;
  const { measure: _, ...told } = conflict;
  return told;
}

/** Some claims as a measure of their own. */
const alone = (members: readonly RecordedClaim[], checks: readonly Check[], settled: Settled): Members => ({
  ...{ measure: 0, members, checks, settled },
  byId: new Map(members.map((claim) => [claim.id, claim])),
});

function conflictBetween({ faces, restore }: Folded, relations: readonly ClaimRelation[], checks: readonly Check[]): Conflict | null {
  const found = new Map(relations.map((relation) => [key(relation.a, relation.b), relation]));
  const between = faces.flatMap((a, at) => faces.slice(at + 1).map((b) => found.get(key(a.id, b.id)) ?? sameValue(a.id, b.id)));
  const conflict = conflictOf(0, faces, between, checks);
  return conflict && restore(conflict);
}

const sameValue = (a: string, b: string): ClaimRelation => ({
  ...{ a, b, relation: 'compatible', kind: 'same-value', alert: false, severity: 'normal' },
  ...{ explanation: '', possibleReasons: [], confidence: 1 },
});

/**
 * The relations of measures with so many members that not every pair is stored. Where one claim was compared for all that say the same,
 * each of the others gets those of the claim that stood for it, so that some members can be looked at without it. Where even the claims
 * that differ are too many, those looked at are compared anew, or else what is stored of others would decide what is known of them.
 * @param among ids of the members that are looked at; all without it.
 * @param settled what people said of pairs of claims, for what is compared anew.
 */
export function everyRelation(
  members: readonly RecordedClaim[],
  relations: readonly ClaimRelation[],
  among: ReadonlySet<string> | null = null,
  settled = UNJUDGED,
): ClaimRelation[] {
  const looked = sorted(among === null ? members : members.filter(({ id }) => among.has(id)));
  const { faces, said } = fold(sorted(members));
  if (faces.length > EVERY_PAIR) {
    const compared = toTheEnd(compareMeasure(alone(looked, [], settled)));
    return compared.relations.filter(({ kind }) => kind !== 'same-value');
  }
  // Those looked at stand for each other, too, where they are many.
  const shown = among === null ? null : new Set(fold(looked).faces.map(({ id }) => id));
  const behind = behindFaces(said);
  const standing = (id: string): readonly string[] => (behind.get(id) ?? [id]).filter((one) => shown === null || shown.has(one));
  return relations.flatMap((relation) =>
    standing(relation.a).flatMap((a) =>
      standing(relation.b).map((b) => (a === relation.a && b === relation.b ? relation : { ...relation, a, b })),
    ),
  );
}

import { groupedDigits, type Steps } from '@/lib/base';
import type { RecordedClaim, Settled } from '@/lib/measure';
import { conflictOf, foundingOf } from './case';
import { chosenOf, FACES } from './chosen';
import type { Folded } from './fold';
import { gather } from './gather';
import { type Kin, type Kinship, kinships } from './kin';
import { type Placed, placeAll } from './place';
import { kindBetween, relate } from './relate';
import { rowOf } from './table';
import { type Check, type ClaimRelation, type Conflict, foundsCase, type Position } from './types';
import { textTold, type Weighed, weigh } from './weigh';

/** A case shows so many positions at most. */
const POSITIONS = 8;
/** A case rests on so many failed sums at most. */
const SUMS = 2;

/** The members of one measure in its order, with what is known of them. */
export interface Members {
  measure: number;
  members: readonly RecordedClaim[];
  /** Finds the members by id, and maybe others. */
  byId: ReadonlyMap<string, RecordedClaim>;
  checks: readonly Check[];
  /** What people said of pairs of claims. */
  settled: Settled;
}

/** Relations of one measure, those that say the same among them, and its conflict. */
export interface MeasureComparison {
  relations: ClaimRelation[];
  conflict: Conflict | null;
}

/**
 * Compares a measure that has too many faces to compare every pair. It sorts them, looks for contradictions between neighbours, and takes
 * those faces that most texts stand behind and those that contradict each other: 32 at most, which are compared pair by pair. So there
 * are 496 relations at most, however many claims there are. Every other face is put into the position that it fits. The time grows
 * as that of sorting, n log n. Yields between the steps, so that nobody has to wait for all of them at once.
 */
export function* compareLarge(given: Members, folded: Folded): Steps<MeasureComparison> {
  yield;
  const weighed = yield* weigh(folded);
  yield;
  const kinship = kinships();
  const sums = sumsOf(given, folded);
  const totals = sums.slice(0, SUMS).map(({ total }) => total);
  const alert = (...pair: [Weighed, Weighed]) => rowOf(kindBetween(...inOrder(...pair), given.settled)).alert;
  const chosen = chosenOf(weighed, kinship, alert, totals);
  yield;
  const relations = chosen.flatMap((a, at) => chosen.slice(at + 1).map((b) => relate(...inOrder(a, b), given.settled)));
  yield;
  return { relations, conflict: caseOf(given, folded, { weighed, chosen, kinship, relations, sums }) };
}

/** The first in the order of the measure first. */
const inOrder = (a: Weighed, b: Weighed): [RecordedClaim, RecordedClaim] => (a.at < b.at ? [a.face, b.face] : [b.face, a.face]);

/** What was found of a large measure before its case is made. */
interface Found {
  weighed: readonly Weighed[];
  chosen: readonly Weighed[];
  kinship: (a: Kin, b: Kin) => Kinship;
  relations: readonly ClaimRelation[];
  sums: readonly Check[];
}

function caseOf(
  { measure, members, byId }: Members,
  folded: Folded,
  { weighed, chosen, kinship, relations, sums }: Found,
): Conflict | null {
  const shown = sums.slice(0, SUMS);
  const parts = new Set(shown.flatMap((check) => check.parts));
  // Parts of sums stand in the case though they were not compared themselves.
  const looked = new Set([...chosen.map(({ face }) => face), ...[...parts].flatMap((id) => byId.get(id) ?? [])]);
  const conflict = conflictOf(measure, [...looked], relations, shown);
  if (conflict === null) return null;
  const placed = placeAll(conflict.positions, weighed, chosen, kinship, parts);
  const founding = foundingOf(relations);
  const named = new Set([...(founding ? [founding.a, founding.b] : []), ...shown.map(({ total }) => total), ...parts]);
  const extent = extentOf({ faces: weighed.length, positions: placed.length, sums: sums.length });
  const found = { ...conflict, positions: mostTold(placed, named), explanation: `${conflict.explanation} ${extent}` };
  return whole(found, members, folded);
}

/** Failed sums, each once however many texts print it and said of the face that gives its total; those in most texts first. */
function sumsOf({ checks, byId }: Members, { faceOf }: Folded): Check[] {
  const failed = checks.filter(foundsCase);
  const sums = [...gather(failed, ({ expression }) => expression).values()].map((same) => {
    const sum = same[0] as Check;
    const total = byId.get(sum.total);
    const texts = new Set(same.flatMap((check) => byId.get(check.total) ?? []).map(textTold)).size;
    return { sum: total ? { ...sum, total: faceOf(total).id } : sum, texts };
  });
  return sums.sort((a, b) => b.texts - a.texts).map(({ sum }) => sum);
}

/** The positions that most texts stand behind, those that the case is explained by among them. */
function mostTold(placed: readonly Placed[], named: ReadonlySet<string>): Position[] {
  const explains = ({ position }: Placed): boolean => position.claims.some((id) => named.has(id));
  const ranked = [...placed].sort((a, b) => Number(explains(b)) - Number(explains(a)) || b.texts - a.texts);
  const kept = new Set(ranked.slice(0, POSITIONS));
  return placed.filter((one) => kept.has(one)).map(({ position }) => position);
}

/** The case with all claims behind the faces; each stands once. */
function whole(conflict: Conflict, members: readonly RecordedClaim[], { restore }: Folded): Conflict {
  const restored = restore({ ...conflict, others: [] });
  const placed = new Set<string>();
  const positions = restored.positions.map((position) => ({
    ...position,
    claims: position.claims.filter((id) => !placed.has(id) && placed.add(id)),
  }));
  return { ...restored, positions, others: members.map(({ id }) => id).filter((id) => !placed.has(id)) };
}

interface Extent {
  faces: number;
  positions: number;
  sums: number;
}

/** Says how much of a large measure the case shows. */
function extentOf({ faces, positions, sums }: Extent): string {
  const over = sums - SUMS;
  const more = over === 1 ? ' One more sum does not add up.' : over > 1 ? ` ${groupedDigits(String(over))} more sums do not add up.` : '';
  const left = positions > POSITIONS ? `; the ${POSITIONS} positions that most texts stand behind are shown` : '';
  return `Of ${groupedDigits(String(faces))} claims that differ the ${FACES} that tell most were compared pair by pair${left}.${more}`;
}

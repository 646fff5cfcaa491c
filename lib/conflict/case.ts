import { add, compare, type Exact } from '@/lib/base';
import type { RecordedClaim } from '@/lib/measure';
import { positionsOf } from './positions';
import { sumOf } from './sums';
import { type Check, type ClaimRelation, type Conflict, foundsCase, type Kind, type Position } from './types';

const key = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Finds the kind of a pair whichever way round it was compared. */
function kindsOf(relations: readonly ClaimRelation[]): (a: string, b: string) => Kind | null {
  const byPair = new Map(relations.map((relation) => [key(relation.a, relation.b), relation.kind]));
  return (a, b) => byPair.get(key(a, b)) ?? null;
}

/**
 * The parts of a failed sum are one statement: they stand in one position, whose figure is their sum. A part that already
 * stands somewhere brings the others with it.
 */
function withParts(positions: Position[], check: Check, byId: ReadonlyMap<string, RecordedClaim>): Position[] {
  const parts = check.parts.flatMap((id) => byId.get(id) ?? []);
  const sum = sumOf(parts);
  const together: Position = {
    claims: parts.map(({ id }) => id),
    low: sum.low,
    high: sum.high,
    lowInclusive: sum.lowInclusive,
    highInclusive: sum.highInclusive,
    label: `${parts.map(words).join(' and ')}${bareSum(parts)}`,
  };
  const home = positions.findIndex(({ claims }) => check.parts.some((id) => claims.includes(id)));
  if (home === -1) return [...positions, together];
  return positions
    .map((position, at) => {
      if (at === home) return { ...together, claims: [...new Set([...position.claims, ...check.parts])] };
      return { ...position, claims: position.claims.filter((id) => !check.parts.includes(id)) };
    })
    .filter(({ claims }) => claims.length > 0);
}

const words = (claim: RecordedClaim): string => claim.text.replace(/\s+/g, ' ').trim();

function bareSum(parts: readonly RecordedClaim[]): string {
  const figures = parts.map(({ low, high }) => (low === high ? low : null));
  return figures.every((figure): figure is Exact => figure !== null) ? ` (${add(...figures)} together)` : '';
}

/** The alert that a case is explained by: the gravest, and of these the surest. */
export const foundingOf = (relations: readonly ClaimRelation[]): ClaimRelation | undefined =>
  relations.filter(({ alert }) => alert).sort((x, y) => rank(y) - rank(x))[0];

/** The case of one measure, or null when nothing in it is contested: its positions, and why it was opened. */
export function conflictOf(
  measure: number,
  members: readonly RecordedClaim[],
  relations: readonly ClaimRelation[],
  checks: readonly Check[],
): Conflict | null {
  const alerts = relations.filter(({ alert }) => alert);
  const failed = checks.filter(foundsCase);
  if (alerts.length + failed.length === 0) return null;
  const byId = new Map(members.map((claim) => [claim.id, claim]));
  const contested = new Set([...alerts.flatMap(({ a, b }) => [a, b]), ...failed.map(({ total }) => total)]);
  const found = positionsOf(
    members.filter(({ id }) => contested.has(id)),
    kindsOf(relations),
  );
  const positions = failed.reduce((so, check) => withParts(so, check, byId), found).sort(byFigure);
  const placed = new Set(positions.flatMap(({ claims }) => claims));
  const first = foundingOf(relations);
  return {
    measure,
    severity: alerts.some(({ severity }) => severity === 'high') ? 'high' : 'normal',
    positions,
    others: members.map(({ id }) => id).filter((id) => !placed.has(id)),
    explanation: [first?.explanation, ...failed.map(({ expression }) => `${expression}.`)].filter(Boolean).join(' '),
    possibleReasons: [...new Set(alerts.flatMap(({ possibleReasons }) => possibleReasons))],
    // A sum that fails without any pair that does rests on the alignment of several claims at once.
    confidence: first?.confidence ?? 0.65,
  };
}

const byFigure = (x: Position, y: Position): number => compare(x.low ?? x.high ?? '0', y.low ?? y.high ?? '0');
const rank = ({ severity, confidence }: ClaimRelation): number => (severity === 'high' ? 1 : 0) + confidence;

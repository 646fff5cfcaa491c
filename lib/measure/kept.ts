import { sorted } from './order';
import type { RecordedClaim } from './types';

/** Claims that stay together and in their measure, by its id: readers have seen them there, in a case of their own. */
export type Kept = ReadonlyMap<string, readonly string[]>;

/** Claims that answer one question, under the id that is theirs whatever the majority says; null where nothing is kept. */
export interface Gathered {
  id: string | null;
  claims: RecordedClaim[];
}

/**
 * Puts every claim that is kept back into its measure. Groups that would merge two such measures are parted again, and what stood
 * between goes where it is likest; kept claims that drifted apart come back to where most of them are. Order and content of all other
 * groups stay.
 */
export function gatherKept(
  groups: readonly RecordedClaim[][],
  kept: Kept,
  likeness: (a: RecordedClaim, b: RecordedClaim) => number,
): Gathered[] {
  const ownerOf = new Map([...kept].flatMap(([id, claims]) => claims.map((claim) => [claim, id] as const)));
  const homes = homesOf(groups, ownerOf);
  const gathered = groups.map((group, at) => {
    const owners = [...homes].flatMap(([id, home]) => (home === at ? [id] : []));
    const own: Gathered[] = owners.length === 0 ? [{ id: null, claims: [] }] : owners.map((id) => ({ id, claims: [] }));
    const guests = group.filter(({ id }) => !ownerOf.has(id));
    return { own, guests };
  });
  const all = gathered.flatMap(({ own }) => own);
  for (const claim of groups.flat()) {
    const owner = ownerOf.get(claim.id);
    if (owner !== undefined) all.find(({ id }) => id === owner)!.claims.push(claim);
  }
  for (const { own, guests } of gathered) seat(guests, own, likeness);
  return all.filter(({ claims }) => claims.length > 0).map(({ id, claims }) => ({ id, claims: sorted(claims) }));
}

/** Guests one after another, totals before their parts, so that a part follows its total. */
function seat(guests: RecordedClaim[], own: Gathered[], likeness: (a: RecordedClaim, b: RecordedClaim) => number): void {
  const [only, another] = own;
  const hosts = own.map(({ claims }) => [...claims]);
  for (const guest of [...guests.filter(({ partOf }) => partOf === null), ...guests.filter(({ partOf }) => partOf !== null)]) {
    const total = own.find(({ claims }) => claims.some(({ id }) => id === guest.partOf));
    const stands = own.find(({ id }) => id !== null && id === guest.measureId);
    const likest = () => {
      const scores = hosts.map((claims) => Math.max(...claims.map((claim) => likeness(claim, guest))));
      return own[scores.indexOf(Math.max(...scores))];
    };
    ((another ? (total ?? stands ?? likest()) : only) ?? only)!.claims.push(guest);
  }
}

/** The group each kept measure lives on in: that with most of its claims, the first of equals. */
function homesOf(groups: readonly RecordedClaim[][], ownerOf: ReadonlyMap<string, string>): Map<string, number> {
  const votes = new Map<string, { at: number; count: number }>();
  groups.forEach((group, at) => {
    const counts = new Map<string, number>();
    for (const { id } of group) {
      const owner = ownerOf.get(id);
      if (owner !== undefined) counts.set(owner, (counts.get(owner) ?? 0) + 1);
    }
    for (const [owner, count] of counts) if (count > (votes.get(owner)?.count ?? 0)) votes.set(owner, { at, count });
  });
  return new Map([...votes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([owner, { at }]) => [owner, at]));
}

import { Bonds } from './bonds';
import { sorted } from './order';
import type { RecordedClaim } from './types';

/** Claims that stay together and in their measure, by its id: readers have seen them there, in a case of their own. */
export type Kept = ReadonlyMap<string, readonly string[]>;

/** Claims that answer one question, under the id that is theirs whatever the majority says; null where nothing is kept. */
export interface Gathered {
  id: string | null;
  claims: RecordedClaim[];
}

type Likeness = (a: RecordedClaim, b: RecordedClaim) => number;

/**
 * Puts every claim that is kept back into its measure, with what people hold together with it. Groups that would merge two such measures are
 * parted again, and what stood between goes where it is likest; kept claims that drifted apart come back to where most of them are, and what
 * people keep apart from them leaves. Order and content of all other groups stay.
 */
export function gatherKept(groups: readonly RecordedClaim[][], kept: Kept, likeness: Likeness, bonds: Bonds = new Bonds()): Gathered[] {
  const rootOf = ({ id }: RecordedClaim): string => bonds.rootOf(id);
  const ownerOf = new Map([...kept].flatMap(([id, claims]) => claims.map((claim) => [bonds.rootOf(claim), id] as const)));
  const homes = homesOf(groups, (claim) => ownerOf.get(rootOf(claim)));
  const gathered = groups.map((group, at) => {
    const owners = [...homes].flatMap(([id, home]) => (home === at ? [id] : []));
    const own: Gathered[] = owners.length === 0 ? [{ id: null, claims: [] }] : owners.map((id) => ({ id, claims: [] }));
    const guests = group.filter((claim) => !ownerOf.has(rootOf(claim)));
    return { own, guests };
  });
  const all = gathered.flatMap(({ own }) => own);
  const byId = new Map(all.map((one) => [one.id, one]));
  for (const claim of groups.flat()) {
    const owner = ownerOf.get(rootOf(claim));
    if (owner !== undefined) byId.get(owner)!.claims.push(claim);
  }
  for (const { own, guests } of gathered) all.push(...new Seating(own, likeness, bonds).seat(guests));
  return all.filter(({ claims }) => claims.length > 0).map(({ id, claims }) => ({ id, claims: sorted(claims) }));
}

/** Where the guests of one group go. */
class Seating {
  private readonly hosts: readonly (readonly RecordedClaim[])[];
  /** What is held together sits together. */
  private readonly seats = new Map<string, Gathered>();
  private readonly left: Gathered[] = [];
  /** The roots of the claims in each group: what a guest is kept apart from is found among them without a look at every claim. */
  private readonly roots = new Map<Gathered, Set<string>>();

  constructor(
    private readonly own: readonly Gathered[],
    private readonly likeness: Likeness,
    private readonly bonds: Bonds,
  ) {
    this.hosts = own.map(({ claims }) => [...claims]);
    for (const one of own) this.roots.set(one, new Set(one.claims.map(({ id }) => bonds.rootOf(id))));
  }

  /** Guests one after another, totals before their parts, so that a part follows its total. Gives the groups of those that found no place. */
  seat(guests: readonly RecordedClaim[]): Gathered[] {
    for (const guest of [...guests.filter(({ partOf }) => partOf === null), ...guests.filter(({ partOf }) => partOf !== null)]) {
      const root = this.bonds.rootOf(guest.id);
      const place = this.seats.get(root) ?? this.placeFor(guest);
      this.seats.set(root, place);
      place.claims.push(guest);
      this.roots.get(place)?.add(root);
    }
    return this.left;
  }

  private placeFor(guest: RecordedClaim): Gathered {
    const open = this.own.filter((one) => this.welcomes(one, guest));
    if (open.length < 2) return open[0] ?? this.leftover(guest);
    const total = open.find(({ claims }) => claims.some(({ id }) => id === guest.partOf));
    const stands = open.find(({ id }) => id !== null && id === guest.measureId);
    return total ?? stands ?? this.likest(open, guest);
  }

  private likest(open: readonly Gathered[], guest: RecordedClaim): Gathered {
    const scores = open.map((one) => {
      const hosts = this.hosts[this.own.indexOf(one)] as readonly RecordedClaim[];
      return Math.max(...hosts.map((claim) => this.likeness(claim, guest)));
    });
    return open[scores.indexOf(Math.max(...scores))] as Gathered;
  }

  private leftover(guest: RecordedClaim): Gathered {
    const known = this.left.find((one) => this.welcomes(one, guest));
    if (known) return known;
    const made: Gathered = { id: null, claims: [] };
    this.left.push(made);
    this.roots.set(made, new Set());
    return made;
  }

  private welcomes(group: Gathered, guest: RecordedClaim): boolean {
    return !this.bonds.isApartFromAny(guest.id, this.roots.get(group) as Set<string>);
  }
}

/** The group each kept measure lives on in: that with most of its claims, the first of equals. */
function homesOf(groups: readonly RecordedClaim[][], ownerOf: (claim: RecordedClaim) => string | undefined): Map<string, number> {
  const votes = new Map<string, { at: number; count: number }>();
  groups.forEach((group, at) => {
    const counts = new Map<string, number>();
    for (const claim of group) {
      const owner = ownerOf(claim);
      if (owner !== undefined) counts.set(owner, (counts.get(owner) ?? 0) + 1);
    }
    for (const [owner, count] of counts) if (count > (votes.get(owner)?.count ?? 0)) votes.set(owner, { at, count });
  });
  return new Map([...votes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([owner, { at }]) => [owner, at]));
}

import type { RecordedClaim } from './types';

class Stamped {
  constructor(claim: object) {
    // What is given back here is what the class below puts its private field on.
    // biome-ignore lint/correctness/noConstructorReturn: that is the point of it
    return claim;
  }
}

/**
 * What was worked out of a claim, kept with it: it goes when the claim goes, no copy has it, and nobody else sees it. A field of its own is
 * found in a fraction of the time of an entry in a weak map, and costs whoever collects the garbage nothing.
 */
class Noted extends Stamped {
  readonly #notes: unknown[] = [];

  static of(claim: object): unknown[] {
    return #notes in claim ? (claim as Noted).#notes : new Noted(claim).#notes;
  }
}

let places = 0;
const nextPlace = (): number => {
  places += 1;
  return places - 1;
};

/** Reads something from a claim once and keeps it with the claim: what it says never changes, and each is asked about hundreds of times. */
export function once<Read extends object>(read: (claim: RecordedClaim) => Read): (claim: RecordedClaim) => Read {
  const place = nextPlace();
  return (claim) => {
    const notes = Noted.of(claim);
    const found = notes[place] as Read | undefined;
    if (found) return found;
    const made = read(claim);
    notes[place] = made;
    return made;
  };
}

let claims = 0;
const numbered = once(() => {
  claims += 1;
  return { number: claims };
});
const numberOf = (claim: RecordedClaim): number => numbered(claim).number;

/** What was last read of some claims together is not read of the same again. It is kept with the first, and does not keep the others. */
export function lastOf<Read>(read: (claims: readonly RecordedClaim[]) => Read): (claims: readonly RecordedClaim[]) => Read {
  const kept = once((): { last?: { of: readonly number[]; made: Read } } => ({}));
  return (some) => {
    const [first] = some;
    if (!first) return read(some);
    const { last } = kept(first);
    if (last && last.of.length === some.length && some.every((claim, at) => numberOf(claim) === last.of[at])) return last.made;
    const made = read(some);
    kept(first).last = { of: some.map(numberOf), made };
    return made;
  };
}

/** Keeps what is found of two claims, in the order in which they are given, for as long as the first is there. */
export function ofPairs<Found>() {
  const known = once(() => new Map<number, Found>());
  return {
    get: (a: RecordedClaim, b: RecordedClaim): Found | undefined => known(a).get(numberOf(b)),
    set: (a: RecordedClaim, b: RecordedClaim, found: Found): unknown => known(a).set(numberOf(b), found),
    drop: (a: RecordedClaim, b: RecordedClaim): unknown => known(a).delete(numberOf(b)),
  };
}

import type { RecordedClaim } from './types';

/** Reads something from a claim once and keeps it with the claim: what it says never changes, and each is asked about hundreds of times. */
export function once<Read extends object>(read: (claim: RecordedClaim) => Read): (claim: RecordedClaim) => Read {
  const known = new WeakMap<RecordedClaim, Read>();
  return (claim) => {
    const found = known.get(claim);
    if (found) return found;
    const made = read(claim);
    known.set(claim, made);
    return made;
  };
}

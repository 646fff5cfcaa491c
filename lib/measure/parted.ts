import type { Steps } from '@/lib/base';
import { align, SAME_QUESTION } from './align';
import { sorted } from './order';
import { type Settled, saidBetween } from './settle';
import type { RecordedClaim } from './types';

/** What besides their likeness keeps the claims of a measure in it. */
export interface Holding {
  /** Ids of the claims that readers see. */
  seen: ReadonlySet<string>;
  /** Ids of claims that stay together, in the measure that they are in. */
  kept: ReadonlySet<string>;
  settled: Settled;
}

/**
 * The parts that the claims of one measure fall into once a claim between them is gone: each hangs together by likeness, by a total and its part,
 * by what people said or by what is kept. What readers see falls apart by itself, and the rest goes with the part that it is likest to. First comes
 * the part that what is kept is in, then what readers see, the largest before the others.
 */
export function* partsOf(members: readonly RecordedClaim[], { seen, kept, settled }: Holding): Steps<RecordedClaim[][]> {
  const likeness = (a: RecordedClaim, b: RecordedClaim): number => {
    if (kept.has(a.id) && kept.has(b.id)) return Number.POSITIVE_INFINITY;
    const { bonds } = saidBetween(settled, a.id, b.id);
    if (bonds.areTogether(a.id, b.id)) return Number.POSITIVE_INFINITY;
    if (bonds.areApart(a.id, b.id)) return 0;
    if (a.partOf === b.id || b.partOf === a.id) return Number.POSITIVE_INFINITY;
    const { veto, score } = align(a, b);
    return veto === null && score >= SAME_QUESTION ? score : 0;
  };
  const ordered = sorted(members);
  const firm = ordered.filter(({ id }) => seen.has(id));
  const parts = bySize(yield* components(firm, likeness));
  let left = ordered.filter(({ id }) => !seen.has(id));
  for (let before = -1; parts.length > 0 && left.length !== before; ) {
    before = left.length;
    const rest: RecordedClaim[] = [];
    for (const claim of left) {
      yield;
      const host = likest(parts, (other) => likeness(claim, other));
      if (host) host.push(claim);
      else rest.push(claim);
    }
    left = rest;
  }
  const all = [...parts, ...bySize(yield* components(left, likeness))].map(sorted);
  const home = all.filter((part) => part.some(({ id }) => kept.has(id)));
  return [...home, ...all.filter((part) => !home.includes(part))];
}

type Likeness = (a: RecordedClaim, b: RecordedClaim) => number;

/** Claims that hang together, directly or by others of them. */
function* components(claims: readonly RecordedClaim[], likeness: Likeness): Steps<RecordedClaim[][]> {
  const parts: RecordedClaim[][] = [];
  let left = [...claims];
  while (left.length > 0) {
    const part = left.splice(0, 1);
    for (const claim of part) {
      yield;
      const found = new Set(left.filter((other) => likeness(claim, other) > 0));
      part.push(...found);
      left = left.filter((other) => !found.has(other));
    }
    parts.push(part);
  }
  return parts;
}

const bySize = (parts: RecordedClaim[][]): RecordedClaim[][] => [...parts].sort((x, y) => y.length - x.length);

/** The part with the likest claim; where there is one part alone, the first claim that is alike will do. */
function likest(parts: readonly RecordedClaim[][], score: (other: RecordedClaim) => number): RecordedClaim[] | null {
  if (parts.length === 1) return parts[0]?.some((other) => score(other) > 0) ? (parts[0] as RecordedClaim[]) : null;
  const scores = parts.map((part) => Math.max(...part.map(score)));
  const best = Math.max(...scores);
  return best > 0 ? (parts[scores.indexOf(best)] as RecordedClaim[]) : null;
}

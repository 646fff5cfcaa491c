import { compare } from '@/lib/base';
import type { RecordedClaim } from '@/lib/measure';
import { meaningOf, middle } from './intervals';
import type { Kind, Position } from './types';

/** Kinds of relations between claims that may stand in one position. */
export const AGREEING: ReadonlySet<Kind> = new Set(['same-value', 'rounding', 'compatible-bounds']);

/** Narrow figures found positions before wide ones are placed, so that "over 40" never decides where 43 stands. */
export function width(claim: RecordedClaim): number {
  if (claim.hedge === 'exact') return 0;
  return claim.hedge === 'about' || claim.hedge === 'nearly' || claim.hedge === 'between' ? 1 : 2;
}

function positionOf(claims: readonly RecordedClaim[]): Position {
  const narrow = [...claims].sort((a, b) => width(a) - width(b))[0] as RecordedClaim;
  const { hard } = meaningOf(narrow);
  return {
    claims: claims.map(({ id }) => id),
    low: narrow.hedge === 'exact' ? narrow.low : hard.low,
    high: narrow.hedge === 'exact' ? narrow.high : hard.high,
    lowInclusive: hard.lowInclusive,
    highInclusive: hard.highInclusive,
    label: narrow.text.replace(/\s+/g, ' ').trim(),
  };
}

/**
 * Groups contested claims into positions whose members agree pairwise. `kind` gives the row that decided a pair. A claim that
 * fits several positions stands in none.
 */
export function positionsOf(contested: readonly RecordedClaim[], kind: (a: string, b: string) => Kind | null): Position[] {
  const groups: RecordedClaim[][] = [];
  const placed = [...contested].sort((a, b) => width(a) - width(b) || compare(middle(a), middle(b)));
  for (const claim of placed) {
    const fitting = groups.filter((group) =>
      group.every((member) => {
        const found = kind(claim.id, member.id);
        return found !== null && AGREEING.has(found);
      }),
    );
    if (fitting.length === 0) groups.push([claim]);
    else if (fitting.length === 1) fitting[0]?.push(claim);
  }
  const sortedGroups = groups.sort((x, y) => compare(middle(x[0] as RecordedClaim), middle(y[0] as RecordedClaim)));
  return sortedGroups.map(positionOf);
}

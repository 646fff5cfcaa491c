import type { RecordedClaim } from '@/lib/measure';
import { gather } from './gather';
import type { Conflict } from './types';

/** Up to this many members every pair is compared; above it, claims that say exactly the same are compared once. */
const EVERY_PAIR = 64;

const sameWords = (claim: RecordedClaim): string =>
  JSON.stringify([
    claim.low,
    claim.high,
    claim.hedge,
    claim.grain,
    claim.unit,
    claim.noun,
    claim.asOf,
    claim.asOfBasis,
    claim.partOf,
    claim.speaker?.name,
    claim.occasion,
    claim.frame.head,
    claim.frame.act,
    claim.frame.direction,
    claim.frame.scope,
    claim.frame.single,
    claim.frame.aggregation,
    claim.frame.modality,
  ]);

export interface Folded {
  /** One claim for each thing said, in the order given. */
  faces: RecordedClaim[];
  /** Ids of the claims each face stands for, its own among them; faces that stand for themselves alone may be left out. */
  behind: ReadonlyMap<string, readonly string[]>;
  /** Puts the folded claims back beside their faces. */
  restore: (conflict: Conflict) => Conflict;
}

export function fold(members: readonly RecordedClaim[]): Folded {
  if (members.length <= EVERY_PAIR) return { faces: [...members], behind: new Map(), restore: (conflict) => conflict };
  const groups = [...gather(members, sameWords).values()];
  const behind = new Map(groups.map((group) => [group[0]?.id ?? '', group.map(({ id }) => id)]));
  const expand = (ids: string[]) => ids.flatMap((id) => behind.get(id) ?? [id]);
  return {
    faces: groups.map((group) => group[0] as RecordedClaim),
    behind,
    restore: (conflict) => ({
      ...conflict,
      positions: conflict.positions.map((position) => ({ ...position, claims: expand(position.claims) })),
      others: expand(conflict.others),
    }),
  };
}

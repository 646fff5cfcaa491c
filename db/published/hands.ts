import type { ByHand } from '@/lib/publication';
import { handInForce, handsByClaim, standingHands } from '../by-hand';
import type { ClaimRow } from '../codec';
import { claimOfColumns, type ReadColumns } from '../hand-columns';
import type { HandRow } from '../hand-record';
import type { Reads } from '../open';
import { actorsOf } from './roles';

/** What people read by hand in public claims, as far as it is in force, with what the machine had read; whoever did is shown by their role. */
export async function publicHands(from: Reads, rows: readonly ClaimRow[]): Promise<Map<string, ByHand>> {
  const hands = await handsByClaim(
    from,
    rows.map(({ id }) => id),
  );
  const standing = [...hands.values()].flatMap((own) => handInForce(own) ?? []);
  const actor = await actorsOf(from, standing);
  return new Map(standing.map((hand) => [hand.claimId, { ...told(hands.get(hand.claimId) as HandRow[], hand), by: actor(hand) }]));
}

function told(own: readonly HandRow[], { at, reason }: HandRow): Omit<ByHand, 'by'> {
  const first = own[0] as HandRow;
  const changed = [...new Set(standingHands(own).flatMap((hand) => hand.changed))];
  return { act: first.act === 'added' ? 'added' : 'corrected', at, reason, changed, machine: first.before && machineReading(first.before) };
}

function machineReading(columns: ReadColumns): ByHand['machine'] {
  const { low, high, lowInclusive, highInclusive } = columns;
  const { text, hedge, unit, noun, speaker, asOf, asOfBasis, frame } = claimOfColumns(columns);
  return { low, high, lowInclusive, highInclusive, text, hedge, unit, noun, speaker, asOf, asOfBasis, scope: frame.scope };
}

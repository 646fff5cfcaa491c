import { max } from 'drizzle-orm';
import type { ClaimRow } from './codec';
import type { HandRow } from './hand-record';
import type { Reads } from './open';
import { handReadings } from './schema';
import { isAmong } from './statement';

/** The acts on some claims, the first one first. */
async function handsAmong(from: Reads, claimIds: readonly string[]): Promise<HandRow[]> {
  const rows: HandRow[] = [];
  for (let at = 0; at < claimIds.length; at += 500) {
    const some = isAmong(handReadings.claimId, claimIds.slice(at, at + 500));
    rows.push(...(await from.select().from(handReadings).where(some).orderBy(handReadings.claimId, handReadings.revision)));
  }
  return rows;
}

/** The acts on each of some claims that anybody read by hand. */
export async function handsByClaim(from: Reads, claimIds: readonly string[]): Promise<Map<string, HandRow[]>> {
  const hands = new Map<string, HandRow[]>();
  for (const row of await handsAmong(from, claimIds)) {
    const own = hands.get(row.claimId);
    if (own) own.push(row);
    else hands.set(row.claimId, [row]);
  }
  return hands;
}

/** How many acts of people there are on each of some claims that anybody read by hand. */
export async function handRevisions(from: Reads, claimIds: readonly string[]): Promise<Map<string, number>> {
  const { claimId, revision } = handReadings;
  const columns = { claimId, revision: max(revision) };
  const rows = await from.select(columns).from(handReadings).where(isAmong(claimId, claimIds)).groupBy(claimId);
  return new Map(rows.map((row) => [row.claimId, row.revision ?? 0]));
}

/** Those that were not taken back; the last of them is in force. */
export function standingHands(hands: readonly HandRow[]): HandRow[] {
  const takenBack = new Set(hands.flatMap(({ takesBack }) => takesBack ?? []));
  return hands.filter(({ act, revision }) => act !== 'taken-back' && !takenBack.has(revision));
}

/** The act whose reading is in force; null where the machine's is. */
export const handInForce = (hands: readonly HandRow[]): HandRow | null => standingHands(hands).at(-1) ?? null;

/**
 * Who added one of these claims by hand, or corrected its number, and was not taken back: ids of people. They may not decide a case that
 * one of the claims stands in, nor confirm or dismiss it: nobody adjudicates what they extracted.
 */
export async function extractedBy(from: Reads, claimIds: readonly string[]): Promise<Set<string>> {
  const hands = await handsByClaim(from, claimIds);
  const extracts = ({ act, changed }: HandRow) => act === 'added' || changed.includes('figure');
  return new Set([...hands.values()].flatMap((rows) => standingHands(rows).filter(extracts)).map(({ by }) => by));
}

/** Claims as the machine read them, whatever people read since; those that people added are left out. */
export async function asMachineRead(from: Reads, rows: readonly ClaimRow[]): Promise<ClaimRow[]> {
  const hands = await handsByClaim(
    from,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((row) => {
    const first = hands.get(row.id)?.[0];
    if (!first) return [row];
    return first.before === null ? [] : [{ ...row, ...first.before }];
  });
}

import type { Instant } from '@/lib/base';
import { type Measure, partsOf, questionOf, type RecordedClaim, type Settled } from '@/lib/measure';
import { recordGrouping } from './grouped';
import { keptClaims } from './kept';
import { standingAtHand } from './known-claims';
import { writeMeasures } from './measures';
import type { Tx } from './open';
import { wordsToday } from './pair-words';
import { dropComparisons } from './relations';
import { claims } from './schema';
import { among, isAmong, words } from './statement';
import { inTurns } from './turns';

/** A group that is parted from its measure is placed anew, claim by claim, unless it is larger: then it is a measure by itself. */
export const MOST_LOOSE = 60;
/** A measure with more members is not grouped anew: claims leave it one by one. */
export const MOST_MEMBERS = 2000;

/**
 * Parts measures that a claim left: what it alone held together is one question no more. A handful that nobody sees is left to be placed again among
 * its likest; what readers see, and what is larger, becomes a measure by itself. One of more than `most` members stays as it is. Gives the measures, with those that
 * were made.
 */
export async function partMeasures(tx: Tx, measureIds: readonly string[], now: Instant, most = MOST_MEMBERS): Promise<string[]> {
  if (measureIds.length === 0) return [];
  const { settled } = await wordsToday(tx);
  const all: string[] = [...measureIds];
  for (const id of measureIds) all.push(...(await partMeasure(tx, id, settled, now, most)));
  return all;
}

async function partMeasure(tx: Tx, id: string, settled: Settled, now: Instant, most: number): Promise<string[]> {
  const { claims: members, accepted } = await standingAtHand(tx, words`claims.measure_id IN ${among([id])}`);
  if (members.length < 2 || members.length > most) return [];
  const { kept: stays, ruled } = await keptClaims(tx, [id]);
  const kept = new Set(ruled.has(id) ? stays.get(id) : []);
  const [first, ...others] = await inTurns(partsOf(members, { seen: accepted, kept, settled }));
  if (!first || others.length === 0) return [];
  const isLoose = (part: RecordedClaim[]): boolean => part.length <= MOST_LOOSE && !part.some((claim) => accepted.has(claim.id));
  await unplace(
    tx,
    others.filter(isLoose).flatMap((part) => part.map((claim) => claim.id)),
  );
  const parted = others.filter((part) => !isLoose(part));
  if (parted.length === 0) return [];
  const made = parted.map((part): Measure => ({ id: null, ...questionOf(part), claims: part.map((claim) => claim.id) }));
  const written = await writeMeasures(tx, made, parted.flat(), now, { measures: [], accepted });
  await recordGrouping(tx, made, now);
  return written.ids;
}

/** Takes claims out of their measures, with all that was found of them there. */
export async function unplace(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const some = [...ids];
  await tx.update(claims).set({ measureId: null }).where(isAmong(claims.id, some));
  dropComparisons(tx, some);
}

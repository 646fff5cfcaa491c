import { and, eq, inArray } from 'drizzle-orm';
import { checkReason, LIMITS } from '@/lib/adjudication';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import type { Actor } from './actor';
import { handInForce, standingHands } from './by-hand';
import type { ClaimRow } from './codec';
import { groupCorrected, SMALL_RECORD } from './grouping';
import { readColumns } from './hand-columns';
import type { SaidOtherwise } from './hand-fields';
import { type Hand, type HandRow, recordHand } from './hand-record';
import { refileCorrected } from './hand-traces';
import type { Database, Reads, Tx } from './open';
import type { Person } from './people';
import { readAnew } from './read-anew';
import { cases, claims, rulings } from './schema';
import { seenReading } from './seen-readings';
import type { Selected } from './selected-words';
import { verb } from './verb';

export interface Correction extends SaidOtherwise {
  id: string;
  /** How many acts of people on the claim were seen. */
  revision: number;
  /** The words that hold the number; null leaves the number as it is. */
  selected: Selected | null;
  reason: string;
}

/**
 * Keeps a person's reading of a claim beside the machine's, and makes it the one in force. The number, its hedge, unit and noun are read from
 * the words that were selected; nobody types them. 409 `VersionConflict` with both where somebody was faster, `NothingChanged` where all is
 * as it stands, `CaseRuled` while a ruling on other figures waits or is published.
 */
export function correctClaim(
  db: Database,
  correction: Correction,
  by: Actor,
  now: Instant,
  small = SMALL_RECORD,
): Promise<Result<{ id: string; revision: number }>> {
  return verb(db, async (tx) => {
    const found = await correctable(tx, correction, by);
    if (!found.ok) return found;
    const { person, claim, hands } = found.value;
    const reason = checkReason(correction.reason, LIMITS.reasonWords, 'reason');
    if (!reason.ok) return reason;
    const { selected, speaker, speakerRole, asOf, scope, noun } = correction;
    const read = await readAnew(tx, claim, selected, { speaker, speakerRole, asOf, scope, noun });
    if (!read.ok) return read;
    const { columns, changed, span } = read.value;
    if (changed.length === 0)
      return refuse(409, 'NothingChanged', 'Nothing differs from what the claim says now.', 'Select other words, or accept it as it is.');
    const act = { act: 'corrected', takesBack: null, changed, reading: columns, selected: span, reason: reason.value } as const;
    const revision = await keep(tx, claim, hands, act, person, now, small);
    return ok({ id: claim.id, revision });
  });
}

/** Takes the reading in force back: the one before it stands again, the machine's in the end. One's own, or as an administrator that of another. */
export function takeBackReading(
  db: Database,
  seen: { id: string; revision: number },
  by: Actor,
  now: Instant,
  small = SMALL_RECORD,
): Promise<Result<{ id: string; revision: number }>> {
  return verb(db, async (tx) => {
    const found = await correctable(tx, seen, by);
    if (!found.ok) return found;
    const { person, claim, hands } = found.value;
    const last = handInForce(hands);
    if (last === null) return refuse(409, 'IllegalTransition', 'The machine’s reading stands.', 'Nothing is left to do.');
    if (last.act === 'added') return refuse(409, 'IllegalTransition', 'This claim was added by hand.', 'Reject it, with a reason.');
    if (last.by !== person.id && person.role !== 'admin')
      return refuse(
        403,
        'Forbidden',
        'This is the reading of somebody else.',
        'Correct it, or ask them or an administrator to take it back.',
      );
    const before = standingHands(hands).at(-2)?.reading ?? (hands[0] as HandRow).before;
    if (before === null) throw new Error('what was added by hand stands first');
    const act = {
      act: 'taken-back',
      takesBack: last.revision,
      changed: last.changed,
      reading: before,
      selected: null,
      reason: null,
    } as const;
    const revision = await keep(tx, claim, hands, act, person, now, small);
    return ok({ id: claim.id, revision });
  });
}

/** Makes a reading the one in force again that was just taken back, in the words and with the reason it had, as a correction by whoever says so. */
export function correctAgain(
  db: Database,
  seen: { id: string; revision: number },
  by: Actor,
  now: Instant,
  small = SMALL_RECORD,
): Promise<Result<{ id: string; revision: number }>> {
  return verb(db, async (tx) => {
    const found = await correctable(tx, seen, by);
    if (!found.ok) return found;
    const { person, claim, hands } = found.value;
    const was = hands.find(({ revision }) => revision === hands.at(-1)?.takesBack);
    if (!was) return refuse(409, 'IllegalTransition', 'No reading of this claim was just taken back.', 'Correct the claim on its page.');
    const { changed, reading, selected, reason } = was;
    const act = { act: 'corrected', takesBack: null, changed, reading, selected, reason } as const;
    return ok({ id: claim.id, revision: await keep(tx, claim, hands, act, person, now, small) });
  });
}

interface Correctable {
  person: Person;
  claim: ClaimRow;
  hands: HandRow[];
}

async function correctable(tx: Tx, seen: { id: string; revision: number }, by: Actor): Promise<Result<Correctable>> {
  const { id } = seen;
  if (by.kind !== 'person') return refuse(403, 'Forbidden', 'Only a person reads by hand.', 'Sign in as a reviewer.');
  const claim = await tx.select().from(claims).where(eq(claims.id, id)).get();
  if (!claim) return refuse(404, 'ClaimUnknown', `There is no claim "${id}".`, 'Choose one from the article.');
  if (claim.status === 'superseded')
    return refuse(409, 'ClaimSuperseded', 'A later reading of the article took the place of this one.', 'Correct what is read today.');
  const hands = await seenReading(tx, claim, seen);
  if (!hands.ok) return hands;
  if (await isRuledOn(tx, claim))
    return refuse(
      409,
      'CaseRuled',
      'A ruling on this figure waits or is published.',
      'Return the ruling, or reopen its case; then correct the reading.',
    );
  return ok({ person: by, claim, hands: hands.value });
}

/** A ruling that stands was made on the figure as it is; once its case is open again, it may be read otherwise. */
async function isRuledOn(from: Reads, { id, measureId }: ClaimRow): Promise<boolean> {
  if (measureId === null) return false;
  const ruled = await from
    .select({ positions: rulings.positions })
    .from(rulings)
    .innerJoin(cases, eq(cases.id, rulings.caseId))
    .where(and(eq(cases.measureId, measureId), inArray(cases.state, ['ruled', 'published'])));
  return ruled.some(({ positions }) => positions.flat().includes(id));
}

type Act = Pick<Hand, 'act' | 'takesBack' | 'changed' | 'reading' | 'selected' | 'reason'>;

async function keep(
  tx: Tx,
  claim: ClaimRow,
  hands: readonly HandRow[],
  act: Act,
  person: Person,
  at: Instant,
  small: number,
): Promise<number> {
  const revision = (hands.at(-1)?.revision ?? 0) + 1;
  await recordHand(tx, { claimId: claim.id, revision, ...act, before: readColumns(claim), at }, person);
  await refileCorrected(tx, claim, { ...claim, ...act.reading }, at);
  await groupCorrected(tx, claim, at, small);
  return revision;
}

import { eq } from 'drizzle-orm';
import { checkReason } from '@/lib/adjudication';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import type { Actor } from './actor';
import { definitionOf } from './definition-record';
import { type Defined, revise } from './definitions';
import { regroupActed } from './grouping';
import { newId } from './ids';
import { publishedClaims } from './kept';
import { checkFollowed, heldBy, memberIds, moveClaims, type Saying, sayOf } from './measure-members';
import { standingMeasure } from './measure-standing';
import { claimsToGroup } from './members';
import type { Database, Reads, Tx } from './open';
import { wordedBy } from './question';
import { movedOn } from './refused';
import { insertRows } from './rows';
import { claims as claimTable, measures } from './schema';
import { isAmong } from './statement';
import { verb } from './verb';

/** A larger measure is parted pair by pair: every claim of it is held on its side by words. */
const MOST_SPLIT = 400;
const CENTRES = 2;

/**
 * Splits claims off a measure: they answer another question from now on, whatever the engine finds, in a measure of their own; the others stay, with the
 * address. 404 `MeasureUnknown`; 422 `NothingChosen`, `EverythingChosen`; 409 `ClaimElsewhere`, `MergedAway`, `RulingPublished`, `WordsAgainst`, `TooLarge`,
 * `VersionConflict`.
 */
export function splitMeasure(
  db: Database,
  { id, revision, claims, reason }: Defined & { claims: readonly string[]; reason: string | null },
  by: Actor,
  now: Instant,
  small?: number,
): Promise<Result<Defined & { moved: number; to: string }>> {
  return verb(db, async (tx) => {
    const fit = await maySplit(tx, id, claims);
    if (!fit.ok) return fit;
    const checked = checkReason(reason ?? '', 0, 'reason');
    if (!checked.ok) return checked;
    const row = await definitionOf(tx, id, now);
    if (row.revision !== revision)
      return movedOn(
        { revision, claims, reason },
        { revision: row.revision },
        'Somebody else changed this measure meanwhile.',
        'Look at it again, then split it.',
      );
    const { leaving, staying } = fit.value;
    const to = await newMeasure(tx, id, leaving, now);
    moveClaims(tx, leaving, to);
    const said = await sayOf(tx, id, partedBy(leaving, staying), by, now);
    const followed = await checkFollowed(tx, said);
    if (!followed.ok) return followed;
    const after = { to, claims: leaving, ...said };
    const done = await revise(tx, row, { act: 'measures.split', before: { to: null }, after, reason: checked.value || null }, by, now);
    await regroupActed(tx, [...leaving, ...staying.slice(0, 1)], [id], now, small);
    return ok({ ...done, moved: leaving.length, to });
  });
}

/** Each side is held together, and both are kept apart: by two claims of each, so that one may be rejected later. */
function partedBy(leaving: readonly string[], staying: readonly string[]): Saying[] {
  const [some, others] = [leaving.slice(0, CENTRES), staying.slice(0, CENTRES)];
  const apart = some.flatMap((a) => others.map((b): Saying => ({ a, b, word: 'different' })));
  return [...heldBy(some, leaving), ...heldBy(others, staying), ...apart];
}

/** Which claims would leave and which would stay, or why it cannot be. */
export async function maySplit(
  from: Reads,
  id: string,
  chosen: readonly string[],
): Promise<Result<{ leaving: string[]; staying: string[] }>> {
  const standing = await standingMeasure(from, id);
  if (!standing.ok) return standing;
  const members = await memberIds(from, id);
  const wanted = new Set(chosen);
  const [leaving, staying] = [members.filter((one) => wanted.has(one)), members.filter((one) => !wanted.has(one))];
  const field = { field: 'claims' };
  if (wanted.size === 0)
    return refuse(422, 'NothingChosen', 'No claim is chosen to leave.', 'Choose those that answer another question.', field);
  if (leaving.length < wanted.size)
    return refuse(
      409,
      'ClaimElsewhere',
      'A chosen claim does not stand in this measure any more.',
      'Look at the measure again and choose anew.',
      field,
    );
  if (staying.length === 0)
    return refuse(
      422,
      'EverythingChosen',
      'All claims are chosen, and nothing would stay.',
      'Leave those that answer this question.',
      field,
    );
  if (members.length > MOST_SPLIT)
    return refuse(
      409,
      'TooLarge',
      `The measure has ${members.length} claims; ${MOST_SPLIT} is the most.`,
      'Say of single claims that they are different.',
      field,
    );
  const published = new Set([...(await publishedClaims(from, [id])).values()].flat());
  if (leaving.some((one) => published.has(one)))
    return refuse(
      409,
      'RulingPublished',
      'A published ruling rests on a claim that would leave.',
      'Reopen its case first, or leave that claim where it is.',
      field,
    );
  return ok({ leaving, staying });
}

/** Its cases are decided as those of the measure it comes from. */
async function newMeasure(tx: Tx, from: string, leaving: readonly string[], now: Instant): Promise<string> {
  const old = await tx.select({ review: measures.review }).from(measures).where(eq(measures.id, from)).get();
  const members = await claimsToGroup(tx, isAmong(claimTable.id, leaving));
  const columns = { id: claimTable.id, status: claimTable.status };
  const rows = await tx.select(columns).from(claimTable).where(isAmong(claimTable.id, leaving));
  const accepted = new Set(rows.filter(({ status }) => status === 'accepted').map((row) => row.id));
  const measure = { id: newId(), ...wordedBy(members, accepted), createdAt: now, successorId: null, review: old?.review ?? null };
  await insertRows(tx, measures, [measure]);
  return measure.id;
}

import { eq } from 'drizzle-orm';
import { type Instant, ok, quoted, type Result, refuse } from '@/lib/base';
import type { Actor } from './actor';
import { definitionOf } from './definition-record';
import { type Defined, revise } from './definitions';
import { regroupActed } from './grouping';
import { type Acted, actsOn } from './measure-acts';
import { memberIds, moveClaims, takeBack } from './measure-members';
import { measureBehind, measureRow } from './measure-standing';
import type { Database, Reads } from './open';
import { claimsToday } from './pair-words';
import { movedOn } from './refused';
import { measures } from './schema';
import { verb } from './verb';

/**
 * Takes back the last merge or split of a measure: the claims that it moved come back, and the words that held them there are taken back; what came in meanwhile
 * goes where the engine puts it. 409 `IllegalTransition` where nothing is left to take back, `MergedAway` or `ActedLater` where a later act rests on it.
 */
export function undoMeasure(
  db: Database,
  { id, revision }: Defined,
  by: Actor,
  now: Instant,
  small?: number,
): Promise<Result<Defined & { moved: number }>> {
  return verb(db, async (tx) => {
    const measure = await measureRow(tx, id);
    if (!measure.ok) return measure;
    const row = await definitionOf(tx, id, now);
    const [last] = await actsOn(tx, id);
    if (!last) return refuse(409, 'IllegalTransition', 'No merge or split of this measure is left to take back.', 'Nothing is left to do.');
    if (row.revision !== revision)
      return movedOn({ revision }, { revision: row.revision }, 'Somebody else changed this measure meanwhile.', 'Look at it again first.');
    const free = await restsOn(tx, last);
    if (!free.ok) return free;
    const { to } = last;
    const there = new Set(await memberIds(tx, to));
    // A later reading may have taken the place of a claim meanwhile.
    const today = await claimsToday(tx, new Set(last.claims));
    const moving = [...new Set(last.claims.map(today))].filter((claim) => there.has(claim));
    await takeBack(tx, id, last, by, now);
    moveClaims(tx, moving, id);
    await tx.update(measures).set({ successorId: null }).where(eq(measures.id, id));
    if (last.act === 'measures.split') await tx.update(measures).set({ successorId: id }).where(eq(measures.id, to));
    const after = { undoes: last.revision, claims: moving };
    const done = await revise(tx, row, { act: 'measures.undo', before: { to }, after, reason: null }, by, now);
    await regroupActed(tx, [...moving, ...(await memberIds(tx, to)).slice(0, 1)], [id, to], now, small);
    return ok({ ...done, moved: moving.length });
  });
}

/** What was done later to the measure that the claims went to has to be taken back first: it may hold them there. */
async function restsOn(from: Reads, { to, seq }: Acted): Promise<Result<null>> {
  const other = await measureRow(from, to);
  const title = other.ok ? other.value.title : to;
  const behind = await measureBehind(from, to);
  if (behind !== to)
    return refuse(409, 'MergedAway', `${quoted(title)} was merged into another measure after that.`, 'Split that one off first.', {
      details: { standing: behind },
    });
  const later = (await actsOn(from, to)).filter((act) => act.seq > seq);
  if (later.length > 0)
    return refuse(409, 'ActedLater', `Claims were split off ${quoted(title)} after that.`, 'Take that split back first.', {
      details: { measure: to },
    });
  return ok(null);
}

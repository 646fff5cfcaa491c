import { eq } from 'drizzle-orm';
import { checkReason } from '@/lib/adjudication';
import { type Instant, ok, quoted, type Result, refuse } from '@/lib/base';
import type { Actor } from './actor';
import { definitionOf } from './definition-record';
import { type Defined, revise } from './definitions';
import { regroupActed } from './grouping';
import { publishedClaims } from './kept';
import { mergedInto } from './measure-acts';
import { checkFollowed, heldBy, MOST_ACTED, memberIds, moveClaims, sayOf } from './measure-members';
import { measureBehind, measureRow, standingMeasure } from './measure-standing';
import type { Database, Reads, Tx } from './open';
import { movedOn } from './refused';
import { measures } from './schema';
import { verb } from './verb';

/** So many claims of the measure that goes are held to so many of the one that stays: the rest hangs together with them by likeness. */
const HELD = 40;
const CENTRES = 3;

/**
 * Merges one measure into another: its claims answer the other's question from now on, whatever the engine finds, and its address leads there. What holds
 * them there are words on pairs of claims, as people say them one by one, so that every later grouping and reading keeps to it. 404 `MeasureUnknown`; 422
 * `SameRecord`; 409 `Circle`, `MergedAway`, `RulingPublished`, `WordsAgainst`, `TooLarge`, `VersionConflict`.
 */
export function mergeMeasures(
  db: Database,
  { id, revision, into, reason }: Defined & { into: string; reason: string | null },
  by: Actor,
  now: Instant,
  small?: number,
): Promise<Result<Defined & { moved: number }>> {
  return verb(db, async (tx) => {
    const fit = await mayMerge(tx, id, into);
    if (!fit.ok) return fit;
    const checked = checkReason(reason ?? '', 0, 'reason');
    if (!checked.ok) return checked;
    const row = await definitionOf(tx, id, now);
    if (row.revision !== revision)
      return movedOn(
        { revision, into, reason },
        { revision: row.revision },
        'Somebody else changed this measure meanwhile.',
        'Look at it again, then merge it.',
      );
    const [own, others] = [await memberIds(tx, id), await memberIds(tx, into)];
    moveClaims(tx, own, into);
    await tx.update(measures).set({ successorId: into }).where(eq(measures.id, id));
    const said = await sayOf(tx, id, heldBy(await centresOf(tx, into, others), own.slice(0, HELD)), by, now);
    const followed = await checkFollowed(tx, said);
    if (!followed.ok) return followed;
    const after = { into, claims: own, ...said };
    const done = await revise(tx, row, { act: 'measures.merge', before: { into: null }, after, reason: checked.value || null }, by, now);
    await regroupActed(tx, [...others.slice(0, 1), ...own], [id], now, small);
    return ok({ ...done, moved: own.length });
  });
}

/** Claims that were its own: one that came by another merge may be taken back by itself. */
async function centresOf(tx: Tx, id: string, members: readonly string[]): Promise<string[]> {
  const arrived = new Set((await mergedInto(tx, id)).flatMap(({ claims }) => claims));
  const own = members.filter((one) => !arrived.has(one));
  return (own.length > 0 ? own : members).slice(0, CENTRES);
}

/** What stands against merging two measures, whoever asks: the page that shows what would come of it asks this too. */
export async function mayMerge(from: Reads, id: string, into: string): Promise<Result<null>> {
  const [own, other] = [await measureRow(from, id), await measureRow(from, into)];
  if (!own.ok) return own;
  if (!other.ok) return { ok: false, refusal: { ...other.refusal, field: 'into' } };
  if (id === into)
    return refuse(422, 'SameRecord', 'A measure cannot be merged with itself.', 'Choose another measure.', { field: 'into' });
  if ((await measureBehind(from, into)) === id)
    return refuse(
      409,
      'Circle',
      `${quoted(other.value.title)} is merged into ${quoted(own.value.title)} already: that would go in a circle.`,
      'Split it off first, then merge the other way round.',
      { field: 'into' },
    );
  for (const one of [id, into]) {
    const standing = await standingMeasure(from, one);
    if (!standing.ok) return standing;
  }
  const [size, otherSize] = [(await memberIds(from, id)).length, (await memberIds(from, into)).length];
  if (size === 0 || otherSize === 0) {
    const next = 'Choose measures that have claims.';
    return refuse(409, 'EmptyMeasure', `No claim stands in “${(size === 0 ? own : other).value.title}”.`, next, { field: 'into' });
  }
  if (size + otherSize > MOST_ACTED)
    return refuse(
      409,
      'TooLarge',
      `They have ${size + otherSize} claims together; ${MOST_ACTED} is the most.`,
      'Say of single claims that they are the same.',
    );
  const [published] = [...(await publishedClaims(from, [id])).keys()];
  if (published !== undefined)
    return refuse(
      409,
      'RulingPublished',
      `A ruling is published on ${quoted(own.value.title)}, and readers find it there.`,
      'Merge the other measure into this one.',
      { field: 'into' },
    );
  return ok(null);
}

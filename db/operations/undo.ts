import { z } from 'zod';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import { type Act, loadAct, partsOf, takesBack, UNDO, undoingOf } from '../acts';
import { append, appendUnder } from '../audit';
import type { Reads } from '../open';
import { verb } from '../verb';
import { within } from '../within';
import type { Operation, OperationContext, Undone } from './operation';
import { operation } from './operation';
import { mayRun } from './who';

/** Finds an operation by its id: the list of all of them is made with this one in it. */
type Find = (id: string) => Operation | undefined;

const actSubject = (seq: number): string => `act:${seq}`;

/** Takes an act back. It is one transaction, and a fact of its own; what the inverse does stands under it. */
export const undoOperation = (find: Find) =>
  operation({
    id: UNDO,
    summary: 'Take an act back',
    who: 'reviewer',
    path: 'acts/{seq}/undo',
    input: z.strictObject({
      seq: z.union([
        z.int().min(1),
        z
          .string()
          .regex(/^\d{1,12}$/)
          .transform(Number),
      ]),
    }),
    output: z.strictObject({ seq: z.int(), left: z.int(), again: z.boolean() }),
    draft: 'none',
    // What was taken back is done again by taking back what that did.
    undo: undoParts(find),
    run: (context, { seq }) =>
      verb(context.db, async (tx) => {
        const inside = { ...context, db: within(context.db, tx) };
        const act = await loadAct(tx, seq);
        if (!act) return refuse(404, 'ActUnknown', `Nobody did anything under the number ${seq}.`, 'Choose an act from the list.');
        const able = await undoOf(tx, act, find, context);
        if (!able.ok) return able;
        const { actor, now } = context;
        const head = await append(tx, { at: now, actor, action: UNDO, subject: actSubject(seq), undoes: seq });
        await appendUnder(tx, head);
        const undone = await able.value(inside, act);
        await appendUnder(tx, null);
        return undone.ok ? ok({ seq, left: leftBy(undone.value), again: await takesBack(tx, act) }) : undone;
      }),
  });

/** How an act would be taken back; or why it cannot be, and what to do instead. 409 `AlreadyUndone`, `NotUndoable`, 403 `Forbidden`. */
export async function undoOf(from: Reads, act: Act, find: Find, { actor }: Pick<OperationContext, 'actor'>): Promise<Result<Undone>> {
  const declared = find(act.action);
  const undone = await undoingOf(from, act);
  if (undone) return refuse(409, 'AlreadyUndone', `This was taken back already, on ${day(undone.at)}.`, 'Nothing is left to do.');
  if (typeof declared?.undo !== 'function')
    return refuse(
      409,
      'NotUndoable',
      'This cannot be taken back.',
      declared?.undo?.instead ?? 'Look at what it was about, and go on from there.',
    );
  if (act.action === UNDO && !(await partsOf(from, act.seq)).some((part) => typeof find(part.action)?.undo === 'function'))
    return refuse(409, 'NotUndoable', 'This cannot be done again from here.', 'Do it again where you did it first.');
  const allowed = mayRun(declared.who, actor);
  return allowed.ok ? ok(declared.undo) : allowed;
}

const day = (at: Instant): string => at.slice(0, 10);

const leftBy = (value: unknown): number => (typeof value === 'object' && value !== null && 'left' in value ? Number(value.left) : 0);

/** Takes back all parts of an act, the last first. What changed since stays as it is and is counted; where nothing is left to take back, it is refused. */
export const undoParts =
  (find: Find): Undone =>
  async (context, act) => {
    const parts = await partsOf(context.db.read, act.seq);
    let left = 0;
    for (const part of parts) {
      const able = await undoOf(context.db.read, { ...part, under: null }, find, context);
      // One that takes several steps is taken back as a whole or not at all.
      const undone = able.ok ? await verb(context.db, (tx) => able.value({ ...context, db: within(context.db, tx) }, part)) : able;
      if (!undone.ok) left += 1;
    }
    return left === parts.length
      ? refuse(409, 'ChangedSince', 'Everything in it was changed or taken back since then.', 'Look at how it stands now, and change that.')
      : ok({ left });
  };

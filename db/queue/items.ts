import { eq } from 'drizzle-orm';
import { digestOf } from '@/lib/audit';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import type { Actor } from '../actor';
import { type Act, type Change, itemOf } from '../acts';
import { append } from '../audit';
import type { Reads, Tx } from '../open';
import { changedSince, movedOn } from '../refused';
import { queueItems } from '../schema';

export type Item = typeof queueItems.$inferSelect;

/**
 * What people say of an item: with whom it is, until when it is put aside and why, the word it is marked with, which source was asked and when,
 * who asks for a second look.
 */
export type Kept = Pick<Item, 'assignedTo' | 'snoozedUntil' | 'snoozeReason' | 'flag' | 'askedOf' | 'askedOn' | 'lookBy'>;

/** Items in the log: "case-item:k3v9m2qd4x". What happens to the case itself stands under "case:". */
export const itemSubject = ({ kind, id }: Pick<Item, 'kind' | 'id'>): string => `${kind}-item:${id}`;

export async function loadItem(from: Reads, id: string): Promise<Result<Item>> {
  const item = await from.select().from(queueItems).where(eq(queueItems.id, id)).get();
  return item ? ok(item) : refuse(404, 'ItemUnknown', `Nothing in the queue is called "${id}".`, 'Choose something from the queue.');
}

/** Somebody who does something to an item, and as which act. */
export interface Doing {
  action: string;
  by: Actor;
  now: Instant;
  /** What was seen of what it changes; left out, nobody looked. */
  seen?: Partial<Kept>;
}

/** Sets some of what is said of an item, with the fact. Where nothing would change, it is refused; 409 `VersionConflict` where it is not what was seen. */
export async function changeItem(
  tx: Tx,
  item: Item,
  change: Partial<Kept>,
  { action, by, now, seen = {} }: Doing,
): Promise<Result<{ id: string }>> {
  const names = Object.keys(change) as (keyof Kept)[];
  const before = Object.fromEntries(names.map((name) => [name, item[name]])) as Change;
  const after = { ...before, ...change };
  if (names.every((name) => before[name] === after[name]))
    return refuse(409, 'IllegalTransition', 'It is so already.', 'Nothing is left to do.');
  if ((Object.keys(seen) as (keyof Kept)[]).some((name) => seen[name] !== item[name])) {
    const current = Object.fromEntries([...names, ...(Object.keys(seen) as (keyof Kept)[])].map((name) => [name, item[name]]));
    return movedOn(
      { ...change, from: seen },
      current,
      undefined,
      'Look at how it stands now. Where yours shall hold all the same, send it again.',
    );
  }
  await append(tx, {
    at: now,
    actor: by,
    action,
    subject: itemSubject(item),
    evidenceHashes: [digestOf({ before, after })],
    before,
    after,
  });
  await tx.update(queueItems).set(change).where(eq(queueItems.id, item.id));
  return ok({ id: item.id });
}

/** The inverse of such a change: what was said before is said again, unless somebody said something else since. */
export async function restoreItem(tx: Tx, act: Act, by: Actor, now: Instant): Promise<Result<{ id: string }>> {
  const { action, before, after } = act;
  const item = await loadItem(tx, itemOf(act));
  if (!item.ok) return item;
  const stands = Object.entries(after ?? {}).every(([name, value]) => item.value[name as keyof Kept] === value);
  if (!stands || before === null) return changedSince();
  return changeItem(tx, item.value, before as Partial<Kept>, { action, by, now });
}

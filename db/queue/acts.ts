import { eq } from 'drizzle-orm';
import { dayAfter, type Instant, isDay, ok, type Result, refuse } from '@/lib/base';
import type { Actor } from '../actor';
import type { Act } from '../acts';
import type { Database, Reads, Tx } from '../open';
import { people } from '../schema';
import { verb } from '../verb';
import { changeItem, type Item, type Kept, loadItem, restoreItem } from './items';

type Done = Promise<Result<{ id: string }>>;

/** What was seen of an item, where whoever asks says so; null: nothing was said of it. */
export type From = string | null | undefined;

export const seenAs = (name: keyof Kept, from: From): Partial<Kept> => (from === undefined ? {} : { [name]: from });

/** One change of an item by a person, as a verb. `change` may refuse. */
export function changing(
  db: Database,
  { id, seen }: { id: string; seen?: Partial<Kept> },
  action: string,
  by: Actor,
  now: Instant,
  change: (item: Item, tx: Tx) => Promise<Result<Partial<Kept>>>,
): Done {
  return verb(db, async (tx) => {
    if (by.kind !== 'person') return refuse(403, 'Forbidden', 'Only a person orders the queue.', 'Sign in as a reviewer.');
    const item = await loadItem(tx, id);
    if (!item.ok) return item;
    const wanted = await change(item.value, tx);
    return wanted.ok ? changeItem(tx, item.value, wanted.value, { action, by, now, seen }) : wanted;
  });
}

/** Says with whom an item is: a person, "me", or nobody. `from`: with whom it was. 404 `PersonUnknown`, 409 `PersonDisabled`, `PersonReads`, `VersionConflict`. */
export const assignItem = (db: Database, { id, to, from }: { id: string; to: string | null; from?: From }, by: Actor, now: Instant): Done =>
  changing(db, { id, seen: seenAs('assignedTo', from) }, 'queue.assign', by, now, async (_, tx) => {
    const assignee = await assigneeOf(tx, to, by);
    return assignee.ok ? ok({ assignedTo: assignee.value }) : assignee;
  });

/** The id of whom somebody means. */
export async function assigneeOf(from: Reads, to: string | null, by: Actor): Promise<Result<string | null>> {
  if (to === null) return ok(null);
  const id = to === 'me' && by.kind === 'person' ? by.id : to;
  const found = await from.select({ disabledAt: people.disabledAt, role: people.role }).from(people).where(eq(people.id, id)).get();
  if (!found) return refuse(404, 'PersonUnknown', 'There is no such person at the desk.', 'Choose one from the list.', { field: 'to' });
  if (found.disabledAt !== null)
    return refuse(409, 'PersonDisabled', 'This person cannot sign in any more.', 'Choose somebody else.', { field: 'to' });
  if (found.role === 'reader')
    return refuse(409, 'PersonReads', 'This person reads and decides nothing.', 'Choose somebody else.', { field: 'to' });
  return ok(id);
}

export interface Snooze {
  /** An instant or a day still to come. */
  until: string;
  reason: string;
}

/** Puts an item aside until a day or an instant. It comes back by itself, and at once where a new article changes it. 422 `DayUnreadable`, `TimePassed`, 409 `Settled`, `VersionConflict`. */
export const snoozeItem = (db: Database, { id, from, ...snooze }: { id: string; from?: From } & Snooze, by: Actor, now: Instant): Done =>
  changing(db, { id, seen: seenAs('snoozedUntil', from) }, 'queue.snooze', by, now, async (item) => snoozed(item, snooze, now));

/** At most a year: what is put aside for longer is forgotten. */
const LONGEST_DAYS = 366;
const LONGEST_MS = LONGEST_DAYS * 86_400_000;

export function snoozed(item: Pick<Item, 'home'>, { until, reason }: Snooze, now: Instant): Result<Partial<Kept>> {
  if (item.home === 'settled' || item.home === 'done')
    return refuse(409, 'Settled', 'Nothing waits there, so there is nothing to put aside.', 'Choose something that waits.');
  // Read as a day first: a date alone that is none, as 2031-02-30, would be taken for the second of March.
  const at = isDay(until.slice(0, 10)) && (until.length === 10 || until[10] === 'T') ? Date.parse(until) : Number.NaN;
  if (Number.isNaN(at)) {
    const cause = until.trim() === '' ? 'No day is given.' : `“${until.trim().slice(0, 40)}” is no day of the calendar.`;
    return refuse(422, 'DayUnreadable', cause, `Write it as ${dayAfter(now, 7)}.`, { field: 'until' });
  }
  if (at <= Date.parse(now) || at > Date.parse(now) + LONGEST_MS) {
    const cause = at <= Date.parse(now) ? 'The day is not one that is still to come.' : 'The day is more than a year away.';
    const last = dayAfter(now, LONGEST_DAYS);
    return refuse(422, 'TimePassed', cause, `Choose one from ${dayAfter(now, 1)} to ${last}.`, { field: 'until' });
  }
  return ok({ snoozedUntil: new Date(at).toISOString(), snoozeReason: reason.trim().slice(0, LONGEST_WORDS) || null });
}

const LONGEST_WORDS = 500;
const LONGEST_FLAG = 40;

/** Brings an item back that was put aside. */
export const wakeItem = (db: Database, { id }: { id: string }, by: Actor, now: Instant): Done =>
  changing(db, { id }, 'queue.wake', by, now, async () => ok({ snoozedUntil: null, snoozeReason: null }));

/** Marks an item with a word, or takes the mark away. 422 `TextTooLong`, 409 `VersionConflict`. */
export const flagItem = (
  db: Database,
  { id, flag, from }: { id: string; flag: string | null; from?: From },
  by: Actor,
  now: Instant,
): Done => changing(db, { id, seen: seenAs('flag', from) }, 'queue.flag', by, now, async () => flagged(flag));

function flagged(flag: string | null): Result<Partial<Kept>> {
  const word = flag?.trim().replace(/\s+/g, ' ') || null;
  return word !== null && word.length > LONGEST_FLAG
    ? refuse(422, 'TextTooLong', `The mark has ${word.length} signs.`, `Keep it under ${LONGEST_FLAG}: a word that others find again.`, {
        field: 'flag',
      })
    : ok({ flag: word });
}

/** Takes back what an act said of an item. */
export const restore = (db: Database, act: Act, by: Actor, now: Instant): Done => verb(db, (tx) => restoreItem(tx, act, by, now));

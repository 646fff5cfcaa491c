import { eq } from 'drizzle-orm';
import { type Instant, isDay, ok, type Result, refuse } from '@/lib/base';
import type { Actor } from '../actor';
import { addNote } from '../notes';
import type { Database } from '../open';
import { people } from '../schema';
import { verb } from '../verb';
import { within } from '../within';
import { assigneeOf, changing, type From, seenAs } from './acts';
import { changeItem, type Item, loadItem } from './items';

const LONGEST = 120;

interface Question {
  id: string;
  of: string;
  on: string | null;
  /** Whose answer was waited for. */
  from?: From;
}

/** Says that an item waits for the answer of a source: whom somebody asked, and on which day. 422 `SourceMissing`, `TextTooLong`, `DayUnreadable`, `TimePassed`; 409 `Settled`, `VersionConflict`. */
export const askSource = (db: Database, { id, of, on, from }: Question, by: Actor, now: Instant) =>
  changing(db, { id, seen: seenAs('askedOf', from) }, 'queue.ask-source', by, now, async (item) => {
    if (isSettled(item)) return settled('so no answer is waited for');
    const asked = of.trim().replace(/\s+/g, ' ');
    if (asked === '')
      return refuse(422, 'SourceMissing', 'It is not said whom you asked.', 'Name the person or the office.', { field: 'of' });
    if (asked.length > LONGEST)
      return refuse(422, 'TextTooLong', `The name has ${asked.length} signs.`, `Keep it under ${LONGEST}.`, { field: 'of' });
    const day = on?.trim() || now.slice(0, 10);
    // A day as somebody east of us has it already is no mistake.
    const next = `Write the day you asked on, as ${now.slice(0, 10)}.`;
    if (!isDay(day)) return refuse(422, 'DayUnreadable', `“${day.slice(0, 40)}” is no day of the calendar.`, next, { field: 'on' });
    return Date.parse(day) <= Date.parse(now) + 14 * 3_600_000
      ? ok({ askedOf: asked, askedOn: day })
      : refuse(422, 'TimePassed', 'This day is still to come.', next, { field: 'on' });
  });

/** Says that the answer came, or that nobody waits for it any more. 409 `IllegalTransition` where nobody did. */
export const sourceAnswered = (db: Database, { id }: { id: string }, by: Actor, now: Instant) =>
  changing(db, { id }, 'queue.source-answered', by, now, async () => ok({ askedOf: null, askedOn: null }));

interface Look {
  id: string;
  /** A person, or null for anybody else. */
  to: string | null;
  /** For whoever looks; null: none. */
  text: string | null;
  /** With whom it was, and who asked for a second look before. */
  from?: From;
  lookBy?: From;
}

/**
 * Asks for a second look at a case that waits for a decision: it stands among the second reviews, with whom it was asked of, until somebody
 * decides. The words for them are a note on the case. 409 `Settled`, `OwnLook`, `VersionConflict`; 404 and 409 as of assigning; 422 as of a note.
 */
export function askSecondLook(
  db: Database,
  { id, to, text, from, lookBy }: Look,
  by: Actor,
  now: Instant,
): Promise<Result<{ id: string }>> {
  return verb(db, async (tx) => {
    if (by.kind !== 'person') return refuse(403, 'Forbidden', 'Only a person asks for a second look.', 'Sign in as a reviewer.');
    const item = await loadItem(tx, id);
    if (!item.ok) return item;
    if (item.value.kind !== 'case')
      return refuse(409, 'IllegalTransition', 'A second look is asked for cases.', 'Assign it to the person who should look.');
    if (isSettled(item.value) || item.value.home === 'to-publish') return settled('so it is looked at by a second person anyway');
    const assignee = await assigneeOf(tx, to, by);
    if (!assignee.ok) return assignee;
    if (assignee.value === by.id)
      return refuse(409, 'OwnLook', 'You are the one who asks.', 'Choose somebody else, or anybody.', { field: 'to' });
    const seen = { ...seenAs('assignedTo', from), ...seenAs('lookBy', lookBy) };
    const change = { lookBy: by.id, assignedTo: assignee.value };
    const asked = await changeItem(tx, item.value, change, { action: 'queue.second-look', by, now, seen });
    if (!asked.ok || !text) return asked;
    const named =
      assignee.value === null
        ? undefined
        : await tx.select({ email: people.email }).from(people).where(eq(people.id, assignee.value)).get();
    const words = named ? `@${named.email} ${text}` : text;
    const noted = await addNote(within(db, tx), { id, text: words, about: 'case', claimId: null }, by, now);
    return noted.ok ? asked : noted;
  });
}

const isSettled = ({ home }: Item): boolean => home === 'settled' || home === 'done';

const settled = (so: string): Result<never> =>
  refuse(409, 'Settled', `Nothing waits for a decision there, ${so}.`, 'Choose something that waits.');

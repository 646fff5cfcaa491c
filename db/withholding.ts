import { type Instant, ok, type Result, refuse } from '@/lib/base';
import { type Actor, holds } from './actor';
import { endNotice, setNotice } from './notice-record';
import type { Database } from './open';
import type { Person } from './sessions';
import { verb } from './verb';

/**
 * Withholds the text of an article for legal reasons: from then on no page, no data, no feed, no search and no export has a word of it, the desk
 * included. What stays is a tombstone with the reason, the hashes, and the figures with what they count.
 *
 * The text stays sealed in the record instead of being deleted, for three reasons: the entry of the log that added the article holds the digest
 * of the whole row and the places of its quotes, and `verify` could prove neither without the words; an order that is lifted brings back what was
 * there, letter for letter; and backups made before would keep it anyway, where nobody could see that it must not be shown. Whoever has to
 * erase a text for good does that with the record and all its backups.
 */
export const withholdArticle = (
  db: Database,
  input: { id: string; reason: string },
  by: Actor,
  now: Instant,
): Promise<Result<{ id: string }>> =>
  verb(db, async (tx) => {
    const person = mayWithhold(by);
    if (!person.ok) return person;
    const noted = await setNotice(tx, { ...input, kind: 'withheld', day: null, url: null }, person.value, now);
    return noted.ok ? ok({ id: input.id }) : noted;
  });

/** Shows the text again, as it was. */
export const restoreArticle = (
  db: Database,
  input: { id: string; reason: string },
  by: Actor,
  now: Instant,
): Promise<Result<{ id: string }>> =>
  verb(db, async (tx) => {
    const person = mayWithhold(by);
    if (!person.ok) return person;
    const ended = await endNotice(tx, { ...input, kind: 'withheld' }, person.value, now);
    return ended.ok ? ok({ id: input.id }) : ended;
  });

function mayWithhold(by: Actor): Result<Person> {
  if (by.kind === 'person' && (holds(by.role, 'editor') || holds(by.role, 'admin'))) return ok(by);
  return refuse(403, 'Forbidden', 'Only an editor or an administrator withholds a text.', 'Ask one of them, and give them the reason.');
}

import { and, eq, isNull, ne } from 'drizzle-orm';
import { ok, type Result, refuse } from '@/lib/base';
import { type Actor, holds } from './actor';
import type { Reads } from './open';
import { people } from './schema';
import type { Person } from './sessions';

/** Whether an editor may sign in: then nobody else publishes. `author`: one who does not count, as nobody publishes their own ruling. */
export async function deskHasEditor(from: Reads, author: string | null = null): Promise<boolean> {
  const enabled = and(eq(people.role, 'editor'), isNull(people.disabledAt), ne(people.id, author ?? ''));
  return (await from.select({ id: people.id }).from(people).where(enabled).limit(1).get()) !== undefined;
}

/** Whoever does what an editor does: an editor, and where the desk has none any reviewer. 403 `Forbidden`, `EditorNeeded`. */
export async function asEditor(from: Reads, by: Actor): Promise<Result<Person>> {
  if (by.kind !== 'person' || !holds(by.role, 'reviewer'))
    return refuse(403, 'Forbidden', 'Only a reviewer does this.', 'Sign in as a reviewer.');
  if (by.role === 'editor' || !(await deskHasEditor(from))) return ok(by);
  return refuse(
    403,
    'EditorNeeded',
    'This desk has an editor, and then only an editor does this.',
    'Ask an editor, and give them the reason.',
  );
}

/** Whether somebody may decide between two opinions that differ: an editor, or whoever may rule where the desk has none. */
export async function isAdjudicator(from: Reads, personId: string): Promise<boolean> {
  const person = await from.select({ role: people.role }).from(people).where(eq(people.id, personId)).get();
  return person?.role === 'editor' || (person !== undefined && person.role !== 'reader' && !(await deskHasEditor(from)));
}

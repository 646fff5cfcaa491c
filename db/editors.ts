import { and, eq, isNull, not } from 'drizzle-orm';
import { ok, type Result, refuse } from '@/lib/base';
import { type Actor, holds } from './actor';
import type { Reads } from './open';
import { people } from './schema';
import type { Person } from './sessions';
import { isAmong } from './statement';

/**
 * Whether an editor may sign in: then nobody else publishes, decides and audits. `barred`: who do not count, as nobody publishes a ruling of
 * their own, decides about their own opinion, or on what they read by hand.
 */
export async function deskHasEditor(from: Reads, barred: Iterable<string> = []): Promise<boolean> {
  const enabled = and(eq(people.role, 'editor'), isNull(people.disabledAt), not(isAmong(people.id, [...barred])));
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

/** Whether somebody may decide between two opinions that differ: an editor, or whoever may rule where the desk has none but those who are barred. */
export async function isAdjudicator(from: Reads, personId: string, barred: Iterable<string> = []): Promise<boolean> {
  const person = await from.select({ role: people.role }).from(people).where(eq(people.id, personId)).get();
  return person?.role === 'editor' || (person !== undefined && person.role !== 'reader' && !(await deskHasEditor(from, barred)));
}

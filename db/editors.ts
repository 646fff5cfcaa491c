import { and, eq, isNull } from 'drizzle-orm';
import type { Reads } from './open';
import { people } from './schema';

/** Whether an editor may sign in: then nobody else publishes. */
export async function deskHasEditor(from: Reads): Promise<boolean> {
  const enabled = and(eq(people.role, 'editor'), isNull(people.disabledAt));
  return (await from.select({ id: people.id }).from(people).where(enabled).limit(1).get()) !== undefined;
}

/** Whether somebody may decide between two opinions that differ: an editor, or whoever may rule where the desk has none. */
export async function isAdjudicator(from: Reads, personId: string): Promise<boolean> {
  const person = await from.select({ role: people.role }).from(people).where(eq(people.id, personId)).get();
  return person?.role === 'editor' || (person !== undefined && person.role !== 'reader' && !(await deskHasEditor(from)));
}

import { and, eq, isNull } from 'drizzle-orm';
import type { Reads } from './open';
import { people } from './schema';

/** Whether an editor may sign in: then nobody else publishes. */
export async function deskHasEditor(from: Reads): Promise<boolean> {
  const enabled = and(eq(people.role, 'editor'), isNull(people.disabledAt));
  return (await from.select({ id: people.id }).from(people).where(enabled).limit(1).get()) !== undefined;
}

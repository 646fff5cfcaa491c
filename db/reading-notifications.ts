import { and, eq, isNull, lte, or } from 'drizzle-orm';
import { type Instant, ok, type Result } from '@/lib/base';
import type { Database } from './open';
import { notifications } from './schema';
import { unlogged } from './verb';

/** Marks what a person was told as read: one, or all up to an instant, which is what their page showed. Private, so it is no fact of the log. */
export function markRead(
  db: Database,
  personId: string,
  { id, until }: { id: string | null; until: Instant | null },
  now: Instant,
): Promise<Result<{ read: number }>> {
  return unlogged(db, async (tx) => {
    const which = or(id === null ? undefined : eq(notifications.id, id), until === null ? undefined : lte(notifications.at, until));
    if (which === undefined) return ok({ read: 0 });
    const own = and(eq(notifications.personId, personId), isNull(notifications.readAt), which);
    const marked = await tx.update(notifications).set({ readAt: now }).where(own).returning({ id: notifications.id });
    return ok({ read: marked.length });
  });
}

import { and, eq } from 'drizzle-orm';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import type { Followed } from './notification-tables';
import type { Database, Reads } from './open';
import { follows, measures, sources, speakers } from './schema';
import { unlogged } from './verb';

interface Following {
  kind: Followed;
  id: string;
  follow: boolean;
}

const CALLED: Record<Followed, string> = { measure: 'measure', source: 'outlet', speaker: 'speaker' };

/** Follows something, or follows it no more. Nobody else is told who follows what, so it is no fact of the log. 404 `NothingToFollow`. */
export function setFollow(
  db: Database,
  personId: string,
  { kind, id, follow }: Following,
  now: Instant,
): Promise<Result<{ follows: boolean }>> {
  return unlogged(db, async (tx) => {
    const table = { measure: measures, source: sources, speaker: speakers }[kind];
    if (!(await tx.select({ id: table.id }).from(table).where(eq(table.id, id)).get()))
      return refuse(404, 'NothingToFollow', `There is no ${CALLED[kind]} "${id}".`, 'Go to it from a list, and follow it there.');
    if (follow) await tx.insert(follows).values({ personId, kind, id, since: now }).onConflictDoNothing();
    else await tx.delete(follows).where(own(personId, kind, id));
    return ok({ follows: follow });
  });
}

export const isFollowed = async (from: Reads, personId: string, kind: Followed, id: string): Promise<boolean> =>
  (await from
    .select({ id: follows.id })
    .from(follows)
    .where(own(personId, kind, id))
    .get()) !== undefined;

const own = (personId: string, kind: Followed, id: string) =>
  and(eq(follows.personId, personId), eq(follows.kind, kind), eq(follows.id, id));

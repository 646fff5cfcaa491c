import { and, eq, type SQL, sql } from 'drizzle-orm';
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
    else await tx.delete(follows).where(told(personId, kind, id));
    return ok({ follows: follow });
  });
}

export const isFollowed = async (from: Reads, personId: string, kind: Followed, id: string): Promise<boolean> =>
  (await from
    .select({ id: follows.id })
    .from(follows)
    .where(told(personId, kind, id))
    .get()) !== undefined;

/** By what somebody is told of it: that they follow it, or something that it stands for since a merge. */
const told = (personId: string, kind: Followed, id: string) =>
  and(eq(follows.personId, personId), eq(follows.kind, kind), IS_ONE[kind](id));

const standing = (table: SQL, id: string): SQL =>
  sql`${follows.id} IN (SELECT s.id FROM ${table} s JOIN ${table} o ON o.id = ${id} AND coalesce(s.standing_id, s.id) = coalesce(o.standing_id, o.id))`;
const IS_ONE: Record<Followed, (id: string) => SQL> = {
  measure: (id) => sql`(${follows.id} = ${id} OR ${follows.id} IN (SELECT m.id FROM measures m WHERE m.successor_id = ${id}))`,
  source: (id) => standing(sql`sources`, id),
  speaker: (id) => standing(sql`speakers`, id),
};

import { and, eq, sql } from 'drizzle-orm';
import type { Reads, Tx } from './open';
import { acts } from './schema';
import { send, words } from './statement';

export type Act = typeof acts.$inferSelect;
export type { Change } from './queue-table';

/** Written with the entries of the log that they are of. */
export function writeActs(tx: Tx, made: readonly Act[]): void {
  if (made.length === 0) return;
  const rows = made.map((act) => [
    ...[act.seq, act.by, act.action, act.subject, act.at, act.under, act.undoes],
    ...[act.before, act.after].map((change) => (change === null ? null : JSON.stringify(change))),
  ]);
  send(
    tx,
    words`INSERT INTO acts (seq, "by", action, subject, at, under, undoes, "before", "after")
      SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8
      FROM json_each(${JSON.stringify(rows)})`,
  );
}

/** The id of what an act was about: "case:k3v9m2qd4x" is about k3v9m2qd4x. */
export const itemOf = ({ subject }: Pick<Act, 'subject'>): string => subject.slice(subject.indexOf(':') + 1);

export const loadAct = async (from: Reads, seq: number): Promise<Act | null> =>
  (await from.select().from(acts).where(eq(acts.seq, seq)).get()) ?? null;

export const UNDO = 'acts.undo';

/** Whether an act took another back; one that took such an act back did again what that was about. */
export async function takesBack(from: Reads, act: Pick<Act, 'action' | 'undoes'>): Promise<boolean> {
  const of = act.action === UNDO && act.undoes !== null ? await loadAct(from, act.undoes) : null;
  return of !== null && !(await takesBack(from, of));
}

/** What was done as parts of an act, the last first. */
export const partsOf = (from: Reads, seq: number): Promise<Act[]> =>
  from.select().from(acts).where(eq(acts.under, seq)).orderBy(sql`${acts.seq} DESC`);

/** The act that took this one back, or took back the whole that it was a part of; null while it stands. */
export async function undoingOf(from: Reads, { seq, under }: Pick<Act, 'seq' | 'under'>): Promise<Act | null> {
  for (const one of [seq, under]) {
    const found = one === null ? undefined : await from.select().from(acts).where(eq(acts.undoes, one)).get();
    if (found) return found;
  }
  return null;
}

/** The act of one person at one instant: what a request that was just answered did. */
export async function actAt(from: Reads, by: string, action: string, at: string): Promise<Act | null> {
  const [last] = await from
    .select()
    .from(acts)
    .where(and(eq(acts.by, by), eq(acts.at, at), eq(acts.action, action)))
    .orderBy(sql`${acts.seq} DESC`)
    .limit(1);
  return last ?? null;
}

import { and, eq, isNull } from 'drizzle-orm';
import { newId } from './ids';
import { WHAT, type What } from './notification-kinds';
import { isOff } from './notification-settings';
import type { Reads, Tx } from './open';
import { insertRows } from './rows';
import { notifications, people, settings } from './schema';
import { among, isAmong, send, words } from './statement';

/** Something that somebody is told of. `subject`: "case:k3v9m2qd4x". */
export interface News {
  to: string;
  what: What;
  subject: string;
  at: string;
}

/**
 * Tells people what happened, in the transaction in which it does, as each of them has it set: whoever may not sign in, and whoever wants to hear of it
 * neither way, is told nothing. What somebody was told of the same thing and has not read yet is replaced. `but`: who did it, who knows.
 */
export async function notify(tx: Tx, all: readonly News[], but: string | null): Promise<void> {
  const told = new Map(all.filter(({ to }) => to !== but).map((one) => [`${one.to} ${one.what} ${one.subject}`, one]));
  if (told.size === 0) return;
  const wishes = await wishesOf(
    tx,
    [...told.values()].map(({ to }) => to),
  );
  const rows = [...told.values()].flatMap(({ to, what, subject, at }) => {
    const wish = wishes.get(to);
    const { kind } = WHAT[what];
    if (!wish || (isOff(wish, 'app', kind) && isOff(wish, 'mail', kind))) return [];
    const ways = { inApp: !isOff(wish, 'app', kind), byMail: !isOff(wish, 'mail', kind) };
    return [{ id: newId(), personId: to, what, subject, at, ...ways, readAt: null, sentAt: null }];
  });
  if (rows.length === 0) return;
  const same = JSON.stringify(rows.map(({ personId, what, subject }) => [personId, what, subject]));
  send(
    tx,
    words`DELETE FROM notifications WHERE read_at IS NULL AND (person_id, what, subject) IN (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${same}))`,
  );
  await insertRows(tx, notifications, rows);
}

/** Takes back, unread, that an opinion is asked for on these cases: it is no more, or somebody else is asked. */
export const unask = (tx: Tx, caseIds: readonly string[]): void =>
  send(
    tx,
    words`DELETE FROM notifications WHERE subject IN ${among(caseIds.map((id) => `case:${id}`))} AND what IN ('second', 'third') AND read_at IS NULL`,
  );

/** What those of these people who may sign in have set; empty where they set nothing. */
async function wishesOf(from: Reads, ids: readonly string[]): Promise<Map<string, unknown>> {
  const rows = await from
    .select({ id: people.id, value: settings.value })
    .from(people)
    .leftJoin(settings, and(eq(settings.personId, people.id), eq(settings.name, 'notifications')))
    .where(and(isAmong(people.id, new Set(ids)), isNull(people.disabledAt)));
  return new Map(rows.map(({ id, value }) => [id, value ?? {}]));
}

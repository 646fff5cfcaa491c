import { and, asc, eq, isNull } from 'drizzle-orm';
import { type Instant, ok, type Result } from '@/lib/base';
import type { Mail } from './mail';
import { type NotificationLine, notificationLines } from './notification-lines';
import type { Database, Reads } from './open';
import { meta, notifications, people } from './schema';
import { isAmong, send, words } from './statement';
import { unlogged } from './verb';

/** What carries letters, as far as a digest needs it: whoever awaits `send` is told false where one could not be sent. */
export interface Carrier {
  site: string;
  send(mail: Mail): unknown;
}

/** What became of a digest. `failed`: letters that could not be sent; what they would have said goes with the next. */
export interface Digested {
  letters: number;
  failed: number;
}

const LAST = 'digest_at';
const DAY_MS = 24 * 60 * 60_000;
/** So long what somebody was told is kept. */
const KEPT_MS = 180 * DAY_MS;

/**
 * Sends each person one letter with what they were told since the last and have not read in the app. With `daily`, only where the last digest is a day
 * ago: several processes that look at the clock send one. A person who may not sign in any more gets none, and one of the demo has no mailbox.
 */
export async function sendDigests(db: Database, carrier: Carrier, now: Instant, daily = false): Promise<Result<Digested>> {
  const begun = await begin(db, now, daily);
  if (!begun.ok || !begun.value) return begun.ok ? ok({ letters: 0, failed: 0 }) : begun;
  const done: Digested = { letters: 0, failed: 0 };
  for (const { email, ids, lines } of await waiting(db.read)) {
    if ((await carrier.send(digestLetter(email, lines, carrier.site))) === false) {
      done.failed += 1;
      continue;
    }
    done.letters += 1;
    const sent = await unlogged(db, async (tx) => {
      await tx.update(notifications).set({ sentAt: now }).where(isAmong(notifications.id, ids));
      return ok(null);
    });
    if (!sent.ok) return sent;
  }
  return ok(done);
}

/** Notes that a digest begins, and lets go what is too old to be told; false where it is not due. */
const begin = (db: Database, now: Instant, daily: boolean): Promise<Result<boolean>> =>
  unlogged(db, async (tx) => {
    const last = await tx.select({ at: meta.value }).from(meta).where(eq(meta.key, LAST)).get();
    if (daily && last && Date.parse(now) - Date.parse(last.at) < DAY_MS) return ok(false);
    send(tx, words`INSERT INTO meta (key, value) VALUES (${LAST}, ${now}) ON CONFLICT (key) DO UPDATE SET value = excluded.value`);
    const old = new Date(Date.parse(now) - KEPT_MS).toISOString();
    send(tx, words`DELETE FROM notifications WHERE at < ${old}`);
    return ok(true);
  });

interface Waiting {
  email: string;
  ids: string[];
  lines: NotificationLine[];
}

async function waiting(from: Reads): Promise<Waiting[]> {
  const rows = await from
    .select({ email: people.email, row: notifications })
    .from(notifications)
    .innerJoin(people, and(eq(people.id, notifications.personId), isNull(people.disabledAt), eq(people.demo, false)))
    .where(and(eq(notifications.byMail, true), isNull(notifications.sentAt), isNull(notifications.readAt)))
    .orderBy(asc(people.email), asc(notifications.at), asc(notifications.id));
  const byPerson = new Map<string, typeof rows>();
  for (const one of rows) byPerson.set(one.email, [...(byPerson.get(one.email) ?? []), one]);
  const all: Waiting[] = [];
  for (const [email, own] of byPerson) {
    const told = own.map(({ row }) => row);
    all.push({ email, ids: told.map(({ id }) => id), lines: await notificationLines(from, told) });
  }
  return all;
}

/** So many things are told one by one; a letter is read, or it is not. */
const MOST_TOLD = 50;

const digestLetter = (to: string, lines: readonly NotificationLine[], site: string): Mail => ({
  to,
  subject: lines.length === 1 ? 'Countercheck: one thing that concerns you' : `Countercheck: ${lines.length} things that concern you`,
  text: `${lines
    .slice(0, MOST_TOLD)
    .map(({ words: said, title, path, at }) => `${at.slice(0, 10)}  ${said}: ${title}\n            ${site}${path}`)
    .join('\n\n')}
${lines.length > MOST_TOLD ? `\nand ${lines.length - MOST_TOLD} more, in the app.\n` : ''}
All of it, and what you follow: ${site}/review/notifications
What you are told, and how, is yours to choose: ${site}/review/settings
`,
});

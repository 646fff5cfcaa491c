import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Instant } from '@/lib/base';
import { WHAT, type What } from '../notification-kinds';
import type { Followed } from '../notification-tables';
import type { Reads } from '../open';
import { follows, notifications } from '../schema';
import { said } from '../shown-article';
import { among, ask, words } from '../statement';

/** One thing that somebody was told, in words, with the page of the desk that it leads to. */
export interface NotificationLine {
  id: string;
  what: What;
  words: string;
  /** What it is about, by the name it has today. */
  title: string;
  path: string;
  at: Instant;
  read: boolean;
}

/** As many as a page shows. */
const MOST = 100;

/** What a person was told in the app, the latest first. */
export async function readNotifications(from: Reads, personId: string): Promise<NotificationLine[]> {
  const rows = await from
    .select()
    .from(notifications)
    .where(and(eq(notifications.personId, personId), eq(notifications.inApp, true)))
    .orderBy(desc(notifications.at), desc(notifications.id))
    .limit(MOST);
  return notificationLines(from, rows);
}

/** The same for any rows: a digest says what the list does. */
export async function notificationLines(
  from: Reads,
  rows: readonly Pick<typeof notifications.$inferSelect, 'id' | 'what' | 'subject' | 'at' | 'readAt'>[],
): Promise<NotificationLine[]> {
  const titles = await titlesOf(
    from,
    rows.map(({ subject }) => subject),
  );
  return rows.map(({ id, what, subject, at, readAt }) => ({
    ...{ id, what, at, read: readAt !== null, words: WHAT[what].words },
    ...{ title: titles.get(subject) ?? 'Something that is not there any more', path: pathOf(subject) },
  }));
}

/** How many a person has not read. */
export async function unreadCount(from: Reads, personId: string): Promise<number> {
  const unread = and(eq(notifications.personId, personId), eq(notifications.inApp, true), isNull(notifications.readAt));
  return from.$count(notifications, unread);
}

/** Something that a person follows. */
interface FollowLine {
  kind: Followed;
  id: string;
  title: string;
  path: string;
}

/** What a person follows, what they followed last first. */
export async function readFollows(from: Reads, personId: string): Promise<FollowLine[]> {
  const rows = await from.select().from(follows).where(eq(follows.personId, personId)).orderBy(desc(follows.since), asc(follows.id));
  const titles = await titlesOf(
    from,
    rows.map(({ kind, id }) => `${kind}:${id}`),
  );
  return rows.map(({ kind, id }) => ({ kind, id, title: titles.get(`${kind}:${id}`) ?? id, path: pathOf(`${kind}:${id}`) }));
}

const PATHS: Record<string, (id: string) => string> = {
  case: (id) => `/review/cases/${id}`,
  measure: (id) => `/review/measures/${id}/edit`,
  article: (id) => `/review/articles/${id}`,
  claim: (id) => `/review/claims/${id}`,
  source: (id) => `/review/sources/${id}`,
  speaker: (id) => `/review/speakers/${id}`,
};

function pathOf(subject: string): string {
  const [kind = '', id = ''] = subject.split(':');
  return PATHS[kind]?.(id) ?? '/review';
}

/** What things are called today. */
async function titlesOf(from: Reads, subjects: readonly string[]): Promise<Map<string, string>> {
  if (subjects.length === 0) return new Map();
  const rows = await ask<{ subject: string; title: string }>(
    from,
    words`WITH asked (subject) AS ${among(subjects)}
      SELECT subject, m.title AS title FROM asked JOIN cases c ON c.id = substr(subject, 6) AND subject LIKE 'case:%' JOIN measures m ON m.id = c.measure_id
      UNION ALL SELECT subject, m.title FROM asked JOIN measures m ON m.id = substr(subject, 9) WHERE subject LIKE 'measure:%'
      UNION ALL SELECT subject, coalesce(${said('title', 'a')}, s.name, 'An article') FROM asked JOIN articles a ON a.id = substr(subject, 9)
        LEFT JOIN sources s ON s.id = a.source_id WHERE subject LIKE 'article:%'
      UNION ALL SELECT subject, k.text FROM asked JOIN claims k ON k.id = substr(subject, 7) WHERE subject LIKE 'claim:%'
      UNION ALL SELECT subject, s.name FROM asked JOIN sources s ON s.id = substr(subject, 8) WHERE subject LIKE 'source:%'
      UNION ALL SELECT subject, s.name FROM asked JOIN speakers s ON s.id = substr(subject, 9) WHERE subject LIKE 'speaker:%'`,
  );
  return new Map(rows.map(({ subject, title }) => [subject, title]));
}

import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { type NotificationLine, notificationLines, pathOf } from '../notification-lines';
import type { Followed } from '../notification-tables';
import type { Reads } from '../open';
import { follows, notifications } from '../schema';
import { titlesOf } from '../titles';

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

import type { Instant } from '@/lib/base';
import { WHAT, type What } from './notification-kinds';
import type { notifications } from './notification-tables';
import type { Reads } from './open';
import { titlesOf } from './titles';

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

/** What was told, in words: the list at the desk and a digest by mail say the same. */
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

const PATHS: Record<string, (id: string) => string> = {
  case: (id) => `/review/cases/${id}`,
  measure: (id) => `/review/measures/${id}/edit`,
  article: (id) => `/review/articles/${id}`,
  claim: (id) => `/review/claims/${id}`,
  source: (id) => `/review/sources/${id}`,
  speaker: (id) => `/review/speakers/${id}`,
};

/** The page of the desk that is about a subject (“case:k3v9m2qd4x”). */
export function pathOf(subject: string): string {
  const [kind = '', id = ''] = subject.split(':');
  return PATHS[kind]?.(id) ?? '/review';
}

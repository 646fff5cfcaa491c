import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ROLES } from './actor';

/** What can be noted on an article after it was read. */
const NOTICE_KINDS = ['retracted', 'withheld'] as const;

/** One notice on an article. It is written once, and ended once where it is taken back; both are facts. */
export const articleNotices = sqliteTable('article_notices', {
  id: text('id').primaryKey(),
  seq: integer('seq').notNull(),
  articleId: text('article_id').notNull(),
  kind: text('kind', { enum: NOTICE_KINDS }).notNull(),
  /** When and where its source took it back; null of what is withheld, and where the source says so nowhere. */
  day: text('day'),
  url: text('url'),
  reason: text('reason').notNull(),
  by: text('by').notNull(),
  /** The role at the time of the act: pages show it for good. */
  byRole: text('by_role', { enum: ROLES }).notNull(),
  at: text('at').notNull(),
  endedSeq: integer('ended_seq'),
  endedReason: text('ended_reason'),
  endedBy: text('ended_by'),
  endedByRole: text('ended_by_role', { enum: ROLES }),
  endedAt: text('ended_at'),
});

import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What can be followed. */
export const FOLLOWED = ['measure', 'source', 'speaker'] as const;
export type Followed = (typeof FOLLOWED)[number];

/** Private, and no fact of the log, like settings. */
export const follows = sqliteTable(
  'follows',
  {
    personId: text('person_id').notNull(),
    kind: text('kind', { enum: FOLLOWED }).notNull(),
    id: text('id').notNull(),
    since: text('since').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.kind, t.id] }), index('follows_by_id').on(t.id)],
);

/** What a person is told. It names what happened and what to, and none of its words: those are read where their reader may see them. */
export const notifications = sqliteTable(
  'notifications',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    what: text('what').$type<import('./notification-kinds').What>().notNull(),
    /** "case:k3v9m2qd4x" */
    subject: text('subject').notNull(),
    at: text('at').notNull(),
    /** Shown in the app, and carried by the next digest: as the person had it set then. */
    inApp: integer('in_app', { mode: 'boolean' }).notNull(),
    byMail: integer('by_mail', { mode: 'boolean' }).notNull(),
    readAt: text('read_at'),
    sentAt: text('sent_at'),
  },
  (t) => [index('notifications_by_person').on(t.personId, t.at), index('notifications_by_subject').on(t.subject)],
);

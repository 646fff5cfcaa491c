import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What a person set for themselves, by name: private, and no fact of the log. */
export const settings = sqliteTable(
  'settings',
  {
    personId: text('person_id').notNull(),
    name: text('name', { enum: ['keys', 'notifications'] }).notNull(),
    value: text('value', { mode: 'json' })
      .$type<import('@/lib/keys').KeySettings | import('./notification-settings').NotificationSettings>()
      .notNull(),
    changedAt: text('changed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.name] })],
);

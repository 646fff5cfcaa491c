import { index, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';

/** Tables of the desk that say nothing about figures: what people type, how they are signed in, what is set. Part of the schema in schema.ts. */
const json = (name: string) => text(name, { mode: 'json' });

/** What administrators set for the whole desk, by name. What is not set is as the code says. */
export const deskSettings = sqliteTable('desk_settings', { name: text('name').primaryKey(), value: text('value').notNull() });

export const sessions = sqliteTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    revokedAt: text('revoked_at'),
    network: text('network'),
    agent: text('agent'),
  },
  (t) => [index('sessions_by_person').on(t.personId)],
);

export const signInFailures = sqliteTable('sign_in_failures', { bucket: text('bucket').notNull(), at: text('at').notNull() });

export const drafts = sqliteTable(
  'drafts',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    form: text('form').notNull(),
    fields: json('fields').$type<Record<string, string | string[]>>().notNull(),
    refusal: json('refusal').$type<import('@/lib/base').Refusal>(),
    savedAt: text('saved_at').notNull(),
  },
  (t) => [unique().on(t.personId, t.form)],
);

import { integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';

/** What a speaker is: a person, a body, or a role that names nobody ("police", "officials") and is another one in each article. */
export const SPEAKER_KINDS = ['person', 'body', 'role'] as const;

/** Outlets and agencies, one row for each name; those that people merged are the aliases of the one they stand for. */
export const sources = sqliteTable('sources', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  nameKey: text('name_key').notNull().unique(),
  createdAt: text('created_at').notNull(),
  /** The outlet it was merged into, and the one that stands for it at the end of that way; null where it stands by itself. */
  intoId: text('into_id'),
  standingId: text('standing_id'),
  /** 0 until a person changes it. */
  revision: integer('revision').notNull().default(0),
});

/**
 * Whoever articles say said something, one row for each name; made when a name is first seen. A short name ("Luo") is told by the post beside it as
 * well. Names that people merged keep their rows: those are the aliases of the one they stand for.
 */
export const speakers = sqliteTable(
  'speakers',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    /** The post that tells a short name apart; empty where the name does by itself. */
    roleKey: text('role_key').notNull(),
    role: text('role'),
    kind: text('kind', { enum: SPEAKER_KINDS }).notNull(),
    /** The speaker it was merged into, and the one that stands for it at the end of that way; null where it stands by itself. */
    intoId: text('into_id'),
    standingId: text('standing_id'),
    /** 0 until a person changes it. */
    revision: integer('revision').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (t) => [unique().on(t.nameKey, t.roleKey)],
);

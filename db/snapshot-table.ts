import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Texts that were stored later for the address of an article: its snapshots from the second on. Append-only. */
export const articleSnapshots = sqliteTable('article_snapshots', {
  articleId: text('article_id').primaryKey(),
  /** The article whose text is the first one. */
  firstId: text('first_id').notNull(),
  number: integer('number').notNull(),
  seq: integer('seq').notNull(),
  at: text('at').notNull(),
});

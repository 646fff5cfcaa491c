import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The lowest passages of each article: those that share most with a new one are looked up here. Worked out from the text, and never a fact. */
export const passages = sqliteTable('passages', { hash: integer('hash').notNull(), articleId: text('article_id').notNull() }, (t) => [
  primaryKey({ columns: [t.hash, t.articleId] }),
]);

/** The first of the articles that each is a reprint of, itself where it is none; and all the passages kept of it. Worked out, too. */
export const articleOrigins = sqliteTable(
  'article_origins',
  {
    articleId: text('article_id').primaryKey(),
    originId: text('origin_id').notNull(),
    passages: blob('passages', { mode: 'buffer' }).notNull(),
  },
  (t) => [index('article_origins_by_origin').on(t.originId)],
);

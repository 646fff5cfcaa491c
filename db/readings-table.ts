import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

const json = (name: string) => text(name, { mode: 'json' });

/**
 * The later readings of an article, each beside those before it. The first stands in the article itself; the last is that of today. What
 * an article says today is its claims that no reading superseded.
 */
export const readings = sqliteTable(
  'readings',
  {
    articleId: text('article_id').notNull(),
    /** 1 for the first reading after the one the article came in with. */
    revision: integer('revision').notNull(),
    seq: integer('seq').notNull(),
    engine: text('engine').notNull(),
    state: text('state', { enum: ['read', 'not-read'] }).notNull(),
    doubts: json('doubts').$type<import('@/lib/quantity').Doubt[]>().notNull(),
    /** Claims that came with it. */
    added: json('added').$type<string[]>().notNull(),
    /** Claims that nobody judged and that it does not read any more, or reads otherwise: then `by` stands in their place. */
    superseded: json('superseded').$type<{ claim: string; by: string | null }[]>().notNull(),
    readAt: text('read_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.articleId, t.revision] })],
);

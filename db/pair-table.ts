import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { PAIR_SUBJECTS } from '@/lib/measure';
import { ROLES } from './actor';

/**
 * What people said of two claims, word after word. Of each person the last word on a pair counts, unless it was taken back; `a` comes before
 * `b`.
 */
export const pairJudgements = sqliteTable('pair_judgements', {
  id: text('id').primaryKey(),
  /** The entry of the log that made it. */
  seq: integer('seq').notNull(),
  /** What was asked of the two. */
  about: text('about', { enum: PAIR_SUBJECTS }).notNull(),
  a: text('a').notNull(),
  b: text('b').notNull(),
  word: text('word', { enum: ['same', 'different', 'unsure', 'taken-back'] }).notNull(),
  reason: text('reason'),
  /** Whose word it is. */
  person: text('person').notNull(),
  /** Who said it or took it back: an administrator may take back the word of another. */
  by: text('by').notNull(),
  /** The role at the time of the act. */
  byRole: text('by_role', { enum: ROLES }).notNull(),
  at: text('at').notNull(),
});

/** Claims of two measures that the engine finds alike enough for somebody to look. Worked out from the claims, and never a fact. */
export const suggestions = sqliteTable(
  'suggestions',
  { a: text('a').notNull(), b: text('b').notNull(), score: real('score').notNull() },
  (t) => [primaryKey({ columns: [t.a, t.b] })],
);

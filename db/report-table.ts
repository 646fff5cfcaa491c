import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ROLES } from './actor';

/** What a reader says is wrong, missing, or their side of it. */
export const REPORT_KINDS = ['error', 'missing', 'reply', 'other'] as const;
/** What became of it: something was corrected or added, it was looked at and stands, or it was not for us. */
export const REPORT_OUTCOMES = ['corrected', 'added', 'kept', 'not-ours'] as const;

/** What readers say of pages: said once, answered once. */
export const reports = sqliteTable('reports', {
  id: text('id').primaryKey(),
  /** SHA-256 of the code that its sender was given. */
  codeHash: text('code_hash').notNull().unique(),
  /** The path of the page. */
  about: text('about').notNull(),
  kind: text('kind', { enum: REPORT_KINDS }).notNull(),
  words: text('words').notNull(),
  /** How to reach its sender, where they said so: for whoever answers, and nobody else. */
  contact: text('contact'),
  createdAt: text('created_at').notNull(),
  outcome: text('outcome', { enum: REPORT_OUTCOMES }),
  answer: text('answer'),
  answeredBy: text('answered_by'),
  /** The role at the time of the act: the receipt shows it for good. */
  answeredByRole: text('answered_by_role', { enum: ROLES }),
  answeredAt: text('answered_at'),
});

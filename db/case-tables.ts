import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ROLES } from './actor';

const json = (name: string) => text(name, { mode: 'json' });

/** The handling of a measure's conflict: what the engine says of it, and a copy of the state that its events tell. */
export const cases = sqliteTable('cases', {
  id: text('id').primaryKey(),
  measureId: text('measure_id').notNull(),
  state: text('state').$type<import('@/lib/adjudication').CaseState>().notNull(),
  revision: integer('revision').notNull(),
  severity: text('severity', { enum: ['high', 'normal'] }).notNull(),
  confidence: real('confidence').notNull(),
  explanation: text('explanation').notNull(),
  possibleReasons: json('possible_reasons').$type<string[]>().notNull(),
  positions: json('positions').$type<import('@/lib/conflict').Position[]>().notNull(),
  others: json('others').$type<string[]>().notNull(),
  openedAt: text('opened_at').notNull(),
  changedAt: text('changed_at').notNull(),
  /** Whose opinions it has in a blind review: one waits for another, two differ. A copy of what its events tell. */
  opinionsBy: json('opinions_by').$type<string[]>().notNull().default([]),
});

export const caseEvents = sqliteTable(
  'case_events',
  {
    caseId: text('case_id').notNull(),
    revision: integer('revision').notNull(),
    seq: integer('seq').notNull(),
    body: json('body').$type<import('@/lib/adjudication').CaseEvent>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.revision] })],
);

export const rulings = sqliteTable('rulings', {
  id: text('id').primaryKey(),
  caseId: text('case_id').notNull(),
  by: text('by').notNull(),
  /** The role at the time of the act: pages show it for good. */
  byRole: text('by_role', { enum: ROLES }).notNull(),
  at: text('at').notNull(),
  verdicts: json('verdicts').$type<import('@/lib/adjudication').Verdict[]>().notNull(),
  accepted: integer('accepted'),
  reasonCode: text('reason_code').$type<import('@/lib/adjudication').ReasonCode>().notNull(),
  rationale: text('rationale').notNull(),
  evidence: json('evidence').$type<import('@/lib/adjudication').Evidence[]>().notNull(),
  noEvidence: integer('no_evidence', { mode: 'boolean' }).notNull(),
  positions: json('positions').$type<string[][]>().notNull(),
  /** Null in rulings of before it was asked, and where their authors did not say. */
  certainty: text('certainty').$type<import('@/lib/adjudication').Certainty>(),
  dissent: text('dissent'),
});

export const publications = sqliteTable('publications', {
  id: text('id').primaryKey(),
  caseId: text('case_id').notNull(),
  rulingId: text('ruling_id').notNull(),
  kind: text('kind', { enum: ['publication', 'correction'] }).notNull(),
  notice: text('notice'),
  by: text('by').notNull(),
  /** The role at the time of the act: pages show it for good. */
  byRole: text('by_role', { enum: ROLES }).notNull(),
  at: text('at').notNull(),
});

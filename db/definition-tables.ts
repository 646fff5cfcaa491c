import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ROLES } from './actor';

const named = () => ({
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  nameKey: text('name_key').notNull().unique(),
  /** The wider one that it is part of. */
  parentId: text('parent_id'),
  createdAt: text('created_at').notNull(),
});

/** What measures are about, and where: both are made when a definition first names them. */
export const topics = sqliteTable('topics', named());
export const places = sqliteTable('places', named());

/** What people say a measure is. Null is what nobody said: title, unit and aggregation are then those of its claims. */
export const measureDefinitions = sqliteTable('measure_definitions', {
  measureId: text('measure_id').primaryKey(),
  revision: integer('revision').notNull(),
  title: text('title'),
  unit: text('unit'),
  aggregation: text('aggregation', { enum: ['fixed', 'running', 'level', 'flow', 'rate'] }),
  counts: text('counts'),
  countsNot: text('counts_not'),
  addsUp: text('adds_up'),
  /** Days after which a published answer is due to be looked at again. */
  reviewDays: integer('review_days'),
  /** Ids. */
  topics: text('topics', { mode: 'json' }).$type<string[]>().notNull(),
  places: text('places', { mode: 'json' }).$type<string[]>().notNull(),
  changedAt: text('changed_at').notNull(),
});

/** What people did to speakers, outlets and measures, with what stood before and after; append-only. The log has a digest of each. */
export const revisions = sqliteTable(
  'revisions',
  {
    /** "speaker:ID", "source:ID", "measure:ID" */
    subject: text('subject').notNull(),
    revision: integer('revision').notNull(),
    /** The entry of the log that made it. */
    seq: integer('seq').notNull(),
    act: text('act').notNull(),
    before: text('before', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    after: text('after', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    reason: text('reason'),
    by: text('by').notNull(),
    /** The role at the time of the act. */
    byRole: text('by_role', { enum: ROLES }).notNull(),
    at: text('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.subject, t.revision] })],
);

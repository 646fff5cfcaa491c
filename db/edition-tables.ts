import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What readers could see of a measure from one moment to the next, by number. Append-only. */
export const editions = sqliteTable(
  'editions',
  {
    measureId: text('measure_id').notNull(),
    number: integer('number').notNull(),
    at: text('at').notNull(),
    /** The entry of the log up to which it was worked out. */
    seq: integer('seq').notNull(),
  },
  (t) => [primaryKey({ columns: [t.measureId, t.number] })],
);

/** The parts of an edition that are other than in the one before; null for what is gone from then on. Append-only. */
export const editionParts = sqliteTable(
  'edition_parts',
  {
    measureId: text('measure_id').notNull(),
    part: text('part').notNull(),
    number: integer('number').notNull(),
    body: text('body'),
  },
  (t) => [primaryKey({ columns: [t.measureId, t.part, t.number] })],
);

/** Measures whose next edition is worked out after the act: they are too large to wait for. `seq` is the entry that touched them last. */
export const editionsOwed = sqliteTable('editions_owed', { measureId: text('measure_id').primaryKey(), seq: integer('seq').notNull() });

import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ROLES } from './actor';

const json = (name: string) => text(name, { mode: 'json' });

/** What a person can say otherwise of a claim. "figure": the words selected, and all that was read from them. */
export type HandField = 'figure' | 'speaker' | 'asOf' | 'scope' | 'noun';

/**
 * What people read in an article, beside what the machine read. Each row is one act and keeps what stood before and what stands after it:
 * the first `before` of a claim is the machine's reading, null where a person added the claim; the last `reading` is what the claim says today.
 */
export const handReadings = sqliteTable(
  'hand_readings',
  {
    claimId: text('claim_id').notNull(),
    /** 1 for the first act on the claim; a claim without any is at 0. */
    revision: integer('revision').notNull(),
    seq: integer('seq').notNull(),
    act: text('act', { enum: ['added', 'corrected', 'taken-back'] }).notNull(),
    /** The revision that was taken back. */
    takesBack: integer('takes_back'),
    changed: json('changed').$type<HandField[]>().notNull(),
    before: json('before').$type<import('./hand-columns').ReadColumns>(),
    reading: json('reading').$type<import('./hand-columns').ReadColumns>().notNull(),
    /** The words that were selected; null where none were. */
    selected: json('selected').$type<import('@/lib/base').Span>(),
    /** The version of the reader that read them. */
    engine: text('engine').notNull(),
    reason: text('reason'),
    by: text('by').notNull(),
    /** The role at the time of the act: pages show it for good. */
    byRole: text('by_role', { enum: ROLES }).notNull(),
    at: text('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.claimId, t.revision] }), index('hand_readings_by_seq').on(t.seq)],
);

import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What of a case a note is about: the whole of it, or one field of its form or of what it rests on. */
export const NOTE_FIELDS = ['case', 'verdict', 'reason', 'rationale', 'measure', 'claim'] as const;

/** What people of the desk write to each other beside a case. It is never public. */
export const notes = sqliteTable('notes', {
  id: text('id').primaryKey(),
  caseId: text('case_id').notNull(),
  about: text('about', { enum: NOTE_FIELDS }).notNull(),
  /** Of a note on a claim that claim; of one on a verdict a claim of the position, since letters move when positions do. */
  claimId: text('claim_id'),
  by: text('by').notNull(),
  at: text('at').notNull(),
  /** Null while it is open. */
  resolvedAt: text('resolved_at'),
  resolvedBy: text('resolved_by'),
});

/** Its words, one row for each time they were written. Whom they name stands in them by id: "@{k3v9m2qd4x}". Append-only. */
export const noteVersions = sqliteTable(
  'note_versions',
  {
    noteId: text('note_id').notNull(),
    version: integer('version').notNull(),
    text: text('text').notNull(),
    at: text('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.noteId, t.version] })],
);

/** Whom a note names, and when they marked it as seen: private, and no fact of the log. */
export const mentions = sqliteTable(
  'mentions',
  {
    personId: text('person_id').notNull(),
    noteId: text('note_id').notNull(),
    at: text('at').notNull(),
    seenAt: text('seen_at'),
  },
  (t) => [primaryKey({ columns: [t.personId, t.noteId] })],
);

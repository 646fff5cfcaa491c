import { asc, eq } from 'drizzle-orm';
import { isBlind } from '@/lib/adjudication';
import { digestOf } from '@/lib/audit';
import { loadCase } from './case-record';
import type { Reads } from './open';
import { reviewOf } from './review-mode';
import { notes, noteVersions } from './schema';

export type NoteRow = typeof notes.$inferSelect;
export type NoteVersion = typeof noteVersions.$inferSelect;

/** What can be done with a note, as the log names it. */
export const NOTE_ACTS = { added: 'notes.add', edited: 'notes.edit', resolved: 'notes.resolve', reopened: 'notes.reopen' } as const;

export const noteSubject = (id: string): string => `note:${id}`;

export const isNoteSubject = (subject: string): boolean => subject.startsWith(noteSubject(''));

/** What the log keeps of the words of a note: a digest that binds them to the note, its author and what it is about. */
export const versionDigest = ({ id, caseId, about, claimId, by }: NoteRow, { version, text, at }: NoteVersion): string =>
  digestOf({ id, caseId, about, claimId, by, version, text, at });

/** And of whether it is resolved. */
export const standingDigest = ({ id, resolvedAt, resolvedBy }: NoteRow): string => digestOf({ id, resolvedAt, resolvedBy });

/** A note with its words, the first version first; null where there is none. */
export async function loadNote(from: Reads, id: string): Promise<{ row: NoteRow; versions: NoteVersion[] } | null> {
  const row = await from.select().from(notes).where(eq(notes.id, id)).get();
  if (!row) return null;
  return { row, versions: await from.select().from(noteVersions).where(eq(noteVersions.noteId, id)).orderBy(asc(noteVersions.version)) };
}

/** Whether the notes of a case are for their authors alone: while two give opinions on it and neither may know what the other thinks. */
export async function areNotesHidden(from: Reads, caseId: string): Promise<boolean> {
  const found = await loadCase(from, caseId);
  return found !== null && isBlind(await reviewOf(from, found.row.measureId), found.view);
}

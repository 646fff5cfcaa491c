import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Instant } from '@/lib/base';
import { type NotePiece, namedIn, notePieces } from '../mention-words';
import type { NoteRow, NoteVersion } from '../note-record';
import type { Reads } from '../open';
import { blindnessOf } from '../review-mode';
import { cases, measures, mentions, notes, noteVersions } from '../schema';
import { isAmong } from '../statement';
import { namesOf } from './names';

/** A note as it is read: its words of today, and those before. */
export interface NoteLine extends Pick<NoteRow, 'id' | 'about' | 'claimId' | 'at'> {
  by: { id: string; name: string };
  version: number;
  pieces: NotePiece[];
  /** The same as it is typed, for who writes it anew. */
  typed: string;
  /** What it said before, the latest first. */
  before: { version: number; at: Instant; pieces: NotePiece[] }[];
  resolved: { by: string; at: Instant } | null;
}

/** The notes on a case that this reader may see, the oldest first: in a blind review, before both opinions are in, one's own alone. */
export async function readNotes(from: Reads, caseId: string, reader: string, hidden: boolean): Promise<NoteLine[]> {
  const own = hidden ? eq(notes.by, reader) : undefined;
  const rows = await from
    .select()
    .from(notes)
    .where(and(eq(notes.caseId, caseId), own))
    .orderBy(asc(notes.at), asc(notes.id));
  return linesOf(from, rows);
}

async function linesOf(from: Reads, rows: readonly NoteRow[]): Promise<NoteLine[]> {
  if (rows.length === 0) return [];
  const versions = await from
    .select()
    .from(noteVersions)
    .where(
      isAmong(
        noteVersions.noteId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(desc(noteVersions.version));
  const names = await namesOf(from, [
    ...rows.flatMap(({ by, resolvedBy }) => [by, resolvedBy]),
    ...versions.flatMap(({ text }) => namedIn(text)),
  ]);
  const name = (id: string | null): string => names.get(id ?? '') ?? 'somebody';
  const said = ({ version, at, text }: NoteVersion) => ({ version, at, pieces: notePieces(text, names) });
  return rows.flatMap((row) => {
    const [last, ...before] = versions.filter(({ noteId }) => noteId === row.id);
    if (!last) return [];
    const { id, about, claimId, at, by, resolvedAt, resolvedBy } = row;
    const { version, pieces } = said(last);
    return {
      ...{ id, about, claimId, at, by: { id: by, name: name(by) }, version, pieces, before: before.map(said) },
      typed: pieces.map((piece) => ('words' in piece ? piece.words : `@${piece.name}`)).join(''),
      resolved: resolvedAt === null ? null : { by: name(resolvedBy), at: resolvedAt },
    };
  });
}

/** A note that names somebody, with the question of its case. */
export interface MentionLine extends NoteLine {
  caseId: string;
  title: string;
  seenAt: Instant | null;
}

const MOST_MENTIONS = 100;

/** The notes that name somebody, the latest first. Those of a blind review wait until both opinions are in, as they do on its page. */
export async function readMentions(from: Reads, personId: string): Promise<MentionLine[]> {
  const rows = await from
    .select({ note: notes, seenAt: mentions.seenAt, title: measures.title, ...STANDING })
    .from(mentions)
    .innerJoin(notes, eq(notes.id, mentions.noteId))
    .innerJoin(cases, eq(cases.id, notes.caseId))
    .innerJoin(measures, eq(measures.id, cases.measureId))
    .where(eq(mentions.personId, personId))
    .orderBy(desc(mentions.at), desc(mentions.noteId))
    .limit(MOST_MENTIONS);
  const isHidden = await blindnessOf(from);
  const shown = rows.filter((row) => !isHidden(row));
  const lines = new Map(
    (
      await linesOf(
        from,
        shown.map(({ note }) => note),
      )
    ).map((line) => [line.id, line]),
  );
  return shown.flatMap(({ note, seenAt, title }) => {
    const line = lines.get(note.id);
    return line ? [{ ...line, caseId: note.caseId, title, seenAt }] : [];
  });
}

const STANDING = { review: measures.review, state: cases.state, opinionsBy: cases.opinionsBy };

/** The case and its question of each of these notes, by note; nothing for one that is hidden from this reader, as for one that is not there. */
export async function notePlaces(from: Reads, ids: string[], reader: string): Promise<Map<string, { caseId: string; title: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await from
    .select({ id: notes.id, by: notes.by, caseId: notes.caseId, title: measures.title, ...STANDING })
    .from(notes)
    .innerJoin(cases, eq(cases.id, notes.caseId))
    .innerJoin(measures, eq(measures.id, cases.measureId))
    .where(isAmong(notes.id, ids));
  const isHidden = await blindnessOf(from);
  return new Map(rows.flatMap((row) => (row.by !== reader && isHidden(row) ? [] : [[row.id, { caseId: row.caseId, title: row.title }]])));
}

/** How many notes name somebody that they have not marked as seen, as far as they may see them. */
export async function countUnseenMentions(from: Reads, personId: string): Promise<number> {
  const rows = await from
    .select(STANDING)
    .from(mentions)
    .innerJoin(notes, eq(notes.id, mentions.noteId))
    .innerJoin(cases, eq(cases.id, notes.caseId))
    .innerJoin(measures, eq(measures.id, cases.measureId))
    .where(and(eq(mentions.personId, personId), isNull(mentions.seenAt)))
    .limit(MOST_MENTIONS);
  if (rows.length === 0) return 0;
  const isHidden = await blindnessOf(from);
  return rows.filter((row) => !isHidden(row)).length;
}

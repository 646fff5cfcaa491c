import { and, eq, isNull } from 'drizzle-orm';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import type { Actor } from './actor';
import { append } from './audit';
import { loadCase } from './case-record';
import { newId } from './ids';
import { mentionIds } from './mention-words';
import { notifyMentioned } from './mentions';
import {
  areNotesHidden,
  loadNote,
  NOTE_ACTS,
  type NoteRow,
  type NoteVersion,
  noteSubject,
  standingDigest,
  versionDigest,
} from './note-record';
import type { NOTE_FIELDS } from './note-tables';
import type { Database, Reads, Tx } from './open';
import { movedOn } from './refused';
import { notes, noteVersions, people } from './schema';
import type { Person } from './sessions';
import { verb } from './verb';

/** What a note is about: a part of its case, and the claim that tells which verdict or which claim. */
export interface About {
  about: (typeof NOTE_FIELDS)[number];
  claimId: string | null;
}

/** A note and its last version. */
export interface Noted {
  id: string;
  version: number;
}

const LONGEST = 4000;
/** Of one person on one case, and how often one of them is written anew: the page of the case shows all of them. */
const [MOST_NOTES, MOST_VERSIONS] = [200, 50];
/** Marks that nobody sees, and that turn round the words behind them. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/gu;

/** Writes a note on a case. 404 `CaseUnknown`; 409 `TooManyNotes`; 422 `NoteEmpty`, `TextTooLong`, `NameTwice`, `AboutUnknown`. */
export function addNote(db: Database, input: { id: string; text: string } & About, by: Actor, now: Instant): Promise<Result<Noted>> {
  return verb(db, async (tx) => {
    if (by.kind !== 'person') return onlyPeople();
    const found = await loadCase(tx, input.id);
    if (!found) return refuse(404, 'CaseUnknown', `There is no case "${input.id}".`, 'Choose one from the queue.');
    const { about, claimId } = input;
    const needsClaim = about === 'verdict' || about === 'claim';
    const claims = [...found.row.positions.flatMap((position) => position.claims), ...found.row.others];
    if (needsClaim !== (claimId !== null) || (claimId !== null && !claims.includes(claimId)))
      return refuse(422, 'AboutUnknown', 'What the note is about is no part of this case.', 'Choose it from the list, or the whole case.', {
        field: 'on',
      });
    const row: NoteRow = { id: newId(), caseId: found.row.id, about, claimId, by: by.id, at: now, resolvedAt: null, resolvedBy: null };
    const own = await tx.$count(notes, and(eq(notes.caseId, row.caseId), eq(notes.by, by.id)));
    if (own >= MOST_NOTES)
      return refuse(409, 'TooManyNotes', `You wrote ${MOST_NOTES} notes on this case already.`, 'Write one of them anew.', {
        field: 'text',
      });
    const written = await wordsOf(tx, input.text);
    if (!written.ok) return written;
    await tx.insert(notes).values(row);
    return write(tx, row, { noteId: row.id, version: 1, text: written.value.text, at: now }, written.value.ids, by);
  });
}

/** Writes one's own note anew; what it said before is kept. 404 `NoteUnknown`, 403 `Forbidden`, 409 `VersionConflict` with both texts, `NothingChanged`, `TooManyVersions`. */
export function editNote(db: Database, input: Noted & { text: string }, by: Actor, now: Instant): Promise<Result<Noted>> {
  return verb(db, async (tx) => {
    const found = await visible(tx, input.id, by);
    if (!found.ok) return found;
    const { row, versions, person } = found.value;
    if (row.by !== person.id)
      return refuse(403, 'Forbidden', 'This note was written by somebody else.', 'Answer it with a note of your own, or resolve it.');
    const last = versions.at(-1) as NoteVersion;
    if (last.version !== input.version)
      return movedOn(
        { version: input.version, text: input.text },
        { version: last.version, text: last.text },
        'The note was written anew meanwhile, in another window of yours.',
      );
    if (last.version >= MOST_VERSIONS)
      return refuse(409, 'TooManyVersions', `This note was written ${MOST_VERSIONS} times already.`, 'Write another one.', {
        field: 'text',
      });
    const written = await wordsOf(tx, input.text);
    if (!written.ok) return written;
    if (written.value.text === last.text)
      return refuse(409, 'NothingChanged', 'The note says just that already.', 'Nothing is left to do.', { field: 'text' });
    return write(tx, row, { noteId: row.id, version: last.version + 1, text: written.value.text, at: now }, written.value.ids, person);
  });
}

/** Says that nothing is left to do about a note, or that there is again. 409 `IllegalTransition` where it is so already. */
export function settleNote(
  db: Database,
  { id, resolved }: { id: string; resolved: boolean },
  by: Actor,
  now: Instant,
): Promise<Result<{ id: string }>> {
  return verb(db, async (tx) => {
    const found = await visible(tx, id, by);
    if (!found.ok) return found;
    const { row, person } = found.value;
    if ((row.resolvedAt !== null) === resolved)
      return refuse(409, 'IllegalTransition', `The note is ${resolved ? 'resolved' : 'open'} already.`, 'Nothing is left to do.');
    const standing = resolved ? { resolvedAt: now, resolvedBy: person.id } : { resolvedAt: null, resolvedBy: null };
    await tx.update(notes).set(standing).where(eq(notes.id, id));
    await append(tx, {
      ...{ at: now, actor: person, action: resolved ? NOTE_ACTS.resolved : NOTE_ACTS.reopened, subject: noteSubject(id) },
      evidenceHashes: [standingDigest({ ...row, ...standing })],
      before: { resolved: !resolved },
      after: { resolved },
    });
    return ok({ id });
  });
}

interface Visible {
  row: NoteRow;
  versions: NoteVersion[];
  person: Person;
}

/** A note that this person may see. One that is hidden from them is as unknown as one that is not there. */
async function visible(tx: Tx, id: string, by: Actor): Promise<Result<Visible>> {
  if (by.kind !== 'person') return onlyPeople();
  const found = await loadNote(tx, id);
  if (!found || (found.row.by !== by.id && (await areNotesHidden(tx, found.row.caseId))))
    return refuse(404, 'NoteUnknown', 'There is no such note.', 'Choose one on the page of its case.');
  return ok({ ...found, person: by });
}

const onlyPeople = (): Result<never> => refuse(403, 'Forbidden', 'Only a person writes notes.', 'Sign in as a reviewer.');

async function wordsOf(from: Reads, typed: string): Promise<Result<{ text: string; ids: string[] }>> {
  const text = typed.normalize('NFC').replace(/\r\n?/g, '\n').replace(UNSEEN, '').trim();
  if (text === '') return refuse(422, 'NoteEmpty', 'The note is empty.', 'Write what your colleagues should know.', { field: 'text' });
  if (text.length > LONGEST)
    return refuse(422, 'TextTooLong', `The note has ${text.length} characters.`, `Keep it under ${LONGEST}.`, { field: 'text' });
  const { id, name, email } = people;
  return mentionIds(text, await from.select({ id, name, email }).from(people).where(isNull(people.disabledAt)));
}

/** One more version with its fact, and those it names are told. */
async function write(tx: Tx, row: NoteRow, version: NoteVersion, named: readonly string[], by: Person): Promise<Result<Noted>> {
  const first = version.version === 1;
  await tx.insert(noteVersions).values(version);
  await append(tx, {
    ...{ at: version.at, actor: by, action: first ? NOTE_ACTS.added : NOTE_ACTS.edited, subject: noteSubject(row.id) },
    ...{ fromVersion: version.version - 1, toVersion: version.version, evidenceHashes: [versionDigest(row, version)] },
    ...(first ? {} : { before: { version: version.version - 1 } }),
    after: { version: version.version },
  });
  await notifyMentioned(
    tx,
    row,
    named.filter((id) => id !== by.id),
    version.at,
  );
  return ok({ id: row.id, version: version.version });
}

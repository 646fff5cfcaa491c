import { desc, eq } from 'drizzle-orm';
import { ok, type Result } from '@/lib/base';
import { type Act, itemOf } from '../acts';
import type { DefinitionInput } from '../definition-words';
import { defineMeasure } from '../definitions';
import { actsOn } from '../measure-acts';
import { undoMeasure } from '../measure-undoing';
import type { NamedKind } from '../named';
import { mergeNamed, splitNamed } from '../naming';
import type { Reads } from '../open';
import { changedSince } from '../refused';
import { renameNamed } from '../renaming';
import type { RevisionRow } from '../revision-record';
import { revisions } from '../schema';
import type { SpeakerKind } from '../speaker-form';
import type { Undone } from './operation';

const latestOn = (from: Reads, { subject }: Act): Promise<RevisionRow | undefined> =>
  from.select().from(revisions).where(eq(revisions.subject, subject)).orderBy(desc(revisions.revision)).limit(1).get();

/** What the act left, where it is the last on its subject: read in the transaction that takes it back. 409 `ChangedSince`. */
async function lastOf(from: Reads, act: Act): Promise<Result<RevisionRow>> {
  const last = await latestOn(from, act);
  return last?.seq === act.seq ? ok(last) : changedSince(undefined, 'Look at its history, and change what stands now.');
}

export const unmerge =
  (kind: NamedKind): Undone =>
  async ({ db, actor, now }, act) => {
    const last = await lastOf(db.read, act);
    return last.ok ? splitNamed(db, kind, { id: itemOf(act), revision: last.value.revision }, actor, now) : last;
  };

export const unsplit =
  (kind: NamedKind): Undone =>
  async ({ db, actor, now }, act) => {
    const last = await lastOf(db.read, act);
    if (!last.ok) return last;
    const { revision, before } = last.value;
    return mergeNamed(db, kind, { id: itemOf(act), revision, into: String(before.intoId) }, actor, now);
  };

/** The name that it had stands again; the one it was given goes on leading there. */
export const unrename =
  (kind: NamedKind): Undone =>
  async ({ db, actor, now }, act) => {
    const last = await lastOf(db.read, act);
    if (!last.ok) return last;
    const { revision, before } = last.value;
    const as = (before.kind ?? null) as SpeakerKind | null;
    return renameNamed(db, kind, { id: itemOf(act), revision, name: String(before.name), as }, actor, now);
  };

export const undefine: Undone = async ({ db, actor, now }, act) => {
  const last = await lastOf(db.read, act);
  if (!last.ok) return last;
  const { revision, before } = last.value;
  const { topicNames, placeNames, ...words } = before as unknown as Said;
  const said = { ...words, topics: topicNames.join('\n'), places: placeNames.join('\n') };
  return defineMeasure(db, { id: itemOf(act), revision, ...said }, actor, now);
};

/** What a definition said, as its history keeps it. */
type Said = Omit<DefinitionInput, 'topics' | 'places'> & { topicNames: string[]; placeNames: string[] };

/** A merge or a split, where it is the last that holds: what was said of the measure since stays. */
export const unjoin: Undone = async ({ db, actor, now }, act) => {
  const id = itemOf(act);
  const [last] = await actsOn(db.read, id);
  if (last?.seq !== act.seq)
    return changedSince('It was merged or split again since then.', 'Take that back first, on the page of the measure.');
  return undoMeasure(db, { id, revision: (await latestOn(db.read, act))?.revision ?? 0 }, actor, now);
};

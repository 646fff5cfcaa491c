import { type Instant, ok, type Result, refuse } from '@/lib/base';
import type { Actor } from './actor';
import { nameKey } from './name-key';
import {
  checkRevision,
  digestNow,
  knownNamed,
  NAMED,
  type NamedKind,
  type NamedRow,
  namedRow,
  pointTo,
  subjectOf,
  tableOf,
  wayOn,
} from './named';
import type { Database, Tx } from './open';
import { type RevisionAct, recordRevision } from './revision-record';
import { send, words } from './statement';
import { verb } from './verb';

/** What an act on a name came to. */
export interface Named {
  id: string;
  revision: number;
}

/** What somebody saw when they acted on it. */
export interface Seen {
  id: string;
  revision: number;
}

export const actOf = (kind: NamedKind, act: 'merge' | 'split' | 'rename' | 'alias'): RevisionAct => `${NAMED[kind].acts}.${act}`;

/** Whether a name that leads to another is what that is called since it was renamed: no other name of it, and split off it would be a second of that name. */
export const isNameOf = (alias: NamedRow, of: NamedRow): boolean => alias.nameKey === nameKey(of.name);

/** Writes the columns of a row, its revision among them, and the fact of it. */
export async function revise(
  tx: Tx,
  kind: NamedKind,
  row: NamedRow,
  { act, before, after }: { act: RevisionAct; before: Record<string, unknown>; after: Record<string, unknown> },
  by: Actor,
  now: Instant,
): Promise<Result<Named>> {
  const revision = row.revision + 1;
  send(tx, words`UPDATE ${tableOf(kind)} SET revision = ${revision} WHERE id = ${row.id}`);
  const digest = await digestNow(tx, kind, row.id);
  await recordRevision(tx, { subject: subjectOf(kind, row.id), revision, act, before, after, reason: null, digest }, by, now);
  return ok({ id: row.id, revision });
}

/**
 * Merges one name into another, which stands for it from now on: its address leads there, and it is an alias of it. 422 `SameRecord`; 409
 * `Circle` where the other is merged into this one, `MergedAway` where either is merged elsewhere, `VersionConflict`.
 */
export function mergeNamed(
  db: Database,
  kind: NamedKind,
  { id, revision, into }: Seen & { into: string },
  by: Actor,
  now: Instant,
): Promise<Result<Named>> {
  return verb(db, async (tx) => {
    const { called } = NAMED[kind];
    const [own, other] = [await knownNamed(tx, kind, id), await knownNamed(tx, kind, into)];
    if (!own.ok) return own;
    if (!other.ok) return { ok: false, refusal: { ...other.refusal, field: 'into' } };
    if (id === into)
      return refuse(422, 'SameRecord', `“${own.value.name}” cannot be merged with itself.`, `Choose another ${called}.`, { field: 'into' });
    if (other.value.standingId === id)
      return refuse(
        409,
        'Circle',
        `“${other.value.name}” is merged into “${own.value.name}” already: that would go in a circle.`,
        `Split “${other.value.name}” off first, then merge the other way round.`,
        { field: 'into' },
      );
    if (own.value.standingId !== null) return { ok: false, refusal: await wayOn(tx, kind, own.value) };
    if (other.value.standingId !== null) return { ok: false, refusal: await wayOn(tx, kind, other.value) };
    const seen = checkRevision(own.value, revision, { into });
    if (!seen.ok) return seen;
    send(tx, words`UPDATE ${tableOf(kind)} SET into_id = ${into} WHERE id = ${id}`);
    pointTo(tx, kind, id, into);
    return revise(tx, kind, own.value, { act: actOf(kind, 'merge'), before: { intoId: null }, after: { intoId: into } }, by, now);
  });
}

/** Takes a merged name out again, with all that was merged into it before. 409 `IllegalTransition` where it stands by itself, `OwnName`. */
export function splitNamed(db: Database, kind: NamedKind, { id, revision }: Seen, by: Actor, now: Instant): Promise<Result<Named>> {
  return verb(db, async (tx) => {
    const own = await knownNamed(tx, kind, id);
    if (!own.ok) return own;
    const { intoId, name } = own.value;
    if (intoId === null)
      return refuse(409, 'IllegalTransition', `“${name}” stands by itself already.`, 'There is nothing left to split off.');
    const seen = checkRevision(own.value, revision, {});
    if (!seen.ok) return seen;
    const into = await namedRow(tx, kind, intoId);
    if (into && isNameOf(own.value, into))
      return refuse(409, 'OwnName', `“${into.name}” is what it is called now.`, 'Give it another name first, then split this one off.');
    send(tx, words`UPDATE ${tableOf(kind)} SET into_id = NULL WHERE id = ${id}`);
    pointTo(tx, kind, id, null);
    return revise(tx, kind, own.value, { act: actOf(kind, 'split'), before: { intoId }, after: { intoId: null } }, by, now);
  });
}

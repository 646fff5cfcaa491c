import { type Instant, ok, type Result, refuse } from '@/lib/base';
import type { Actor } from './actor';
import { newId } from './ids';
import { cleanName, nameKey } from './name-key';
import { checkRevision, knownNamed, NAMED, type NamedKind, type NamedRow, namedRow, tableOf, wayOn } from './named';
import { actOf, type Named, revise, type Seen } from './naming';
import type { Database, Tx } from './open';
import { rowsOf } from './rows';
import { sources, speakers } from './schema';
import { formOf, type SpeakerKind } from './speaker-form';
import { ask, NOTHING, send, words } from './statement';
import { verb } from './verb';

/** Gives a name another spelling on its pages; articles that use the new one lead to it, too. 422 `EmptyName`, 409 `NameTaken`, `MergedAway`. */
export function renameNamed(
  db: Database,
  kind: NamedKind,
  { id, revision, name: typed, as }: Seen & { name: string; as: SpeakerKind | null },
  by: Actor,
  now: Instant,
): Promise<Result<Named>> {
  return verb(db, async (tx) => {
    const own = await knownNamed(tx, kind, id);
    if (!own.ok) return own;
    if (own.value.standingId !== null) return { ok: false, refusal: await wayOn(tx, kind, own.value) };
    const checked = cleanName(typed);
    if (!checked.ok) return checked;
    const seen = checkRevision(own.value, revision, { name: typed });
    if (!seen.ok) return seen;
    const name = checked.value;
    const was = await kindOf(tx, kind, id);
    if (name === own.value.name && (as ?? was) === was)
      return refuse(409, 'IllegalTransition', `It is called “${name}” already.`, 'Nothing is left to do.', { field: 'name' });
    const isKnown = nameKey(name) === own.value.nameKey || (await leadsTo(tx, kind, nameKey(name), id));
    const alias = isKnown ? null : await addAlias(tx, kind, { of: own.value, name }, now);
    if (alias && !alias.ok) return alias;
    send(tx, words`UPDATE ${tableOf(kind)} SET name = ${name} WHERE id = ${id}`);
    if (as !== null && kind === 'speaker') send(tx, words`UPDATE speakers SET kind = ${as} WHERE id = ${id}`);
    const [before, after] = [
      { name: own.value.name, ...(was && { kind: was }) },
      { name, ...(was && { kind: as ?? was }) },
    ];
    const revised = await revise(tx, kind, own.value, { act: actOf(kind, 'rename'), before, after }, by, now);
    if (alias) await logAlias(tx, kind, alias.value, by, now);
    return revised;
  });
}

/** Whether a name leads there already: then it may become the name of it. */
async function leadsTo(tx: Tx, kind: NamedKind, key: string, id: string): Promise<boolean> {
  const bare = kind === 'speaker' ? words`AND role_key = ''` : NOTHING;
  return (await ask(tx, words`SELECT id FROM ${tableOf(kind)} WHERE name_key = ${key} AND standing_id = ${id} ${bare}`)).length > 0;
}

/** Adds a name that leads to this one from now on. 422 `EmptyName`, 409 `NameTaken` where a record of that name exists: merge that one. */
export function aliasNamed(
  db: Database,
  kind: NamedKind,
  { id, revision, name: typed }: Seen & { name: string },
  by: Actor,
  now: Instant,
): Promise<Result<Named>> {
  return verb(db, async (tx) => {
    const own = await knownNamed(tx, kind, id);
    if (!own.ok) return own;
    if (own.value.standingId !== null) return { ok: false, refusal: await wayOn(tx, kind, own.value) };
    const name = cleanName(typed);
    if (!name.ok) return name;
    const seen = checkRevision(own.value, revision, { name: typed });
    if (!seen.ok) return seen;
    const alias = await addAlias(tx, kind, { of: own.value, name: name.value }, now);
    if (!alias.ok) return alias;
    return logAlias(tx, kind, alias.value, by, now);
  });
}

/** A row of this name that leads to another. Its fact comes with the row as it is stored. */
async function addAlias(tx: Tx, kind: NamedKind, { of, name }: { of: NamedRow; name: string }, now: Instant): Promise<Result<NamedRow>> {
  const key = nameKey(name);
  const bare = kind === 'speaker' ? words`AND role_key = ''` : NOTHING;
  const [taken] = await ask<{ id: string }>(tx, words`SELECT id FROM ${tableOf(kind)} WHERE name_key = ${key} ${bare}`);
  if (taken) {
    const known = (await namedRow(tx, kind, taken.id)) as NamedRow;
    const standing = (await namedRow(tx, kind, known.standingId ?? known.id)) as NamedRow;
    if (standing.id === of.id)
      return refuse(409, 'IllegalTransition', `“${known.name}” leads here already.`, 'Nothing is left to do.', { field: 'name' });
    return refuse(409, 'NameTaken', `“${known.name}” is a ${NAMED[kind].called} of its own.`, `Merge it into “${of.name}” instead.`, {
      field: 'name',
      details: { id: standing.id },
    });
  }
  const id = newId();
  const row = { id, name, nameKey: key, createdAt: now, intoId: of.id, standingId: of.id, revision: 0 };
  if (kind === 'source') await tx.insert(sources).values(row);
  else {
    const { roleKey, role, kind: own } = formOf({ name, role: null });
    await tx.insert(speakers).values({ ...row, roleKey, role, kind: (await kindOf(tx, kind, of.id)) ?? own });
  }
  return ok(row);
}

const logAlias = (tx: Tx, kind: NamedKind, row: NamedRow, by: Actor, now: Instant): Promise<Result<Named>> =>
  revise(tx, kind, row, { act: actOf(kind, 'alias'), before: { intoId: null }, after: { intoId: row.intoId } }, by, now);

async function kindOf(tx: Tx, kind: NamedKind, id: string): Promise<SpeakerKind | null> {
  if (kind === 'source') return null;
  const [row] = await rowsOf(tx, speakers, words`WHERE id = ${id}`);
  return row?.kind ?? null;
}

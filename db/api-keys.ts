import { createHash, randomBytes } from 'node:crypto';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { digestOf } from '@/lib/audit';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import { type Actor, actorId } from './actor';
import { append } from './audit';
import { newId } from './ids';
import type { Database, Reads } from './open';
import { apiKeys, people } from './schema';
import type { Person } from './sessions';
import { unlogged, verb } from './verb';

/** Says whose it is to whoever finds one. */
const MARK = 'cck_';
/** So much of a key is kept to tell it by. */
const BEGINS = 10;
const LONGEST_NAME = 80;
/** How old the note of its last use may be: not every request writes. */
const NOTED_MS = 60_000;

const stored = (key: string): string => createHash('sha256').update(key).digest('hex');

/** A key in force: in whose name it acts, and what for. */
export interface Holder {
  id: string;
  person: Person;
  scopes: readonly string[];
}

/**
 * Makes a key that acts as this person, for these groups of operations. It is given this once: what is kept is its digest. 422 `NameMissing`,
 * 404 `PersonUnknown`.
 */
export async function makeKey(
  db: Database,
  { name, person, scopes }: { name: string; person: string; scopes: readonly string[] },
  by: Actor,
  now: Instant,
): Promise<Result<{ id: string; key: string }>> {
  const called = name.trim();
  if (called === '' || called.length > LONGEST_NAME)
    return refuse(422, 'NameMissing', 'The name is empty or too long.', 'Say in a few words what the key is for.', { field: 'name' });
  const key = `${MARK}${randomBytes(32).toString('base64url')}`;
  return verb(db, async (tx) => {
    const enabled = and(eq(people.id, person), isNull(people.disabledAt));
    const holder = await tx.select({ id: people.id }).from(people).where(enabled).get();
    if (!holder)
      return refuse(404, 'PersonUnknown', 'Nobody of this id may sign in.', 'Choose somebody from the list.', { field: 'person' });
    const id = newId();
    const row = {
      id,
      personId: person,
      name: called,
      begins: key.slice(0, BEGINS),
      scopes: [...scopes].sort(),
      madeBy: actorId(by),
      createdAt: now,
    };
    await tx.insert(apiKeys).values({ ...row, hash: stored(key) });
    const after = { name: called, person, scopes: row.scopes.join(' ') };
    const evidenceHashes = [digestOf({ before: null, after })];
    await append(tx, { at: now, actor: by, action: 'keys.create', subject: `key:${id}`, reason: called, evidenceHashes, after });
    return ok({ id, key });
  });
}

/** From now on it opens nothing. 404 `KeyUnknown`. */
export const revokeKey = (db: Database, { id }: { id: string }, by: Actor, now: Instant): Promise<Result<{ id: string }>> =>
  verb(db, async (tx) => {
    const open = and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt));
    const [row] = await tx.update(apiKeys).set({ revokedAt: now }).where(open).returning({ name: apiKeys.name });
    if (!row) return refuse(404, 'KeyUnknown', 'There is no such key in force.', 'Look at the list again.');
    await append(tx, { at: now, actor: by, action: 'keys.revoke', subject: `key:${id}`, reason: row.name });
    return ok({ id });
  });

/**
 * Who acts by this key at this moment, with the role of this moment; noted as its last use. 401 `KeyUnknown` for one that was never made, was
 * revoked, or whose person may not sign in any more.
 */
export async function holderOf(db: Database, key: string, now: Instant): Promise<Result<Holder>> {
  const row = await db.read
    .select({ key: apiKeys, name: people.name, role: people.role })
    .from(apiKeys)
    .innerJoin(people, eq(people.id, apiKeys.personId))
    .where(and(eq(apiKeys.hash, stored(key)), isNull(apiKeys.revokedAt), isNull(people.disabledAt)))
    .get();
  if (!row) return refuse(401, 'KeyUnknown', 'This key is not known, or was revoked.', 'Ask an administrator for another one.');
  const { id, personId, scopes, usedAt } = row.key;
  if (usedAt === null || Date.parse(now) - Date.parse(usedAt) > NOTED_MS)
    await unlogged(db, async (tx) => ok(await tx.update(apiKeys).set({ usedAt: now }).where(eq(apiKeys.id, id))));
  return ok({ id, person: { kind: 'person', id: personId, name: row.name, role: row.role }, scopes });
}

export interface KeyLine {
  id: string;
  name: string;
  begins: string;
  scopes: string[];
  person: string;
  createdAt: Instant;
  usedAt: Instant | null;
  revokedAt: Instant | null;
}

/** All keys there ever were, the youngest first. */
export const listKeys = (from: Reads): Promise<KeyLine[]> => {
  const { id, name, begins, scopes, createdAt, usedAt, revokedAt } = apiKeys;
  return from
    .select({ id, name, begins, scopes, person: people.name, createdAt, usedAt, revokedAt })
    .from(apiKeys)
    .innerJoin(people, eq(people.id, apiKeys.personId))
    .orderBy(desc(createdAt), id);
};

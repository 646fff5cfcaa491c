import { randomBytes } from 'node:crypto';
import { eq, isNull } from 'drizzle-orm';
import { digestOf } from '@/lib/audit';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import type { Actor } from './actor';
import type { Change } from './acts';
import { append } from './audit';
import { newId } from './ids';
import { nameKey } from './name-key';
import type { Reads, Tx } from './open';
import { people } from './schema';

export type PersonRecord = typeof people.$inferSelect;

/** Every act on a person begins with this in the log, and its first digest is that of the person's row as the act left it. */
export const personSubject = (id: string): string => `person:${id}`;

/**
 * 409 `NameTaken` where somebody who may sign in is called so already, in whatever letters: colleagues tell each other apart by their names.
 * A person who was disabled is in nobody's way.
 */
export async function checkNameFree(
  from: Reads,
  name: string,
  next = 'Use one that tells the two apart: with a second name, or where they work.',
): Promise<Result<null>> {
  const enabled = await from.select({ name: people.name }).from(people).where(isNull(people.disabledAt));
  const same = enabled.find((other) => seenKey(other.name) === seenKey(name));
  return same ? refuse(409, 'NameTaken', `Somebody at the desk is called “${same.name}” already.`, next, { field: 'name' }) : ok(null);
}

/** Some scripts need joiners and fillers to be read, so a name may hold them; they tell no two people apart. */
const seenKey = (name: string): string => nameKey(name.normalize('NFKC').replace(/[\p{Cf}\u115f\u1160\u2800]/gu, ''));

/** Keeps a new person with the fact of it. "self": whoever was invited does it, and is the author of their own beginning. */
export async function recordPerson(
  tx: Tx,
  person: Omit<PersonRecord, 'id' | 'salt' | 'disabledAt' | 'createdAt'>,
  by: Actor | 'self',
  now: Instant,
  action = 'people.add',
): Promise<string> {
  const row = { ...person, id: newId(), salt: randomBytes(16).toString('base64url'), disabledAt: null, createdAt: now };
  await tx.insert(people).values(row);
  const actor: Actor = by === 'self' ? { kind: 'person', id: row.id, name: row.name, role: row.role } : by;
  await recordPersonAct(tx, row.id, { action, reason: person.role, after: { role: person.role } }, actor, now);
  return row.id;
}

export interface PersonAct {
  action: string;
  reason?: string | null;
  /** What of it others at the desk see: the role, and whether they may sign in. */
  before?: Change;
  after?: Change;
}

/** Appends the fact of an act on a person, after the act: the first digest is that of the row as it stands then, the second that of what changed. */
export async function recordPersonAct(
  tx: Tx,
  id: string,
  { action, reason = null, before, after }: PersonAct,
  by: Actor,
  at: Instant,
): Promise<void> {
  const row = await tx.select().from(people).where(eq(people.id, id)).get();
  const changed = after === undefined ? [] : [digestOf({ before: before ?? null, after })];
  await append(tx, {
    at,
    actor: by,
    action,
    subject: personSubject(id),
    reason,
    before,
    after,
    evidenceHashes: [digestOf(row), ...changed],
  });
}

import { and, eq, isNull } from 'drizzle-orm';
import { digestOf } from '@/lib/audit';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import { type Actor, actorId, type Role } from './actor';
import { append } from './audit';
import { checkLink, endLinks, makeLink, storedToken, takeLink } from './links';
import type { Database, Reads, Tx } from './open';
import { checkAddress, checkName, hashOf } from './person-fields';
import { checkNameFree, recordPerson } from './person-record';
import { links, people } from './schema';
import { verb } from './verb';

/** Facts about an invitation name it by the beginning of its digest: the address of whoever is invited stands in no log. */
const invitationSubject = (id: string): string => `invitation:${id.slice(0, 12)}`;

/**
 * Invites the person with this address to a role: gives the token of a link that holds for a week. An earlier invitation to the same
 * address is replaced. 422 `EmailInvalid`, 409 `EmailTaken`.
 */
export async function invite(
  db: Database,
  { email, role }: { email: string; role: Role },
  by: Actor,
  now: Instant,
): Promise<Result<{ token: string; email: string }>> {
  const address = checkAddress(email);
  if (!address.ok) return address;
  return verb(db, async (tx) => {
    if (await isTaken(tx, address.value)) return taken(address.value);
    await endLinks(tx, 'invitation', { email: address.value }, now);
    const token = await makeLink(tx, { kind: 'invitation', email: address.value, role, madeBy: actorId(by) }, now);
    const subject = invitationSubject(storedToken(token));
    const after = { role };
    const evidenceHashes = [digestOf({ before: null, after })];
    await append(tx, { at: now, actor: by, action: 'people.invite', subject, reason: role, evidenceHashes, after });
    return ok({ token, email: address.value });
  });
}

/** Takes an invitation back that nobody has taken up. 404 `InvitationUnknown`. */
export const withdrawInvitation = (db: Database, { id }: { id: string }, by: Actor, now: Instant): Promise<Result<{ id: string }>> =>
  verb(db, async (tx) => {
    const open = and(eq(links.id, id), eq(links.kind, 'invitation'), isNull(links.usedAt));
    const [row] = await tx.update(links).set({ usedAt: now }).where(open).returning();
    if (!row)
      return refuse(404, 'InvitationUnknown', 'There is no such invitation that waits.', 'It may have been taken up: see the list.');
    await append(tx, { at: now, actor: by, action: 'people.withdraw-invitation', subject: invitationSubject(id) });
    return ok({ id });
  });

/**
 * Whoever holds the link becomes a person of the desk, with a name and password of their own choice. 410 `LinkOver`, also where whoever
 * invited may not any more; 422 for the name or password; 409 `EmailTaken`, `NameTaken`.
 */
export async function acceptInvitation(
  db: Database,
  { token, name, password }: { token: string; name: string; password: string },
  now: Instant,
): Promise<Result<{ email: string }>> {
  const open = await checkLink(db.read, 'invitation', token, now);
  if (!open.ok) return open;
  const called = checkName(name);
  if (!called.ok) return called;
  const hashed = await hashOf(password);
  if (!hashed.ok) return hashed;
  return verb(db, async (tx) => {
    const link = await takeLink(tx, 'invitation', token, now);
    if (!link.ok) return link;
    const { email, role, madeBy } = link.value;
    if (email === null || role === null) throw new Error('an invitation has an address and a role');
    if (madeBy !== 'owner' && !(await isAdmin(tx, madeBy)))
      return refuse(410, 'LinkOver', 'Whoever invited you is no administrator any more.', 'Ask an administrator for a new invitation.');
    if (await isTaken(tx, email)) return taken(email);
    const free = await checkNameFree(tx, called.value);
    if (!free.ok) return free;
    const row = { email, name: called.value, role, passwordHash: hashed.value, demo: false };
    await recordPerson(tx, row, 'self', now, 'people.join');
    return ok({ email });
  });
}

async function isAdmin(from: Reads, id: string | null): Promise<boolean> {
  const enabled = and(eq(people.id, id ?? ''), eq(people.role, 'admin'), isNull(people.disabledAt));
  return (await from.select({ id: people.id }).from(people).where(enabled).get()) !== undefined;
}

const isTaken = async (tx: Tx, email: string): Promise<boolean> =>
  (await tx.select({ id: people.id }).from(people).where(eq(people.email, email)).get()) !== undefined;

const taken = (email: string): Result<never> =>
  refuse(409, 'EmailTaken', `${email} is in use already.`, 'Enable that person again, or use another address.', { field: 'email' });

import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import type { Actor, Role } from './actor';
import type { Database, Tx } from './open';
import { checkAddress, checkName, emailKey, hashOf } from './person-fields';
import { checkNameFree, type PersonAct, type PersonRecord, recordPerson, recordPersonAct } from './person-record';
import { people } from './schema';
import { endSessions } from './sessions';
import { verb } from './verb';

export { checkSession, openSessions, type Person, revokeSession, sessionSince, startSession, storedSession, wasEnded } from './sessions';
export { authenticate, personForOidc } from './sign-in';
export { signInSteps } from './sign-in-steps';

export interface NewPerson {
  email: string;
  name: string;
  role: Role;
  /** Null: this person signs in through the provider of the house only. */
  password: string | null;
  demo?: boolean;
}

/** Adds a person. 409 `EmailTaken`, `NameTaken`, 422 `EmailInvalid`, `NameMissing`, `PasswordTooShort`. */
export async function addPerson(db: Database, person: NewPerson, by: Actor, now: Instant): Promise<Result<{ id: string }>> {
  const address = checkAddress(person.email);
  if (!address.ok) return address;
  const called = checkName(person.name);
  if (!called.ok) return called;
  const [email, name] = [address.value, called.value];
  const hashed = person.password === null ? ok(null) : await hashOf(person.password);
  if (!hashed.ok) return hashed;
  const passwordHash = hashed.value;
  return verb(db, async (tx) => {
    if (await tx.select({ id: people.id }).from(people).where(eq(people.email, email)).get())
      return refuse(409, 'EmailTaken', `${email} is in use already.`, 'Enable that person again, or use another address.', {
        field: 'email',
      });
    const free = await checkNameFree(tx, name);
    if (!free.ok) return free;
    return ok({ id: await recordPerson(tx, { email, name, role: person.role, passwordHash, demo: person.demo ?? false }, by, now) });
  });
}

/**
 * Gives the person with this address another password and ends all their sessions, as the old one may be known to others.
 * 404 `PersonUnknown`, 422 `PasswordTooShort`, `PasswordTooLong`.
 */
export async function setPassword(
  db: Database,
  { email, password }: { email: string; password: string },
  by: Actor,
  now: Instant,
): Promise<Result<{ id: string }>> {
  const hashed = await hashOf(password);
  if (!hashed.ok) return hashed;
  const key = emailKey(email);
  const person = await db.read.select({ id: people.id }).from(people).where(eq(people.email, key)).get();
  if (!person) return refuse(404, 'PersonUnknown', `Nobody has the address ${key.slice(0, 80)}.`, 'See who there is, or add the person.');
  return changePerson(db, person.id, by, now, 'people.set-password', async (tx, { id }) => {
    await tx.update(people).set({ passwordHash: hashed.value }).where(eq(people.id, id));
    await endSessions(tx, id, now);
    return ok({});
  });
}

/** Takes a person's access away, at once and in every session. The last administrator stays: 409 `LastAdmin`. */
export const disablePerson = (db: Database, { id }: { id: string }, by: Actor, now: Instant): Promise<Result<{ id: string }>> =>
  changePerson(db, id, by, now, 'people.disable', async (tx, person) => {
    if (person.disabledAt !== null) return refuse(409, 'IllegalTransition', 'This person is disabled already.', 'Nothing is left to do.');
    if (person.role === 'admin' && !(await anotherAdmin(tx, id)))
      return refuse(409, 'LastAdmin', 'This is the last administrator.', 'Give the role to somebody else first.');
    await tx.update(people).set({ disabledAt: now }).where(eq(people.id, id));
    await endSessions(tx, id, now);
    return ok({ before: { access: 'open' }, after: { access: 'ended' } });
  });

/** Gives a person another role, from the next request of each of their sessions on. The last administrator stays one: 409 `LastAdmin`. */
export const setRole = (db: Database, { id, role }: { id: string; role: Role }, by: Actor, now: Instant): Promise<Result<{ id: string }>> =>
  changePerson(db, id, by, now, 'people.set-role', async (tx, person) => {
    if (person.role === role) return refuse(409, 'IllegalTransition', 'This person has that role already.', 'Nothing is left to do.');
    if (person.role === 'admin' && person.disabledAt === null && !(await anotherAdmin(tx, id)))
      return refuse(409, 'LastAdmin', 'This is the last administrator.', 'Give the role to somebody else first.');
    await tx.update(people).set({ role }).where(eq(people.id, id));
    return ok({ reason: role, before: { role: person.role }, after: { role } });
  });

/** Gives a disabled person access again; they sign in anew. 409 `NameTaken` where somebody else took the name meanwhile. */
export const enablePerson = (db: Database, { id }: { id: string }, by: Actor, now: Instant): Promise<Result<{ id: string }>> =>
  changePerson(db, id, by, now, 'people.enable', async (tx, person) => {
    if (person.disabledAt === null) return refuse(409, 'IllegalTransition', 'This person is not disabled.', 'Nothing is left to do.');
    const free = await checkNameFree(tx, person.name, 'Invite this person anew, under a name that tells the two apart.');
    if (!free.ok) return free;
    await tx.update(people).set({ disabledAt: null }).where(eq(people.id, id));
    return ok({ before: { access: 'ended' }, after: { access: 'open' } });
  });

/** Ends all log-ins of a person. */
export const revokeAllSessions = (db: Database, { id }: { id: string }, by: Actor, now: Instant): Promise<Result<{ id: string }>> =>
  changePerson(db, id, by, now, 'people.revoke-sessions', async (tx) => {
    await endSessions(tx, id, now);
    return ok({});
  });

/** A person without what only the record needs: what the admin's list shows. */
export type PersonRow = Omit<PersonRecord, 'passwordHash' | 'salt'>;

export async function listPeople(db: Database): Promise<PersonRow[]> {
  const rows = await db.read.select().from(people).orderBy(asc(people.email));
  return rows.map(({ passwordHash: _, salt: __, ...row }) => row);
}

/** Gives what the log keeps of it. */
type Change = (tx: Tx, person: PersonRecord) => Promise<Result<Omit<PersonAct, 'action'>>>;

function changePerson(db: Database, id: string, by: Actor, now: Instant, action: string, change: Change): Promise<Result<{ id: string }>> {
  return verb(db, async (tx) => {
    const person = await tx.select().from(people).where(eq(people.id, id)).get();
    if (!person) return refuse(404, 'PersonUnknown', `There is no person "${id}".`, 'Choose one from the list.');
    const changed = await change(tx, person);
    if (!changed.ok) return changed;
    await recordPersonAct(tx, id, { action, ...changed.value }, by, now);
    return ok({ id });
  });
}

async function anotherAdmin(tx: Tx, id: string): Promise<boolean> {
  const others = and(eq(people.role, 'admin'), isNull(people.disabledAt), ne(people.id, id));
  return (await tx.select({ id: people.id }).from(people).where(others).get()) !== undefined;
}

import { and, eq, isNull } from 'drizzle-orm';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import { checkLink, endLinks, makeLink, takeLink } from './links';
import type { Database, Reads } from './open';
import { fits } from './passwords';
import { emailKey, hashOf } from './person-fields';
import { recordPersonAct } from './person-record';
import { people, sessions } from './schema';
import { endSessions, type Person } from './sessions';
import { beginTry, forgetTry, withdrawTry } from './throttle';
import { unlogged, verb } from './verb';

/** Where a request came from, and the session it came by: its digest. */
interface Asked {
  network: string;
  session: string | null;
}

/** Whether this is the person's password: 422 `PasswordWrong`, 429 `TooManyAttempts`, 503 `Busy`. A session somebody left open is not enough. */
async function provePassword(db: Database, password: string, person: Person, network: string, now: Instant): Promise<Result<null>> {
  const attempt = await beginTry(db, `own ${person.id}`, network, now, true);
  if (!attempt.ok) return attempt;
  const row = await db.read.select({ hash: people.passwordHash }).from(people).where(eq(people.id, person.id)).get();
  const checked = await fits(row?.hash ?? null, password);
  if (!checked.ok) {
    await withdrawTry(db, attempt.value);
    return checked;
  }
  if (checked.value) return forgetTry(db, attempt.value);
  const next = row?.hash === null ? 'You have none: ask for a link by mail on the page to sign in.' : 'Type the one you sign in with.';
  return refuse(422, 'PasswordWrong', 'This is not your password.', next, { field: 'old' });
}

/** Minutes after a sign-in in which it stands for the password of somebody who has none. */
const FRESH = 10;

/** Whether this person has a password here; else they come in through the provider of the house. */
export async function hasPassword(from: Reads, personId: string): Promise<boolean> {
  const row = await from.select({ hash: people.passwordHash }).from(people).where(eq(people.id, personId)).get();
  return (row?.hash ?? null) !== null;
}

/**
 * Whether it is this person who asks, and not whoever found their session open: by their password, or where they have none by a sign-in of the
 * last minutes. As `provePassword`, and 403 `SignInOld`.
 */
export async function proveSelf(
  db: Database,
  password: string,
  person: Person,
  { network, session }: Asked,
  now: Instant,
): Promise<Result<null>> {
  if (await hasPassword(db.read, person.id)) {
    const empty = () => refuse(422, 'InvalidField', 'Your password is empty.', 'Type the one you sign in with.', { field: 'old' });
    return password === '' ? empty() : provePassword(db, password, person, network, now);
  }
  const own = and(eq(sessions.id, session ?? ''), eq(sessions.personId, person.id));
  const since = (await db.read.select({ at: sessions.createdAt }).from(sessions).where(own).get())?.at;
  if (since !== undefined && Date.parse(now) - Date.parse(since) <= FRESH * 60_000) return ok(null);
  const next = `Sign out, sign in again, and do it within ${FRESH} minutes.`;
  return refuse(403, 'SignInOld', 'You have no password here, and your sign-in is too long ago to stand for one.', next);
}

/** Gives oneself another password, and ends every other session. As `provePassword`, and 422 for the new one. */
export async function changePassword(
  db: Database,
  { old, password }: { old: string; password: string },
  person: Person,
  { network, session }: Asked,
  now: Instant,
): Promise<Result<{ id: string }>> {
  const proved = await provePassword(db, old, person, network, now);
  if (!proved.ok) return proved;
  const hashed = await hashOf(password);
  if (!hashed.ok) return hashed;
  return verb(db, async (tx) => {
    await tx.update(people).set({ passwordHash: hashed.value }).where(eq(people.id, person.id));
    await endSessions(tx, person.id, now, session ?? undefined);
    await recordPersonAct(tx, person.id, { action: 'account.change-password' }, person, now);
    return ok({ id: person.id });
  });
}

/**
 * A link for whoever forgot their password. The answer and the work are the same whether or not somebody has the address; `token` is null
 * where nobody has, and must not be told apart by whoever asked. 429 `TooManyAttempts` after ten requests from a network, or for an address.
 */
export async function askReset(
  db: Database,
  email: string,
  network: string,
  now: Instant,
): Promise<Result<{ email: string; token: string | null }>> {
  const key = emailKey(email);
  const attempt = await beginTry(db, `reset ${key}`, `reset ${network}`, now, true);
  if (!attempt.ok) return attempt;
  const enabled = and(eq(people.email, key), isNull(people.disabledAt));
  const person = await db.read.select({ id: people.id }).from(people).where(enabled).get();
  return unlogged(db, async (tx) => {
    await endLinks(tx, 'reset', { personId: person?.id ?? '' }, now);
    const token = await makeLink(tx, { kind: 'reset', personId: person?.id }, now);
    return ok({ email: key, token: person ? token : null });
  });
}

/** Gives a person whose link this is another password, and ends all their sessions. 410 `LinkOver`, 422 for the password. */
export async function resetPassword(
  db: Database,
  { token, password }: { token: string; password: string },
  now: Instant,
): Promise<Result<null>> {
  const open = await checkLink(db.read, 'reset', token, now);
  if (!open.ok) return open;
  const hashed = await hashOf(password);
  if (!hashed.ok) return hashed;
  return verb(db, async (tx) => {
    const link = await takeLink(tx, 'reset', token, now);
    if (!link.ok) return link;
    const row = await tx
      .select()
      .from(people)
      .where(eq(people.id, link.value.personId ?? ''))
      .get();
    if (!row || row.disabledAt !== null)
      return refuse(410, 'LinkOver', 'This link works no more: its person may not sign in.', 'Ask an administrator.');
    await tx.update(people).set({ passwordHash: hashed.value }).where(eq(people.id, row.id));
    await endSessions(tx, row.id, now);
    await recordPersonAct(
      tx,
      row.id,
      { action: 'account.reset-password' },
      { kind: 'person', id: row.id, name: row.name, role: row.role },
      now,
    );
    return ok(null);
  });
}

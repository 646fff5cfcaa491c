import { setTimeout as sleep } from 'node:timers/promises';
import { and, eq, isNull } from 'drizzle-orm';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import type { Database } from './open';
import { fits } from './passwords';
import { emailKey } from './person-fields';
import { people } from './schema';
import type { Person } from './sessions';
import { type Caller, noteSignIn } from './sign-in-history';
import { beginTry, forgetTry, withdrawTry } from './throttle';
import { unlogged } from './verb';

/**
 * Who has this address and password. `prefix` stands for the caller's network ("203.0.113.0/24").
 * An unknown address, a disabled person and a wrong password get the same answer after the same work (401 `SignInFailed`);
 * 429 `TooManyAttempts` after ten failures of a prefix, a pause after ten of an account, 503 `Busy` while four others are being checked.
 * Whether a second factor is asked for besides, `sign-in-steps.ts` knows.
 */
export async function authenticate(
  db: Database,
  email: string,
  password: string,
  now: Instant,
  prefix: string,
  pause: (milliseconds: number) => Promise<unknown> = sleep,
  agent: string | null = null,
): Promise<Result<Person>> {
  const key = emailKey(email);
  const attempt = await beginTry(db, key, prefix, now);
  if (!attempt.ok) return attempt;
  if (attempt.value.pause > 0) await pause(attempt.value.pause);
  const person = await enabled(db, key);
  const checked = await fits(person?.passwordHash ?? null, password);
  if (!checked.ok) {
    await withdrawTry(db, attempt.value);
    return checked;
  }
  if (!person || !checked.value) {
    if (person) await noteFailure(db, person.id, 'password', { network: prefix, agent }, now);
    return refuse(401, 'SignInFailed', 'Address or password is not right.', 'Check both and try again.');
  }
  const forgotten = await forgetTry(db, attempt.value);
  if (!forgotten.ok) return forgotten;
  return ok({ kind: 'person', id: person.id, name: person.name, role: person.role });
}

/** The person a provider vouches for. It makes no accounts and links none: who is not in the record stays outside. */
export async function personForOidc(db: Database, email: string): Promise<Person | null> {
  const person = await enabled(db, emailKey(email));
  return person ? { kind: 'person', id: person.id, name: person.name, role: person.role } : null;
}

/** A failure that its person will see in their history. */
export const noteFailure = (
  db: Database,
  personId: string,
  way: 'password' | 'code',
  caller: Caller,
  now: Instant,
): Promise<Result<null>> =>
  unlogged(db, async (tx) => {
    await noteSignIn(tx, { personId, way, outcome: 'failed' }, caller, now);
    return ok(null);
  });

const enabled = (db: Database, email: string) =>
  db.read
    .select()
    .from(people)
    .where(and(eq(people.email, email), isNull(people.disabledAt)))
    .get();

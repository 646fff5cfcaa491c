import { and, eq, isNull } from 'drizzle-orm';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import { makeLink, openLink, takeLink } from './links';
import type { Database } from './open';
import { people } from './schema';
import { asksForCode, takeCode } from './second-factor';
import type { Person } from './sessions';
import { authenticate, noteFailure } from './sign-in';
import type { Caller, SignInLine } from './sign-in-history';
import { beginTry, forgetTry } from './throttle';
import { unlogged } from './verb';

export interface SignedIn {
  person: Person;
  way: SignInLine['way'];
}

/** What somebody gives to come in: address and password, with a code where they have one at hand; or the code alone, after the first step. */
export interface Given {
  email?: string;
  password?: string;
  code?: string;
  /** What the first step answered. */
  step?: string;
}

/**
 * Signs in by password, and by a code where the person has a second factor: 401 `CodeNeeded` with `step` in its details, a token that
 * carries the sign-in to its second step for five minutes. Else as `authenticate` and, for the code, as `secondStep`.
 */
export async function signInSteps(db: Database, given: Given, caller: Caller, now: Instant): Promise<Result<SignedIn>> {
  if (given.step) return secondStep(db, given.step, given.code ?? '', caller, now);
  const person = await authenticate(db, given.email ?? '', given.password ?? '', now, caller.network, undefined, caller.agent);
  if (!person.ok) return person;
  if (!(await asksForCode(db.read, person.value.id))) return ok({ person: person.value, way: 'password' });
  const step = await unlogged(db, async (tx) => ok(await makeLink(tx, { kind: 'second-step', personId: person.value.id }, now)));
  if (!step.ok) return step;
  if (given.code) return secondStep(db, step.value, given.code, caller, now);
  return refuse(
    401,
    'CodeNeeded',
    'Your password is right; your second factor is asked for too.',
    'Give the code that your app shows now.',
    {
      details: { step: step.value },
    },
  );
}

/** 401 `CodeFailed` for a wrong code, with the same step; 410 `LinkOver` after five minutes; 429 `TooManyAttempts` after ten wrong ones. */
async function secondStep(db: Database, step: string, code: string, caller: Caller, now: Instant): Promise<Result<SignedIn>> {
  const link = await openLink(db.read, 'second-step', step, now);
  if (!link?.personId) return refuse(410, 'LinkOver', 'Signing in took too long.', 'Begin again with your password.');
  const { personId } = link;
  const attempt = await beginTry(db, `code ${personId}`, caller.network, now, true);
  if (!attempt.ok) return attempt;
  // One transaction: of two requests with one code, one comes in.
  const taken = await unlogged(db, async (tx) => {
    const way = await takeCode(tx, personId, code, now);
    if (way !== null) {
      const used = await takeLink(tx, 'second-step', step, now);
      if (!used.ok) return used;
    }
    return ok(way);
  });
  if (!taken.ok) return taken;
  if (taken.value === null) {
    await noteFailure(db, personId, 'code', caller, now);
    return refuse(401, 'CodeFailed', 'The code is not right, or was used already.', 'Wait for the next one, or use a recovery code.', {
      details: { step },
    });
  }
  await forgetTry(db, attempt.value);
  const enabled = and(eq(people.id, personId), isNull(people.disabledAt));
  const row = await db.read.select({ name: people.name, role: people.role }).from(people).where(enabled).get();
  if (!row) return refuse(401, 'SignInFailed', 'This person may not sign in any more.', 'Ask an administrator.');
  return ok({ person: { kind: 'person', id: personId, ...row }, way: taken.value });
}

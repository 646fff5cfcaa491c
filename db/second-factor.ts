import { createHash } from 'node:crypto';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import type { Actor } from './actor';
import { newSecret, otpauthUri, stepOfCode } from './one-time-codes';
import type { Database, Reads, Tx } from './open';
import { recordPersonAct } from './person-record';
import { readableSecret } from './readable-secret';
import { people, recoveryCodes, secondFactors } from './schema';
import type { Person } from './sessions';
import { unlogged, verb } from './verb';

/** How many ways back in there are for somebody who lost the app; each works once. */
const RECOVERY_CODES = 10;

/** "off", "begun" (with the secret to put into an app), or "on" (with the recovery codes that are left). */
export type SecondFactor =
  | { state: 'off' }
  | { state: 'begun'; secret: string; uri: string }
  | { state: 'on'; since: Instant; codesLeft: number };

const rowOf = (from: Reads, personId: string) => from.select().from(secondFactors).where(eq(secondFactors.personId, personId)).get();

export async function secondFactorOf(from: Reads, person: Person): Promise<SecondFactor> {
  const row = await rowOf(from, person.id);
  if (!row) return { state: 'off' };
  if (row.confirmedAt === null) {
    const { email } = (await from.select({ email: people.email }).from(people).where(eq(people.id, person.id)).get())!;
    return { state: 'begun', secret: row.secret, uri: otpauthUri(row.secret, email) };
  }
  return { state: 'on', since: row.confirmedAt, codesLeft: await from.$count(recoveryCodes, isLeft(person.id)) };
}

/** Those whose sign-in asks for a code. */
export async function peopleWithSecondFactor(from: Reads): Promise<Set<string>> {
  const rows = await from.select({ id: secondFactors.personId }).from(secondFactors).where(isNotNull(secondFactors.confirmedAt));
  return new Set(rows.map(({ id }) => id));
}

export const asksForCode = async (from: Reads, personId: string): Promise<boolean> => {
  const row = await rowOf(from, personId);
  return row !== undefined && row.confirmedAt !== null;
};

/** Makes a secret that counts from its first code on. Until then nothing is asked, and beginning again makes another. 409 `SecondFactorOn`. */
export const beginSecondFactor = (db: Database, person: Person, now: Instant): Promise<Result<{ begun: true }>> =>
  unlogged(db, async (tx) => {
    const row = await rowOf(tx, person.id);
    if (row && row.confirmedAt !== null) return refuse(409, 'SecondFactorOn', 'Your second factor is on.', 'Switch it off first.');
    const fresh = { secret: newSecret(), lastStep: 0, createdAt: now, confirmedAt: null };
    await tx
      .insert(secondFactors)
      .values({ personId: person.id, ...fresh })
      .onConflictDoUpdate({ target: secondFactors.personId, set: fresh });
    return ok({ begun: true });
  });

/** The first code proves that an app has the secret: from now on it is asked for. Gives the recovery codes, which are kept as digests. */
export const confirmSecondFactor = (db: Database, code: string, person: Person, now: Instant): Promise<Result<{ codes: string[] }>> =>
  verb(db, async (tx) => {
    const row = await rowOf(tx, person.id);
    if (!row || row.confirmedAt !== null)
      return refuse(409, 'SecondFactorNotBegun', 'There is no new second factor to confirm.', 'Begin on the page of your account.');
    const step = stepOfCode(row.secret, digitsOf(code), row.lastStep, now);
    if (step === null) return wrongCode('Wait for the next code of your app, and check the clock of the device.');
    await tx.update(secondFactors).set({ confirmedAt: now, lastStep: step }).where(eq(secondFactors.personId, person.id));
    const codes = await freshCodes(tx, person.id);
    await recordPersonAct(tx, person.id, { action: 'account.confirm-second-factor' }, person, now);
    return ok({ codes });
  });

/** Ten others in place of those there were. 409 `SecondFactorOff`. */
export const renewRecoveryCodes = (db: Database, person: Person, now: Instant): Promise<Result<{ codes: string[] }>> =>
  verb(db, async (tx) => {
    if (!(await asksForCode(tx, person.id))) return isOff();
    const codes = await freshCodes(tx, person.id);
    await recordPersonAct(tx, person.id, { action: 'account.renew-recovery-codes' }, person, now);
    return ok({ codes });
  });

/** Takes a person's second factor away with its recovery codes: their own, or by an administrator that of somebody who lost it. */
export const removeSecondFactor = (db: Database, id: string, action: string, by: Actor, now: Instant): Promise<Result<{ id: string }>> =>
  verb(db, async (tx) => {
    const [gone] = await tx.delete(secondFactors).where(eq(secondFactors.personId, id)).returning();
    if (!gone || gone.confirmedAt === null) return isOff();
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, id));
    await recordPersonAct(tx, id, { action }, by, now);
    return ok({ id });
  });

/** What a code is, if it lets its person in; it does so once. Null: it is wrong, was taken before, or is too old. */
export async function takeCode(tx: Tx, personId: string, given: string, now: Instant): Promise<'code' | 'recovery-code' | null> {
  const row = await rowOf(tx, personId);
  if (!row || row.confirmedAt === null) return null;
  const step = stepOfCode(row.secret, digitsOf(given), row.lastStep, now);
  if (step !== null) {
    await tx.update(secondFactors).set({ lastStep: step }).where(eq(secondFactors.personId, personId));
    return 'code';
  }
  const left = and(eq(recoveryCodes.id, storedCode(personId, given)), isLeft(personId));
  const [used] = await tx.update(recoveryCodes).set({ usedAt: now }).where(left).returning();
  return used ? 'recovery-code' : null;
}

const wrongCode = (next: string): Result<never> =>
  refuse(422, 'CodeWrong', 'The code is not right, or was used already.', next, { field: 'code' });

const isOff = (): Result<never> =>
  refuse(409, 'SecondFactorOff', 'There is no second factor to change.', 'Look at the page again: it may have been switched off.');

const isLeft = (personId: string) => and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt));

async function freshCodes(tx: Tx, personId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, readableSecret);
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
  await tx.insert(recoveryCodes).values(codes.map((code) => ({ id: storedCode(personId, code), personId, usedAt: null })));
  return codes;
}

/** As apps show it, in two groups, or as it is typed. */
const digitsOf = (given: string): string => given.replace(/\s/g, '');

/** Eighty random bits need no slow hash; written with or without its strokes, in capitals or not. */
const storedCode = (personId: string, code: string): string =>
  createHash('sha256')
    .update(`${personId} ${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`)
    .digest('hex');

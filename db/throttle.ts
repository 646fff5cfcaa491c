import { and, count, eq, gt, inArray, lt, min, or, sql } from 'drizzle-orm';
import { digestOf } from '@/lib/audit';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import type { Database } from './open';
import { signInFailures } from './schema';
import { verb } from './verb';

/** Ten failures in a quarter of an hour are a forgetful person; more are somebody guessing. */
export const THROTTLE = { failures: 10, minutes: 15 } as const;

/** A try that counts as a failure until it is settled, so that a hundred tries at once are still a hundred tries. */
export interface Try {
  account: string;
  rows: number[];
}

/**
 * Counts a try against the account and against the prefix of the caller's address, whether or not the account exists.
 * 429 `TooManyAttempts` with `retryAfter` in seconds once either is full; a refused try does not count, so nobody is locked out for good.
 */
export function beginTry(db: Database, email: string, prefix: string, now: Instant): Promise<Result<Try>> {
  // The address itself may be a typing mistake of a password: only its digest is stored.
  const account = `account:${digestOf(email)}`;
  const buckets = [account, `prefix:${prefix}`];
  return verb(db, async (tx) => {
    await tx.delete(signInFailures).where(lt(signInFailures.at, minutesBefore(now, 24 * 60)));
    const full = await tx
      .select({ bucket: signInFailures.bucket, failures: count(), first: min(signInFailures.at) })
      .from(signInFailures)
      .where(and(inArray(signInFailures.bucket, buckets), gt(signInFailures.at, minutesBefore(now, THROTTLE.minutes))))
      .groupBy(signInFailures.bucket);
    const waits = full.filter((row) => row.failures >= THROTTLE.failures).map((row) => secondsUntilFree(row.first ?? now, now));
    if (waits.length > 0) {
      const retryAfter = Math.max(...waits);
      const next = `Wait ${Math.ceil(retryAfter / 60)} minutes and try again.`;
      return refuse(429, 'TooManyAttempts', 'Too many attempts to sign in failed.', next, { details: { retryAfter } });
    }
    const values = buckets.map((bucket) => ({ bucket, at: now }));
    const rows = await tx.insert(signInFailures).values(values).returning({ row: ROW });
    return ok({ account, rows: rows.map(({ row }) => row) });
  });
}

/** The try was no guess, as it was turned away unseen: it counts no longer. */
export const withdrawTry = (db: Database, { rows }: Try): Promise<Result<null>> =>
  verb(db, async (tx) => {
    await tx.delete(signInFailures).where(inArray(ROW, rows));
    return ok(null);
  });

/** The try succeeded: the account starts afresh, the prefix gets back no more than this try took from it. */
export const forgetTry = (db: Database, { account, rows }: Try): Promise<Result<null>> =>
  verb(db, async (tx) => {
    await tx.delete(signInFailures).where(or(eq(signInFailures.bucket, account), inArray(ROW, rows)));
    return ok(null);
  });

const ROW = sql<number>`rowid`;
const minutesBefore = (now: Instant, minutes: number): Instant => new Date(Date.parse(now) - minutes * 60_000).toISOString();
const secondsUntilFree = (first: Instant, now: Instant): number =>
  Math.max(1, Math.ceil((Date.parse(first) + THROTTLE.minutes * 60_000 - Date.parse(now)) / 1000));

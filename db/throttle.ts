import { and, count, eq, gt, inArray, lt, min, or, sql } from 'drizzle-orm';
import { digestOf } from '@/lib/audit';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import type { Database, Reads } from './open';
import { signInFailures } from './schema';
import { unlogged } from './verb';

/** Ten failures in a quarter of an hour are a forgetful person; more are somebody guessing, and so are a hundred in a day. */
const THROTTLE = { failures: 10, minutes: 15, daily: 100 } as const;

const DAY = 24 * 60;

/** A guess waits this long at most: more would be a way to keep connections open. */
const LONGEST_PAUSE = 5000;

/** A try that counts as a failure until it is settled, so that a hundred tries at once are still a hundred tries. */
export interface Try {
  account: string;
  rows: number[];
  /** Milliseconds to wait before the password is looked at. */
  pause: number;
}

/**
 * Counts a try against the account, whether or not there is one, and against the prefix of the caller's address. A full prefix is
 * refused, 429 `TooManyAttempts` with `retryAfter` in seconds, and a refused try does not count. An account under pressure from
 * everywhere is slowed and never refused: else anybody who knows an address could keep its person out. Where only somebody who knows
 * the password gets that far, it is `firm`: refused like a prefix, because a code of six digits is soon guessed.
 */
export function beginTry(db: Database, email: string, prefix: string, now: Instant, firm = false): Promise<Result<Try>> {
  // The address itself may be a typing mistake of a password: only its digest is stored.
  const account = `account:${digestOf(email)}`;
  const buckets = [account, `prefix:${prefix}`];
  return unlogged(db, async (tx) => {
    await tx.delete(signInFailures).where(lt(signInFailures.at, minutesBefore(now, DAY)));
    const lately = await failuresOf(tx, buckets, minutesBefore(now, THROTTLE.minutes));
    const today = await failuresOf(tx, buckets, minutesBefore(now, DAY));
    const waits = (firm ? buckets : [buckets[1]!]).flatMap((bucket) => [
      secondsUntilFree(lately.get(bucket), THROTTLE.failures, THROTTLE.minutes, now),
      secondsUntilFree(today.get(bucket), THROTTLE.daily, DAY, now),
    ]);
    const retryAfter = Math.max(...waits);
    if (retryAfter > 0) {
      const next = `Wait ${inWords(retryAfter)} and try again.`;
      return refuse(429, 'TooManyAttempts', firm ? 'There were too many attempts.' : 'Too many attempts to sign in failed.', next, {
        details: { retryAfter },
      });
    }
    const values = buckets.map((bucket) => ({ bucket, at: now }));
    const rows = await tx.insert(signInFailures).values(values).returning({ row: ROW });
    return ok({ account, rows: rows.map(({ row }) => row), pause: pauseAfter(lately.get(account)?.failures ?? 0) });
  });
}

/** The try was no guess, as it was turned away unseen: it counts no longer. */
export const withdrawTry = (db: Database, { rows }: Try): Promise<Result<null>> =>
  unlogged(db, async (tx) => {
    await tx.delete(signInFailures).where(inArray(ROW, rows));
    return ok(null);
  });

/** The try succeeded: the account starts afresh, the prefix gets back no more than this try took from it. */
export const forgetTry = (db: Database, { account, rows }: Try): Promise<Result<null>> =>
  unlogged(db, async (tx) => {
    await tx.delete(signInFailures).where(or(eq(signInFailures.bucket, account), inArray(ROW, rows)));
    return ok(null);
  });

interface Failures {
  failures: number;
  first: Instant;
}

async function failuresOf(from: Reads, buckets: string[], since: Instant): Promise<Map<string, Failures>> {
  const rows = await from
    .select({ bucket: signInFailures.bucket, failures: count(), first: min(signInFailures.at) })
    .from(signInFailures)
    .where(and(inArray(signInFailures.bucket, buckets), gt(signInFailures.at, since)))
    .groupBy(signInFailures.bucket);
  return new Map(rows.map(({ bucket, failures, first }) => [bucket, { failures, first: first! }]));
}

/** Seconds until the oldest failure leaves the window; 0 while there is room. */
function secondsUntilFree(found: Failures | undefined, most: number, minutes: number, now: Instant): number {
  if (!found || found.failures < most) return 0;
  return Math.max(1, Math.ceil((Date.parse(found.first) + minutes * 60_000 - Date.parse(now)) / 1000));
}

/** A quarter of a second after ten failures of an account from anywhere, twice that after each more. */
const pauseAfter = (failures: number): number =>
  failures < THROTTLE.failures ? 0 : Math.min(LONGEST_PAUSE, 250 * 2 ** (failures - THROTTLE.failures));

const inWords = (seconds: number): string =>
  seconds > 90 * 60 ? `${Math.ceil(seconds / 3600)} hours` : seconds > 60 ? `${Math.ceil(seconds / 60)} minutes` : 'a minute';

const ROW = sql<number>`rowid`;
const minutesBefore = (now: Instant, minutes: number): Instant => new Date(Date.parse(now) - minutes * 60_000).toISOString();

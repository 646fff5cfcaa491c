import { createHash } from 'node:crypto';
import { and, eq, lt } from 'drizzle-orm';
import { type Instant, ok, type Result, refusal, refuse } from '@/lib/base';
import type { Database } from './open';
import { Refused } from './refused';
import { sentOnce } from './schema';
import { unlogged } from './verb';

/** How long it is kept what was sent under a key of its sender's choice. */
const KEPT_HOURS = 24;

/** What somebody sends, and the key by which they would send it again. */
export interface Sending {
  person: string;
  key: string;
  operation: string;
  input: unknown;
}

/** It was done before, and this was answered; or a record whose first write notes that it is done now. */
type Once = { before: unknown } | { db: Database; settle(done: Result<unknown>, secret: boolean): Promise<unknown> };

/**
 * Whatever is sent twice under one key is done once: the note of it stands or falls with the first write of the act. 422 `SentOtherwise`
 * where the key was used for something else; 409 `SentAlready` where it is being done at this moment, or its answer was kept nowhere.
 */
export async function sendOnce(db: Database, sending: Sending, now: Instant): Promise<Result<Once>> {
  const row = { personId: sending.person, key: sending.key, operation: sending.operation, digest: digestOf(sending.input), at: now };
  const own = and(eq(sentOnce.personId, row.personId), eq(sentOnce.key, row.key));
  const known = await db.read.select().from(sentOnce).where(own).get();
  if (known && (known.operation !== row.operation || known.digest !== row.digest)) {
    const next = 'Send this under a key of its own.';
    return refuse(422, 'SentOtherwise', 'Something else was sent under this key.', next, { field: 'Idempotency-Key' });
  }
  if (known) return known.answer === null ? { ok: false, refusal: already } : ok({ before: known.answer });
  let noted = false;
  const write: Database['write'] = async (work) => {
    const done = await db.write(async (tx) => {
      if (!noted) {
        const old = new Date(Date.parse(now) - KEPT_HOURS * 3_600_000).toISOString();
        await tx.delete(sentOnce).where(lt(sentOnce.at, old));
        const [made] = await tx.insert(sentOnce).values(row).onConflictDoNothing().returning({ key: sentOnce.key });
        if (!made) throw new Refused(already);
      }
      return work(tx);
    });
    noted = true;
    return done;
  };
  // What was refused may be sent again; what lets somebody in is kept nowhere.
  const settle = async (done: Result<unknown>, secret: boolean) => {
    if (!noted || (done.ok && secret)) return;
    await unlogged(db, async (tx) =>
      ok(done.ok ? await tx.update(sentOnce).set({ answer: done.value }).where(own) : await tx.delete(sentOnce).where(own)),
    );
  };
  return ok({ db: { ...db, write }, settle });
}

const digestOf = (input: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(input) ?? '')
    .digest('hex');

const already = refusal(
  409,
  'SentAlready',
  'This was sent already: it is being done, or was done and its answer is shown once.',
  'Look whether it is there before you send it under another key.',
);

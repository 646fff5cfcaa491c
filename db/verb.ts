import type { Result } from '@/lib/base';
import { logHead } from './audit';
import type { Database, Tx } from './open';
import { Refused } from './refused';

/**
 * The frame of every verb: one transaction in which it loads, decides, writes and logs. A refusal rolls everything back and comes
 * out as a value, as do `Busy`, `StorageFull`, `OwnerLocked` and `AuditBroken`. A verb that wrote no fact is a mistake: it throws.
 */
export function verb<T>(db: Database, work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
  return unlogged(db, async (tx) => {
    const before = await logHead(tx);
    const result = await work(tx);
    if (result.ok && (await logHead(tx)) === before) throw new Error('a verb left no fact in the log');
    return result;
  });
}

/** The same frame for what is private and passes: sessions, drafts, people's own settings, mentions they saw, what they follow and were told, failed sign-ins; and for what programs are told of facts that are in the log already. Nothing else goes without a fact. */
export function unlogged<T>(db: Database, work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
  return refusals(() =>
    db.write(async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new Refused(result.refusal);
      return result;
    }),
  );
}

/** Turns a thrown refusal into a value; every other error goes on. */
export async function refusals<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

import { eq } from 'drizzle-orm';
import type { Instant } from '@/lib/base';
import type { Reads, Tx } from './open';
import { meta } from './schema';

const REGROUP_OWED = 'regroup_owed';

/** Left in the transaction of every act that changes what there is to group: a new article, a rejected claim. */
export async function oweRegroup(tx: Tx, now: Instant): Promise<void> {
  await tx.insert(meta).values({ key: REGROUP_OWED, value: now }).onConflictDoNothing();
}

/** True while the grouping after such an act has not been done: a process was killed in between, or a batch goes on. */
export async function isRegroupOwed(from: Reads): Promise<boolean> {
  return (await from.select().from(meta).where(eq(meta.key, REGROUP_OWED)).get()) !== undefined;
}

/** Cleared by `regroup`, in its own transaction. */
export async function settleRegroup(tx: Tx): Promise<void> {
  await tx.delete(meta).where(eq(meta.key, REGROUP_OWED));
}

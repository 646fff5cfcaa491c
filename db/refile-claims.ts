import { and, asc, eq, gt } from 'drizzle-orm';
import { fileClaims } from './claim-keys';
import { claimsToGroup, isMember } from './members';
import type { Database, Reads, Tx } from './open';
import { claims, meta } from './schema';
import { isAmong } from './statement';

export const KEYS_OWED = 'keys_owed';
/** Claims filed in one transaction. */
const TOGETHER = 200;

/** True where claims were stored before they were filed under keys. */
export async function areKeysOwed(from: Reads): Promise<boolean> {
  return (await from.select().from(meta).where(eq(meta.key, KEYS_OWED)).get()) !== undefined;
}

/** Files all claims under their keys, some at a time: others write in between. Cut off, it is still owed, and filing again changes nothing. */
export async function refileClaims(db: Database): Promise<void> {
  for (let last: string | null = ''; last !== null; ) {
    const after: string = last;
    last = await db.write((tx) => fileSome(tx, after));
  }
  await db.write((tx) => tx.delete(meta).where(eq(meta.key, KEYS_OWED)));
}

/** Gives the id of the last one, or null where none was left. */
async function fileSome(tx: Tx, after: string): Promise<string | null> {
  const rows = await tx
    .select({ id: claims.id })
    .from(claims)
    .where(and(isMember, gt(claims.id, after)))
    .orderBy(asc(claims.id))
    .limit(TOGETHER);
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await fileClaims(tx, await claimsToGroup(tx, isAmong(claims.id, ids)));
  return ids.at(-1) ?? null;
}

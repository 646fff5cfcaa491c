import { asc, eq, gt } from 'drizzle-orm';
import { type ChainVerdict, type ChainWalk, startWalk } from '@/lib/audit';
import { AUDIT_HEAD, headNote } from './audit';
import { missingGuard } from './fingerprint';
import type { Reads } from './open';
import { auditLog, meta } from './schema';
import { caseFault } from './verify-cases';

const PAGE = 2000;

/** A log cut short is still a good chain, so the record remembers beside it how far it went. */
async function cutTail(from: Reads, { entries, head }: Extract<ChainVerdict, { ok: true }>): Promise<string | null> {
  const noted = await from.select().from(meta).where(eq(meta.key, AUDIT_HEAD)).get();
  const found = headNote(entries, head);
  if (entries === 0 && !noted) return null;
  return noted?.value === found
    ? null
    : `the log ends with entry ${entries}, but the record was written up to ${noted?.value ?? 'no entry'}`;
}

/**
 * Walks the whole record: every entry of the log against its hash and the one before, the guards that keep it append-only, and every
 * case, ruling and publication against the entry that made it. Names the first bad entry. Reads only, in pages, so a log of
 * millions needs no more memory than a short one.
 */
export async function verifyRecord(db: { read: Reads }): Promise<ChainVerdict> {
  const chain = await walkLog(db.read);
  if (!chain.ok) return chain;
  const cut = await cutTail(db.read, chain);
  if (cut) return { ok: false, seq: chain.entries + 1, reason: cut };
  const guard = await missingGuard(db.read);
  if (guard) return { ok: false, seq: chain.entries + 1, reason: guard };
  return (await caseFault(db.read)) ?? chain;
}

async function walkLog(from: Reads): Promise<ChainVerdict> {
  const walk: ChainWalk = startWalk();
  for (let after: number | null = null; ; ) {
    // The log may hold rows below 1 only if somebody put them there: the first page starts at the very first.
    const query = from.select().from(auditLog).orderBy(asc(auditLog.seq)).limit(PAGE);
    const rows: (typeof auditLog.$inferSelect)[] = await (after === null ? query : query.where(gt(auditLog.seq, after)));
    for (const row of rows) {
      const fault = walk.next(row);
      if (fault) return fault;
    }
    if (rows.length < PAGE) return walk.verdict();
    after = rows.at(-1)!.seq;
  }
}

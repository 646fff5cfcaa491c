import { and, gte, lte, sql } from 'drizzle-orm';
import type { ChainFault } from '@/lib/audit';
import { entryPages } from './log-pages';
import type { Reads } from './open';
import { REVISION_ACTS, revisionDigest } from './revision-record';
import { revisions } from './schema';

/** Holds every act on a speaker, an outlet or a measure against the entry that made it. */
export async function revisionFault(from: Reads): Promise<ChainFault | null> {
  for await (const entries of entryPages(from)) {
    const within = and(gte(revisions.seq, entries[0]!.seq), lte(revisions.seq, entries.at(-1)!.seq));
    const made = new Map((await from.select().from(revisions).where(within)).map((row) => [row.seq, row]));
    for (const { seq, action, subject, evidenceHashes } of entries) {
      const row = made.get(seq);
      const logged = REVISION_ACTS.some((act) => act === action);
      if (!logged && !row) continue;
      if (!logged || !row || row.subject !== subject || row.act !== action || revisionDigest(row) !== evidenceHashes[1])
        return { ok: false, seq, reason: `what was done to ${subject} is not what was logged` };
    }
  }
  const [stray] = await from.all<{ seq: number; subject: string }>(
    sql`SELECT seq, subject FROM revisions WHERE seq NOT IN (SELECT seq FROM audit_log) LIMIT 1`,
  );
  return stray ? { ok: false, seq: stray.seq, reason: `what was done to ${stray.subject} was never logged` } : null;
}

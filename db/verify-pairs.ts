import { and, gte, lte, sql } from 'drizzle-orm';
import type { ChainFault } from '@/lib/audit';
import { entryPages } from './log-pages';
import type { Reads } from './open';
import { PAIR_ACTS, pairDigest } from './pair-record';
import { pairJudgements } from './schema';

/** Holds every word on a pair of claims against the entry that made it. */
export async function pairFault(from: Reads): Promise<ChainFault | null> {
  for await (const entries of entryPages(from)) {
    const within = and(gte(pairJudgements.seq, entries[0]!.seq), lte(pairJudgements.seq, entries.at(-1)!.seq));
    const made = new Map<number, string[]>();
    for (const row of await from.select().from(pairJudgements).where(within))
      made.set(row.seq, [...(made.get(row.seq) ?? []), pairDigest(row)]);
    for (const { seq, action, evidenceHashes } of entries) {
      const logged = PAIR_ACTS.some((act) => act === action) ? [...evidenceHashes].sort() : [];
      if ((made.get(seq) ?? []).sort().join() !== logged.join())
        return { ok: false, seq, reason: 'its word on a pair is not what was logged' };
    }
  }
  const [stray] = await from.all<{ seq: number }>(
    sql`SELECT seq FROM pair_judgements WHERE seq NOT IN (SELECT seq FROM audit_log) LIMIT 1`,
  );
  return stray ? { ok: false, seq: stray.seq, reason: 'a word on a pair was never logged' } : null;
}

import { and, gte, lte, sql } from 'drizzle-orm';
import { type AuditEntry, type ChainFault, digestOf } from '@/lib/audit';
import type { Act } from './acts';
import { entryPages } from './log-pages';
import type { Reads } from './open';
import { acts } from './schema';

/** Entries that no person made. */
const NOBODY = ['machine', 'owner', 'anonymous'];
/** Acts of which the log holds what was before and after. */
const HELD = [
  ...['queue.assign', 'queue.snooze', 'queue.wake', 'queue.flag', 'queue.draw', 'queue.set'],
  ...['queue.ask-source', 'queue.source-answered', 'queue.second-look', 'queue.look', 'desk.set-audit'],
];
/** The same, where the act says what changed: once it did not. Of a person, the digest of their row comes first. */
const SAYING = [
  ...['desk.set-review', 'measures.set-review', 'queue.drop-view', 'people.add', 'people.join', 'people.invite'],
  ...['people.set-role', 'people.disable', 'people.enable'],
];

/** Holds the list of what people did against the log: each entry of a person has its act, each act its entry, and what it changed is what was logged. */
export async function actFault(from: Reads): Promise<ChainFault | null> {
  for await (const entries of entryPages(from)) {
    const within = and(gte(acts.seq, entries[0]!.seq), lte(acts.seq, entries.at(-1)!.seq));
    const made = new Map((await from.select().from(acts).where(within)).map((act) => [act.seq, act]));
    for (const entry of entries) {
      const act = made.get(entry.seq);
      const isOwn = !NOBODY.includes(entry.actor);
      if (isOwn !== (act !== undefined) || (act && !isOf(act, entry)))
        return { ok: false, seq: entry.seq, reason: 'its act is not what was logged' };
    }
  }
  const [stray] = await from.all<{ seq: number }>(sql`SELECT seq FROM acts WHERE seq NOT IN (SELECT seq FROM audit_log) LIMIT 1`);
  return stray ? { ok: false, seq: stray.seq, reason: 'an act was never logged' } : null;
}

const isOf = ({ by, action, subject, at, before, after }: Act, entry: AuditEntry): boolean =>
  by === entry.actor &&
  action === entry.action &&
  subject === entry.subject &&
  at === entry.at &&
  (!HELD.includes(action) || entry.evidenceHashes[0] === digestOf({ before, after })) &&
  (!SAYING.includes(action) || (before ?? after) === null || entry.evidenceHashes.includes(digestOf({ before, after })));

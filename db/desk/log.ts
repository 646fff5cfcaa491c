import { desc, lt } from 'drizzle-orm';
import { type AuditEntry, hex } from '@/lib/audit';
import type { Reads } from '../open';
import { auditLog } from '../schema';
import { namesOf } from './names';
import { nameless, SOME_REVIEWER } from './seen-by';

export interface LogLine {
  entry: AuditEntry;
  /** Hash of the entry in hex. */
  leaf: string;
  /** Name of the person, or the word the log uses ("machine", "owner"). */
  who: string;
}

const PAGE = 50;

/** The newest entries, or those before one of them, as this person may see them. */
export async function readLog(from: Reads, before: number | null, reader: string): Promise<LogLine[]> {
  const rows = await from
    .select()
    .from(auditLog)
    .where(before === null ? undefined : lt(auditLog.seq, before))
    .orderBy(desc(auditLog.seq))
    .limit(PAGE);
  const lines = rows.map(({ body, leaf }) => ({ entry: JSON.parse(body) as AuditEntry, leaf: hex(leaf) }));
  const names = await namesOf(
    from,
    lines.map(({ entry }) => entry.actor),
  );
  const told = ({ actor, action, subject }: AuditEntry) => ({ by: actor, action, subject });
  const isNameless = await nameless(
    from,
    lines.map(({ entry }) => told(entry)),
    reader,
  );
  const whoOf = (entry: AuditEntry) => (isNameless(told(entry)) ? SOME_REVIEWER : (names.get(entry.actor) ?? entry.actor));
  return lines.map((line) => ({ ...line, who: whoOf(line.entry) }));
}

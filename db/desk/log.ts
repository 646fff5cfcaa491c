import { desc, lt } from 'drizzle-orm';
import { type AuditEntry, hex } from '@/lib/audit';
import type { Reads } from '../open';
import { auditLog } from '../schema';
import { namesOf } from './names';

export interface LogLine {
  entry: AuditEntry;
  /** Hash of the entry in hex. */
  leaf: string;
  /** Name of the person, or the word the log uses ("machine", "owner"). */
  who: string;
}

const PAGE = 50;

/** The newest entries, or those before one of them. */
export async function readLog(from: Reads, before: number | null): Promise<LogLine[]> {
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
  return lines.map((line) => ({ ...line, who: names.get(line.entry.actor) ?? line.entry.actor }));
}

import { desc, lt } from 'drizzle-orm';
import { type AuditEntry, hex } from '@/lib/audit';
import type { Reads } from '../open';
import { auditLog, people } from '../schema';

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
    .select({ row: auditLog })
    .from(auditLog)
    .where(before === null ? undefined : lt(auditLog.seq, before))
    .orderBy(desc(auditLog.seq))
    .limit(PAGE);
  const names = new Map((await from.select({ id: people.id, name: people.name }).from(people)).map(({ id, name }) => [id, name]));
  return rows.map(({ row }) => {
    const entry = JSON.parse(row.body) as AuditEntry;
    return { entry, leaf: hex(row.leaf), who: names.get(entry.actor) ?? entry.actor };
  });
}

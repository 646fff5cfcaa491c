import { asc, gt } from 'drizzle-orm';
import type { AuditEntry } from '@/lib/audit';
import type { Reads } from './open';
import { auditLog } from './schema';

export type LogRow = typeof auditLog.$inferSelect;

const PAGE = 2000;

/** The log in its order, a page at a time: a log of millions needs no more memory than a short one. */
export async function* logPages(from: Reads): AsyncGenerator<LogRow[]> {
  for (let after: number | null = null; ; ) {
    // The log may hold rows below 1 only if somebody put them there: the first page starts at the very first.
    const query = from.select().from(auditLog).orderBy(asc(auditLog.seq)).limit(PAGE);
    const rows: LogRow[] = await (after === null ? query : query.where(gt(auditLog.seq, after)));
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.seq;
  }
}

/** The same as entries, for whoever looks at a log whose chain was found sound. */
export async function* entryPages(from: Reads): AsyncGenerator<AuditEntry[]> {
  for await (const rows of logPages(from)) yield rows.map(({ body }) => JSON.parse(body) as AuditEntry);
}

import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Reads } from '../open';
import { type ReportRow, storedCode } from '../reports';
import { reports } from '../schema';

/** What whoever holds its code may read of a report: who answered is a role, and how to reach its sender is left out. */
export type Receipt = Omit<ReportRow, 'id' | 'codeHash' | 'contact' | 'answeredBy'>;

/** Null for every other word. */
export async function receiptOf(from: Reads, code: string): Promise<Receipt | null> {
  if (!/^[\w-]{22}$/.test(code)) return null;
  const row = await from
    .select()
    .from(reports)
    .where(eq(reports.codeHash, storedCode(code)))
    .get();
  if (!row) return null;
  const { id: _, codeHash: __, contact: ___, answeredBy: ____, ...shown } = row;
  return shown;
}

/** Of errors that were reported and answered, how many led to a correction; and how many reports of any kind wait. */
export async function reportCounts(from: Reads): Promise<{ asked: number; granted: number; waiting: number }> {
  const answered = and(eq(reports.kind, 'error'), isNotNull(reports.answeredAt));
  return {
    asked: await from.$count(reports, answered),
    granted: await from.$count(reports, and(answered, eq(reports.outcome, 'corrected'))),
    waiting: await from.$count(reports, isNull(reports.answeredAt)),
  };
}

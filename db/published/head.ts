import { sql } from 'drizzle-orm';
import type { Reads } from '../open';

/** Number of the last fact in the log: every write appends one, so what was rendered at this number is right until it moves. */
export async function recordHead(from: Reads): Promise<number> {
  const row = await from.get<{ seq: number }>(sql`SELECT coalesce(max(seq), 0) AS seq FROM audit_log`);
  return Number(row.seq);
}

import { sql } from 'drizzle-orm';
import type { Instant } from '@/lib/base';
import type { Reads } from '../open';

/** What a person did since they signed in, by the names of the acts in the log, the most frequent first. */
export interface Sitting {
  since: Instant;
  acts: { action: string; times: number }[];
}

/** So far back the log is looked through: a sitting is a matter of hours, and nobody does more in it. */
const MOST_ENTRIES = 50_000;

/** Counts the acts of a person from an instant on. */
export async function readSitting(from: Reads, person: string, since: Instant): Promise<Sitting> {
  const acts = await from.all<{ action: string; times: number }>(sql`
    SELECT action, count(*) AS times FROM acts
    WHERE by = ${person} AND seq > (SELECT max(seq) FROM audit_log) - ${MOST_ENTRIES} AND at >= ${since}
    GROUP BY 1 ORDER BY 2 DESC, 1`);
  return { since, acts };
}

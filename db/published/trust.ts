import { sql } from 'drizzle-orm';
import { agreementOf, alphasOf } from '@/lib/adjudication';
import type { Instant } from '@/lib/base';
import { metOpinions } from '../met-opinions';
import type { Reads } from '../open';
import { reportCounts } from './receipts';

/** How well this desk does, in numbers: each with how many it rests on. Of cases that were published alone. */
export interface Trust {
  /** Two opinions on one case, given unseen by each other. Null figures where chance alone decides, or there are none. */
  agreement: { rounds: number; positions: number; same: number; kappa: number | null; alpha: ReturnType<typeof alphasOf> };
  /** Days from the opening of a case to its first publication, in the middle of all; `n` cases. */
  ruling: { n: number; medianDays: number | null };
  /** Rulings that were published, corrected by another, and withdrawn. */
  own: { published: number; corrected: number; withdrawn: number };
  /** Errors that readers reported and that were answered, and those that led to a correction. */
  reports: { asked: number; granted: number };
  /** When something of this last happened; null where nothing did. */
  until: Instant | null;
}

/** So many published cases tell how long a ruling takes, the last ones. */
const MOST = 1_000;

export async function trustOf(from: Reads): Promise<Trust> {
  const published = await from.all<{ id: string; opened: string; first: string; last: string; n: number; gone: number }>(sql`
    SELECT k.id, k.opened_at AS opened, min(e.body ->> '$.at') FILTER (WHERE e.body ->> '$.type' = 'published') AS first, max(e.body ->> '$.at') AS last,
      count(*) FILTER (WHERE e.body ->> '$.type' = 'published') AS n, count(*) FILTER (WHERE e.body ->> '$.type' = 'withdrawn') AS gone
    FROM case_events e JOIN cases k ON k.id = e.case_id WHERE e.body ->> '$.type' IN ('published', 'withdrawn')
    GROUP BY k.id HAVING first IS NOT NULL ORDER BY first DESC LIMIT ${MOST}`);
  const seen = new Set(published.map(({ id }) => id));
  const met = (await metOpinions(from))
    .filter(({ caseId, published: isPublished }) => isPublished && seen.has(caseId))
    .map(({ gists }) => gists);
  const { rounds, positions, same, kappa } = agreementOf(met);
  const { asked, granted } = await reportCounts(from);
  return {
    agreement: { rounds, positions, same, kappa, alpha: alphasOf(met) },
    ruling: { n: published.length, medianDays: median(published.map(({ opened, first }) => daysBetween(opened, first))) },
    own: {
      published: published.reduce((sum, { n }) => sum + Number(n), 0),
      corrected: published.reduce((sum, { n }) => sum + Number(n) - 1, 0),
      withdrawn: published.reduce((sum, { gone }) => sum + Number(gone), 0),
    },
    reports: { asked, granted },
    until:
      published
        .map(({ last }) => last)
        .sort()
        .at(-1) ?? null,
  };
}

const daysBetween = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

function median(values: number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

import { sql } from 'drizzle-orm';
import { isMember } from '../members';
import type { Reads } from '../open';
import { claims } from '../schema';

/** Another measure that is asked in the same words, with the first of its claims, which tells them apart. */
export interface AskedAlike {
  measureId: string;
  /** Its case, where there is one. */
  caseId: string | null;
  claimId: string;
  text: string;
  source: string | null;
}

/** So many are named. */
const MOST = 5;

/** Other measures, public or not, that are asked in the same words. */
export const askedAlike = (from: Reads, { id, title }: { id: string; title: string }): Promise<AskedAlike[]> =>
  from.all<AskedAlike>(sql`
    SELECT m.id AS measureId, k.id AS caseId, c.id AS claimId, c.text, coalesce(t.name, s.name) AS source
    FROM measures m JOIN claims c ON c.id = (SELECT id FROM ${claims} WHERE measure_id = m.id AND ${isMember} ORDER BY created_at, ordinal, id LIMIT 1)
      JOIN articles a ON a.id = c.article_id LEFT JOIN sources s ON s.id = a.source_id LEFT JOIN sources t ON t.id = s.standing_id LEFT JOIN cases k ON k.measure_id = m.id
    WHERE m.title = ${title} AND m.id <> ${id} ORDER BY c.created_at, m.id LIMIT ${MOST}`);

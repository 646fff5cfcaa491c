import { eq } from 'drizzle-orm';
import type { Instant } from '@/lib/base';
import { type CaseStanding, figureWithNoun, type PublicClaim } from '@/lib/publication';
import type { Reads } from '../open';
import { cases } from '../schema';
import { ask, words } from '../statement';
import { editionRecord } from './editions';

/** A case as readers saw it from one moment to the next, by its own number, with the edition of its measure that shows it. */
interface CaseVersion {
  number: number;
  edition: number;
  at: Instant;
  /** The entry of the log up to which it was worked out. */
  entry: number;
  status: CaseStanding['status'];
}

/** What readers saw of a case, the first first, and its measure; none where no reader ever saw it. Says where it stood, and never in which words. */
export async function caseVersions(from: Reads, id: string): Promise<{ measureId: string; versions: CaseVersion[] } | null> {
  const measureId = (await from.select({ id: cases.measureId }).from(cases).where(eq(cases.id, id)).get())?.id;
  if (measureId === undefined) return null;
  const rows = await ask<Omit<CaseVersion, 'number'>>(
    from,
    words`SELECT p.number AS edition, e.at, e.seq AS entry, p.body ->> '$.standing.status' AS status FROM edition_parts p
      JOIN editions e ON e.measure_id = p.measure_id AND e.number = p.number
      WHERE p.measure_id = ${measureId} AND p.part = 'case' AND p.body ->> '$.id' = ${id} ORDER BY p.number`,
  );
  return rows.length === 0 ? null : { measureId, versions: rows.map((row, at) => ({ number: at + 1, ...row })) };
}

/** A case in one of its versions, as far as that may be shown today; null for one that it has not had, or of which nothing may be shown. */
export async function caseVersion(from: Reads, id: string, number: number) {
  const found = await caseVersions(from, id);
  const version = found?.versions.find((one) => one.number === number);
  const edition = found && version && (await editionRecord(from, found.measureId, version.edition));
  const held = edition?.record?.case;
  if (!found || !version || !edition?.record || held?.id !== id) return null;
  return { version, versions: found.versions, record: edition.record, held, mark: edition.mark };
}

/** What happened to a claim in a measure for readers: it came, was read otherwise, or went. */
export interface ClaimStep {
  at: Instant;
  entry: number;
  measureId: string;
  edition: number;
  what: 'added' | 'changed' | 'gone';
  /** "12 schools"; null where it went. */
  figure: string | null;
}

/** What happened to a claim for readers, the first first: of its words the figure alone. */
export async function claimSteps(from: Reads, id: string): Promise<ClaimStep[]> {
  const rows = await ask<{ at: Instant; entry: number; measureId: string; edition: number; body: string | null }>(
    from,
    words`SELECT e.at, e.seq AS entry, p.measure_id AS measureId, p.number AS edition, p.body FROM edition_parts p
      JOIN editions e ON e.measure_id = p.measure_id AND e.number = p.number
      WHERE substr(p.part, 1, 6) = 'claim ' AND p.part = ${`claim ${id}`} ORDER BY e.seq, p.body IS NOT NULL`,
  );
  const inThere = new Set<string>();
  return rows.map(({ body, ...row }) => {
    const what = body === null ? 'gone' : inThere.has(row.measureId) ? 'changed' : 'added';
    if (body === null) inThere.delete(row.measureId);
    else inThere.add(row.measureId);
    return { ...row, what, figure: body === null ? null : figureWithNoun(JSON.parse(body) as PublicClaim) };
  });
}

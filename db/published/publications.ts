import { asc, eq } from 'drizzle-orm';
import type { CaseEvent } from '@/lib/adjudication';
import { type AuditEntry, digestOf } from '@/lib/audit';
import type { PublicPublication } from '@/lib/publication';
import { caseSubject, rulingDigest } from '../case-record';
import type { Reads } from '../open';
import { auditLog, caseEvents, publications, rulings } from '../schema';
import { isAmong } from '../statement';
import { actorsOf } from './roles';

/** An event of a case as the log has it. */
export interface LoggedEvent {
  caseId: string;
  /** Its entry in the log: the clock of everything public. */
  seq: number;
  event: CaseEvent;
  /** Digest of the row it rests on, where there is one. */
  rest: string | undefined;
}

/** The events of these cases, in order. One that its entry in the log does not tell of, word for word, never happened. */
export async function loggedEvents(from: Reads, caseIds: string[]): Promise<LoggedEvent[]> {
  if (caseIds.length === 0) return [];
  const rows = await from
    .select({ event: caseEvents, logged: auditLog.body })
    .from(caseEvents)
    .innerJoin(auditLog, eq(auditLog.seq, caseEvents.seq))
    .where(isAmong(caseEvents.caseId, caseIds))
    .orderBy(asc(caseEvents.caseId), asc(caseEvents.revision));
  return rows.flatMap(({ event: { caseId, revision, seq, body }, logged }) => {
    const { subject, toVersion, evidenceHashes } = JSON.parse(logged) as AuditEntry;
    const holds = subject === caseSubject(caseId) && toVersion === revision && evidenceHashes[0] === digestOf(body);
    return holds ? [{ caseId, seq, event: body, rest: evidenceHashes[1] }] : [];
  });
}

/**
 * What was published, by the entry of the log that published it. Begins with the events, not with the rows: a ruling or a publication
 * that no event names, or that is not word for word what was logged with it, is not shown, whoever put it there.
 */
export async function publishedOf(from: Reads, events: LoggedEvent[]): Promise<Map<number, PublicPublication>> {
  const acts = events.flatMap(({ event, ...logged }) => (event.type === 'published' ? [{ ...logged, event }] : []));
  if (acts.length === 0) return new Map();
  const ruledIn = new Map(
    events.flatMap(({ event, rest }) => (event.type === 'ruled' ? [[event.rulingId, { event, rest }] as const] : [])),
  );
  const of = (id: 'publicationId' | 'rulingId') => acts.map(({ event }) => event[id]);
  const published = await from
    .select()
    .from(publications)
    .where(isAmong(publications.id, of('publicationId')));
  const ruled = await from
    .select()
    .from(rulings)
    .where(isAmong(rulings.id, of('rulingId')));
  const actor = await actorsOf(from, [...published, ...ruled]);
  const shown = new Map<number, PublicPublication>();
  for (const { caseId, seq, event, rest } of acts) {
    const row = published.find(({ id }) => id === event.publicationId);
    const ruling = ruled.find(({ id }) => id === event.rulingId);
    if (!row || !ruling || row.rulingId !== ruling.id || row.caseId !== caseId || ruling.caseId !== caseId) continue;
    const made = ruledIn.get(ruling.id);
    if (!made || digestOf(row) !== rest || rulingDigest(ruling) !== made.rest) continue;
    const reached = made.event.agreesWith ? 'agreed' : made.event.settles ? 'settled' : 'alone';
    const { id: _, caseId: __, by, byRole, ...said } = ruling;
    shown.set(seq, {
      ...{ id: row.id, kind: row.kind, notice: row.notice, at: row.at, by: actor(row) },
      ruling: { ...said, reached, by: actor({ by, byRole }) },
    });
  }
  return shown;
}

import { asc } from 'drizzle-orm';
import { type AuditDraw, type CaseEvent, type CaseView, drawAudit, evolve, UNOPENED } from '@/lib/adjudication';
import { type AuditEntry, type ChainFault, digestOf } from '@/lib/audit';
import { logHead } from './audit';
import { type CaseRow, caseSubject, contentsDigest, rulingDigest } from './case-record';
import { entryPages } from './log-pages';
import type { Reads } from './open';
import { caseEvents, cases, publications, rulings } from './schema';

/** One case as far as its events were walked. */
interface Walked {
  row: CaseRow;
  view: CaseView;
  last: { seq: number; event: CaseEvent } | null;
  /** The last entry that says what the engine found, and the digest it gives. */
  contents: { seq: number; digest: string | undefined } | null;
}

/**
 * Holds the cases against the log: each event has its entry and each entry its event, events replay to the state that is stored,
 * what the engine found is what the last event about it logged, and rulings and publications are word for word what was logged.
 * Null when all of it agrees.
 */
export async function caseFault(from: Reads): Promise<ChainFault | null> {
  const logged = await caseEntries(from);
  const texts = await storedTexts(from);
  const walked = new Map<string, Walked>();
  for (const row of await from.select().from(cases)) walked.set(row.id, { row, view: UNOPENED, last: null, contents: null });
  for (const row of await from.select().from(caseEvents).orderBy(asc(caseEvents.caseId), asc(caseEvents.revision))) {
    const { seq, caseId, revision, body: event } = row;
    const fault = (reason: string): ChainFault => ({ ok: false, seq, reason });
    const entry = logged.get(seq);
    if (!entry || entry.subject !== caseSubject(caseId) || entry.toVersion !== revision)
      return fault(`event ${revision} of case ${caseId} was never logged`);
    const [ofEvent, ofRest] = entry.evidenceHashes;
    if (ofEvent !== digestOf(event)) return fault(`event ${revision} of case ${caseId} is not what was logged`);
    if (event.type === 'ruled' && event.audit && !isDrawnSo(caseId, event.audit, entry.prev))
      return fault(`whether case ${caseId} is audited was not drawn as the log has it`);
    const text = textOf(event);
    if (text !== null && (ofRest === undefined || texts.get(text) !== ofRest))
      return fault(`what was ${event.type} in case ${caseId} is not what was logged`);
    if (text !== null) texts.delete(text);
    logged.delete(seq);
    const found = walked.get(caseId);
    if (!found) return fault(`case ${caseId} is missing`);
    if (event.type === 'opened' && event.at !== found.row.openedAt) return fault(`case ${caseId} was not opened when it says`);
    try {
      found.view = evolve(found.view, event);
    } catch {
      return fault(`case ${caseId} could not be ${event.type} at revision ${revision}`);
    }
    found.last = { seq, event };
    if (tellsContents(event)) found.contents = { seq, digest: ofRest };
  }
  for (const [seq, entry] of logged) return { ok: false, seq, reason: `the event of ${entry.subject} is missing` };
  for (const found of walked.values()) {
    if (!found.last) return { ok: false, seq: (await logHead(from)) + 1, reason: `case ${found.row.id} was never logged` };
    const fault = standingFault(found, found.last);
    if (fault) return fault;
  }
  for (const id of texts.keys())
    return { ok: false, seq: (await logHead(from)) + 1, reason: `ruling or publication ${id} was never logged` };
  return null;
}

/** Whether the stored copy of a case says what its events and the log say. */
function standingFault({ row, view, contents }: Walked, last: NonNullable<Walked['last']>): ChainFault | null {
  const fault = (seq: number, what: string): ChainFault => ({ ok: false, seq, reason: `case ${row.id} ${what}` });
  if (row.state !== view.state || row.revision !== view.revision)
    return fault(last.seq, `is stored as ${row.state}, its events say ${view.state}`);
  if (JSON.stringify(row.opinionsBy) !== JSON.stringify(view.opinions.map(({ by }) => by)))
    return fault(last.seq, 'is stored with other opinions than its events say');
  if (row.changedAt !== last.event.at) return fault(last.seq, 'was not changed when it says');
  if (contents?.digest !== contentsDigest(row.measureId, row))
    return fault(contents?.seq ?? last.seq, 'holds other findings than were logged');
  return null;
}

/** The draw can be made again by everybody who has the log: by the case and the entry before. */
const isDrawnSo = (caseId: string, { head, share, drawn }: AuditDraw, before: string): boolean =>
  head === before && drawn === drawAudit(caseId, head, share).drawn;

/** Events by which the engine writes what it found: a person's reopening and every dismissal leave that alone. */
const tellsContents = (event: CaseEvent): boolean =>
  event.type === 'opened' || event.type === 'changed' || (event.type === 'reopened' && event.by === null);

/** Digests of rulings and publications as they stand today, by id. */
async function storedTexts(from: Reads): Promise<Map<string, string>> {
  const ofRulings = (await from.select().from(rulings)).map((row): [string, string] => [row.id, rulingDigest(row)]);
  return new Map([...ofRulings, ...(await from.select().from(publications)).map((row): [string, string] => [row.id, digestOf(row)])]);
}

/** The ruling or publication an event rests on, logged beside it; null for events that rest on no other row. */
function textOf(event: CaseEvent): string | null {
  if (event.type === 'ruled' || event.type === 'submitted') return event.rulingId;
  return event.type === 'published' ? event.publicationId : null;
}

async function caseEntries(from: Reads): Promise<Map<number, AuditEntry>> {
  const found = new Map<number, AuditEntry>();
  for await (const entries of entryPages(from)) {
    for (const entry of entries) if (entry.subject.startsWith(caseSubject(''))) found.set(entry.seq, entry);
  }
  return found;
}

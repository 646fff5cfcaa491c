import { asc, eq, gt } from 'drizzle-orm';
import { type CaseEvent, evolve, UNOPENED } from '@/lib/adjudication';
import { type AuditEntry, type ChainVerdict, digestOf } from '@/lib/audit';
import { caseSubject } from './case-record';
import type { Reads } from './open';
import { auditLog, caseEvents, cases, publications, rulings } from './schema';

type Fault = Extract<ChainVerdict, { ok: false }>;

/**
 * Holds the cases against the log: each event has its entry and each entry its event, events replay to the state that is stored,
 * and rulings and publications are word for word what was logged. Null when all of it agrees.
 */
export async function caseFault(from: Reads): Promise<Fault | null> {
  const logged = await caseEntries(from);
  const texts = await loggedTexts(from);
  const stored = new Map((await from.select().from(cases)).map((row) => [row.id, row]));
  const views = new Map([...stored.keys()].map((id) => [id, UNOPENED]));
  for (const row of await from.select().from(caseEvents).orderBy(asc(caseEvents.caseId), asc(caseEvents.revision))) {
    const entry = logged.get(row.seq);
    const fault = (reason: string): Fault => ({ ok: false, seq: row.seq, reason });
    if (!entry || entry.subject !== caseSubject(row.caseId) || entry.toVersion !== row.revision)
      return fault(`event ${row.revision} of case ${row.caseId} was never logged`);
    if (entry.evidenceHashes[0] !== digestOf(row.body)) return fault(`event ${row.revision} of case ${row.caseId} is not what was logged`);
    const text = textOf(row.body, texts);
    if (text !== null && text !== entry.evidenceHashes[1])
      return fault(`what was ${row.body.type} in case ${row.caseId} is not what was logged`);
    logged.delete(row.seq);
    const view = views.get(row.caseId);
    if (!view) return fault(`case ${row.caseId} is missing`);
    try {
      views.set(row.caseId, evolve(view, row.body));
    } catch {
      return fault(`case ${row.caseId} could not be ${row.body.type} at revision ${row.revision}`);
    }
  }
  for (const [seq, entry] of logged) return { ok: false, seq, reason: `the event of ${entry.subject} is missing` };
  for (const [id, row] of stored) {
    const view = views.get(id)!;
    if (row.state !== view.state || row.revision !== view.revision) {
      const seq = await lastEntryOf(from, id);
      return { ok: false, seq, reason: `case ${id} is stored as ${row.state}, its events say ${view.state}` };
    }
  }
  return null;
}

/** Digests of rulings and publications as they stand today, by id. */
async function loggedTexts(from: Reads): Promise<Map<string, string>> {
  const all = [...(await from.select().from(rulings)), ...(await from.select().from(publications))];
  return new Map(all.map((row) => [row.id, digestOf(row)]));
}

/** The digest an event must have logged beside its own; null for events that rest on no other row. */
function textOf(event: CaseEvent, texts: Map<string, string>): string | null {
  if (event.type === 'ruled') return texts.get(event.rulingId) ?? 'missing';
  if (event.type === 'published') return texts.get(event.publicationId) ?? 'missing';
  return null;
}

const PAGE = 2000;

async function caseEntries(from: Reads): Promise<Map<number, AuditEntry>> {
  const entries = new Map<number, AuditEntry>();
  for (let after = 0; ; ) {
    const rows = await from
      .select({ seq: auditLog.seq, body: auditLog.body })
      .from(auditLog)
      .where(gt(auditLog.seq, after))
      .orderBy(asc(auditLog.seq))
      .limit(PAGE);
    for (const { seq, body } of rows) {
      const entry: AuditEntry = JSON.parse(body);
      if (entry.subject.startsWith(caseSubject(''))) entries.set(seq, entry);
    }
    if (rows.length < PAGE) return entries;
    after = rows.at(-1)!.seq;
  }
}

async function lastEntryOf(from: Reads, caseId: string): Promise<number> {
  const last = await from
    .select({ seq: caseEvents.seq })
    .from(caseEvents)
    .where(eq(caseEvents.caseId, caseId))
    .orderBy(asc(caseEvents.seq));
  return last.at(-1)?.seq ?? 0;
}

import { and, asc, eq } from 'drizzle-orm';
import { type CaseEvent, type CaseView, evolve, type Ruling, replay } from '@/lib/adjudication';
import { digestOf } from '@/lib/audit';
import type { Actor } from './actor';
import { append } from './audit';
import type { Reads, Tx } from './open';
import { giveUp, sqliteCode } from './refused';
import { caseEvents, cases, rulings } from './schema';

export type CaseRow = typeof cases.$inferSelect;
/** What of a stored case comes from the engine rather than from its events. */
export type CaseContents = Pick<CaseRow, 'severity' | 'confidence' | 'explanation' | 'possibleReasons' | 'positions' | 'others'>;

export interface CaseRecord {
  row: CaseRow;
  /** Replayed from the events, never taken from the row. */
  view: CaseView;
}

/** What the engine says about a case, bound to the log by every event that writes it. */
export const contentsOf = ({ severity, confidence, explanation, possibleReasons, positions, others }: CaseContents): CaseContents => ({
  ...{ severity, confidence, explanation, possibleReasons, positions, others },
});

export const contentsDigest = (measureId: string, contents: CaseContents): string => digestOf({ measureId, ...contentsOf(contents) });

export const caseSubject = (id: string): string => `case:${id}`;

export async function loadCase(from: Reads, id: string): Promise<CaseRecord | null> {
  const row = await from.select().from(cases).where(eq(cases.id, id)).get();
  return row ? { row, view: await viewOf(from, id) } : null;
}

export async function viewOf(from: Reads, id: string): Promise<CaseView> {
  const rows = await from.select().from(caseEvents).where(eq(caseEvents.caseId, id)).orderBy(asc(caseEvents.revision));
  return replay(rows.map((row) => row.body));
}

export async function loadRuling(from: Reads, id: string | null): Promise<Ruling | null> {
  return id === null ? null : ((await from.select().from(rulings).where(eq(rulings.id, id)).get()) ?? null);
}

/** One more thing that happens to a case. `digests` bind the rows it rests on to the log. */
export interface Happening {
  event: CaseEvent;
  actor: Actor;
  action: string;
  digests?: string[];
  contents?: CaseContents;
}

/**
 * Appends an event, its fact, and the stored copy of the state, or nothing. Whoever comes second with the same revision is stopped
 * by the copy's compare-and-set, and behind it by the key of the events.
 */
export async function record(tx: Tx, row: CaseRow, view: CaseView, happening: Happening): Promise<CaseView> {
  const { event, actor, action, digests = [], contents = {} } = happening;
  const next = evolve(view, event);
  const seq = await append(tx, {
    at: event.at,
    actor,
    action,
    subject: caseSubject(row.id),
    fromVersion: view.revision,
    toVersion: next.revision,
    reason: publicReason(event),
    evidenceHashes: [digestOf(event), ...digests],
  });
  const copy = { ...contents, state: next.state, revision: next.revision, changedAt: event.at };
  const seen = and(eq(cases.id, row.id), eq(cases.revision, view.revision));
  const { rowsAffected } = await tx.update(cases).set(copy).where(seen);
  if (rowsAffected !== 1) movedOn(view);
  try {
    await tx.insert(caseEvents).values({ caseId: row.id, revision: next.revision, seq, body: event });
  } catch (error) {
    if (sqliteCode(error) === 'SQLITE_CONSTRAINT') movedOn(view);
    throw error;
  }
  return next;
}

/** Reasons of dismissals and reopenings are public words; why a ruling was returned stays among colleagues and enters as a hash. */
const publicReason = (event: CaseEvent): string | null => (event.type === 'dismissed' || event.type === 'reopened' ? event.reason : null);

function movedOn(view: CaseView): never {
  giveUp(409, 'VersionConflict', `The case moved on from revision ${view.revision}.`, 'Look at it again and decide again.', {
    details: { yours: { revision: view.revision }, current: {} },
  });
}

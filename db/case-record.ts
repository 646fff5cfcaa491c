import { eq } from 'drizzle-orm';
import { type CaseEvent, type CaseView, evolve, type Ruling, replay } from '@/lib/adjudication';
import { digestOf } from '@/lib/audit';
import { type Actor, MACHINE, personId } from './actor';
import type { Change } from './acts';
import { appendAll } from './audit';
import { tellOfCases } from './case-news';
import type { Reads, Tx } from './open';
import { keepCases } from './queue/keep';
import { giveUp, sqliteCode } from './refused';
import { replaced, rowsOf, writeRows } from './rows';
import { caseEvents, cases, rulings } from './schema';
import { among, words } from './statement';

export type CaseRow = typeof cases.$inferSelect;
/** What of a stored case comes from the engine rather than from its events. */
export type CaseContents = Pick<CaseRow, (typeof CONTENTS)[number]>;
const CONTENTS = ['severity', 'confidence', 'explanation', 'possibleReasons', 'positions', 'others'] as const;

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
  return row ? { row, view: (await viewsOf(from, [id])).get(id) as CaseView } : null;
}

/** The views of some cases by their ids. */
export async function viewsOf(from: Reads, ids: readonly string[]): Promise<Map<string, CaseView>> {
  if (ids.length === 0) return new Map();
  const rows = await rowsOf(from, caseEvents, words`WHERE case_id IN ${among(ids)} ORDER BY case_id, revision`);
  const bodies = new Map(ids.map((id) => [id, [] as CaseEvent[]]));
  for (const { caseId, body } of rows) bodies.get(caseId)?.push(body);
  return new Map([...bodies].map(([id, events]) => [id, replay(events)]));
}

/** What of a ruling is bound to the log. What was not asked when it was made, and what its author left open, is no part of that. */
export function rulingDigest({ certainty, dissent, ...rest }: typeof rulings.$inferSelect): string {
  return digestOf({ ...rest, ...(certainty === null ? {} : { certainty }), ...(dissent === null ? {} : { dissent }) });
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

/** A case that something happens to. */
export interface Happened extends CaseRecord {
  happening: Happening;
}

/**
 * Appends an event, its fact, and the stored copy of the state, or nothing. Whoever comes second with the same revision is stopped
 * by the copy's compare-and-set, and behind it by the key of the events.
 */
export const record = async (tx: Tx, row: CaseRow, view: CaseView, happening: Happening): Promise<CaseView> =>
  (await recordAll(tx, [{ row, view, happening }]))[0] as CaseView;

/** The same for events of as many cases, one after another. */
export async function recordAll(tx: Tx, all: readonly Happened[]): Promise<CaseView[]> {
  const next = all.map(({ view, happening }) => evolve(view, happening.event));
  const seqs = await appendAll(
    tx,
    all.map(({ row, view, happening: { event, actor, action, digests = [] } }, at) => ({
      at: event.at,
      actor,
      action,
      subject: caseSubject(row.id),
      fromVersion: view.revision,
      toVersion: (next[at] as CaseView).revision,
      reason: publicReason(event),
      evidenceHashes: [digestOf(event), ...digests],
      before: standingIn(view),
      after: standingIn(next[at] as CaseView),
    })),
  );
  const copies = all.map(({ row, happening: { event, contents = {} } }, at): CaseRow => {
    const { state, revision, opinions } = next[at] as CaseView;
    return { ...row, ...contents, state, revision, opinionsBy: opinions.map(({ by }) => by), changedAt: event.at };
  });
  const seen = words`${replaced(cases, 'id', ...CONTENTS, 'state', 'revision', 'opinionsBy', 'changedAt')} WHERE cases.revision = excluded.revision - 1`;
  if ((await writeRows(tx, cases, copies, seen)) !== all.length) movedOn(all);
  const events = all.map(({ row, happening: { event } }, at) => ({
    ...{ caseId: row.id, revision: (next[at] as CaseView).revision, seq: seqs[at] as number, body: event },
  }));
  try {
    await writeRows(tx, caseEvents, events);
  } catch (error) {
    if (sqliteCode(error) === 'SQLITE_CONSTRAINT') movedOn(all);
    throw error;
  }
  await keepCases(
    tx,
    all.map(({ happening: { event, contents } }, at) => ({
      ...{ row: copies[at] as CaseRow, view: next[at] as CaseView, event, found: contents !== undefined },
    })),
  );
  const told = all.map(({ row: { id }, view: before, happening: { event } }, at) => ({ id, before, after: next[at] as CaseView, event }));
  await tellOfCases(tx, told, personId(all[0]?.happening.actor ?? MACHINE));
  return next;
}

/** As much of a case as whoever looks at an act later wants to know. */
const standingIn = ({ state, takenBy }: CaseView): Change => ({ state, takenBy });

/** Reasons of dismissals, withdrawals and reopenings are public words; why a ruling was returned stays among colleagues and enters as a hash. */
const publicReason = (event: CaseEvent): string | null =>
  event.type === 'dismissed' || event.type === 'reopened' || event.type === 'withdrawn' ? event.reason : null;

function movedOn([first]: readonly CaseRecord[]): never {
  const revision = first?.view.revision;
  giveUp(409, 'VersionConflict', `The case moved on from revision ${revision}.`, 'Look at it again and decide again.', {
    details: { yours: { revision }, current: {} },
  });
}

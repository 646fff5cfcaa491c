import { type CaseEvent, contradictsRuling, type Settled, UNOPENED } from '@/lib/adjudication';
import { digestOf } from '@/lib/audit';
import { type Instant, unreachable } from '@/lib/base';
import type { Conflict } from '@/lib/conflict';
import { MACHINE } from './actor';
import { type CaseContents, type CaseRecord, type CaseRow, loadRuling, record, viewOf } from './case-record';
import { newId } from './ids';
import type { Tx } from './open';
import { cases } from './schema';

/** A conflict of one measure, as the engine sees it today. */
export type CaseConflict = Omit<Conflict, 'measure'>;

/** How many cases each kind of event met. */
export interface Applied {
  opened: number;
  changed: number;
  reopened: number;
  dismissed: number;
}

const CONTRADICTED = 'A new claim contradicts what was settled.';
const BACK = 'The claims conflict again.';
const VANISHED = 'The claims no longer conflict: one was rejected or read anew.';

/**
 * Holds the cases against the conflicts of today, keyed by measure id: opens new ones, changes live ones, reopens settled ones that
 * a new claim contradicts, dismisses those whose conflict vanished. The same conflicts again change nothing.
 */
export async function applyConflicts(tx: Tx, today: ReadonlyMap<string, CaseConflict>, now: Instant): Promise<Applied> {
  const applied: Applied = { opened: 0, changed: 0, reopened: 0, dismissed: 0 };
  const known = new Map((await tx.select().from(cases)).map((row) => [row.measureId, row]));
  for (const [measureId, conflict] of today) {
    const row = known.get(measureId);
    const event = row ? await eventFor(tx, row, conflict, now) : ({ type: 'opened', at: now, by: null } as const);
    if (event === null) continue;
    await happen(tx, row ?? (await blankCase(tx, measureId, conflict, now)), event, contentsOf(conflict));
    applied[event.type] += 1;
  }
  for (const [measureId, row] of known) {
    if (today.has(measureId) || !isUnsettled(row)) continue;
    await happen(tx, row, { type: 'dismissed', at: now, by: null, reason: VANISHED });
    applied.dismissed += 1;
  }
  return applied;
}

type MachineEvent = Extract<CaseEvent, { type: 'opened' | 'changed' | 'reopened' | 'dismissed' }>;

async function eventFor(tx: Tx, row: CaseRow, conflict: CaseConflict, now: Instant): Promise<MachineEvent | null> {
  const same = digestOf(contentsOf(row)) === digestOf(contentsOf(conflict));
  const changed: MachineEvent | null = same ? null : { type: 'changed', at: now, by: null };
  switch (row.state) {
    case 'open':
    case 'in-review':
    case 'reopened':
      return changed;
    case 'ruled':
    case 'published':
    case 'dismissed': {
      const view = await viewOf(tx, row.id);
      if (view.dismissedBy === 'machine') return { type: 'reopened', at: now, by: null, reason: BACK };
      const positions = conflict.positions.map((position) => position.claims);
      if (!contradictsRuling(await settledOf(tx, { row, view }), positions)) return changed;
      return { type: 'reopened', at: now, by: null, reason: CONTRADICTED };
    }
    default:
      return unreachable(row.state);
  }
}

/** What a ruling was about stands in the ruling; what a dismissal was about is what the case held when it was dismissed. */
async function settledOf(tx: Tx, { row, view }: CaseRecord): Promise<Settled> {
  const ruling = row.state === 'dismissed' ? null : await loadRuling(tx, view.rulingId ?? view.publishedRulingId);
  return ruling ?? { positions: [...row.positions.map((position) => position.claims), row.others], accepted: null };
}

const isUnsettled = (row: CaseRow): boolean => ['open', 'in-review', 'ruled', 'reopened'].includes(row.state);

async function happen(tx: Tx, row: CaseRow, event: MachineEvent, contents?: CaseContents): Promise<void> {
  const action = { opened: 'cases.open', changed: 'cases.change', reopened: 'cases.reopen', dismissed: 'cases.dismiss' }[event.type];
  const view = row.revision === 0 ? UNOPENED : await viewOf(tx, row.id);
  await record(tx, row, view, { event, actor: MACHINE, action, contents, digests: contents ? [digestOf(contents)] : [] });
}

async function blankCase(tx: Tx, measureId: string, conflict: CaseConflict, now: Instant): Promise<CaseRow> {
  const row: CaseRow = { id: newId(), measureId, state: 'open', revision: 0, ...contentsOf(conflict), openedAt: now, changedAt: now };
  await tx.insert(cases).values(row);
  return row;
}

const contentsOf = ({ severity, confidence, explanation, possibleReasons, positions, others }: CaseContents): CaseContents => ({
  severity,
  confidence,
  explanation,
  possibleReasons,
  positions,
  others,
});

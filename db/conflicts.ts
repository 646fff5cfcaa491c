import { type CaseView, type Found, type MachineEvent, MOVES, type Observed, reactTo, UNOPENED } from '@/lib/adjudication';
import { digestOf } from '@/lib/audit';
import type { Instant } from '@/lib/base';
import type { Conflict } from '@/lib/conflict';
import { MACHINE } from './actor';
import {
  type CaseContents,
  type CaseRecord,
  type CaseRow,
  contentsDigest,
  contentsOf,
  type Happened,
  type Happening,
  loadRuling,
  recordAll,
  viewsOf,
} from './case-record';
import { newId } from './ids';
import type { Tx } from './open';
import { rowsOf } from './rows';
import { cases } from './schema';
import { among, ask, NOTHING, words } from './statement';

/** A conflict of one measure, as the engine sees it today. */
export type CaseConflict = Omit<Conflict, 'measure'>;

/** How many cases each kind of event met. */
export interface Applied {
  opened: number;
  changed: number;
  reopened: number;
  dismissed: number;
}

/**
 * Holds the cases against the conflicts of today, keyed by measure id: opens new ones, changes live ones, reopens settled ones that
 * a new claim contradicts, dismisses those whose conflict vanished. The same conflicts again change nothing. With `of`, the cases of these
 * measures.
 */
export async function applyConflicts(
  tx: Tx,
  today: ReadonlyMap<string, CaseConflict>,
  now: Instant,
  of?: readonly string[],
): Promise<Applied> {
  const applied: Applied = { opened: 0, changed: 0, reopened: 0, dismissed: 0 };
  const rows = await rowsOf(tx, cases, of ? words`WHERE measure_id IN ${among(of)}` : NOTHING);
  const known = new Map(rows.map((row) => [row.measureId, row]));
  const looked = [...new Set([...today.keys(), ...known.keys()])].flatMap((measureId) => {
    const [row, conflict] = [known.get(measureId), today.get(measureId)];
    const differs = !row || !conflict || digestOf(contentsOf(row)) !== digestOf(contentsOf(conflict));
    // Most need no look at their history: a conflict seen before, which nobody dismissed, or one that vanished from a case it cannot move.
    if (conflict ? !differs && row?.state !== 'dismissed' : row && MOVES[row.state].dismissed === undefined) return [];
    return [{ measureId, row, conflict, differs }];
  });
  const views = await viewsOf(
    tx,
    looked.flatMap(({ row }) => row?.id ?? []),
  );
  const happened: Happened[] = [];
  for (const { measureId, row, conflict, differs } of looked) {
    const found = row ? { row, view: views.get(row.id) as CaseView } : null;
    const event = reactTo(found?.view ?? UNOPENED, await observe(tx, found, conflict, differs), now);
    if (event === null) continue;
    const subject = found ?? { row: blankCase(measureId, conflict!, now), view: UNOPENED };
    happened.push({ ...subject, happening: happeningTo(measureId, event, conflict && contentsOf(conflict)) });
    applied[event.type] += 1;
  }
  await recordAll(tx, happened);
  return applied;
}

async function observe(tx: Tx, found: CaseRecord | null, conflict: CaseConflict | undefined, differs: boolean): Promise<Observed> {
  const today = conflict ? foundIn(conflict) : null;
  if (!found) return { ruling: null, held: [], today, onRetracted: false, differs };
  const { row, view } = found;
  const held = [...row.positions.map((position) => position.claims), row.others];
  const onRetracted = today === null && (await restsOnRetracted(tx, view.publishedRulingId));
  return { ruling: await loadRuling(tx, view.rulingId ?? view.publishedRulingId), held, today, onRetracted, differs };
}

/** Whether a claim of this ruling's positions stands in an article that its source took back. */
async function restsOnRetracted(tx: Tx, rulingId: string | null): Promise<boolean> {
  const ruling = await loadRuling(tx, rulingId);
  if (ruling === null) return false;
  const [found] = await ask<{ n: number }>(
    tx,
    words`SELECT count(*) AS n FROM claims JOIN article_notices n ON n.article_id = claims.article_id
      WHERE claims.id IN ${among(ruling.positions.flat())} AND n.kind = 'retracted' AND n.ended_seq IS NULL`,
  );
  return (found?.n ?? 0) > 0;
}

const foundIn = ({ positions, others }: CaseConflict): Found => ({
  positions: positions.map(({ label, claims }) => ({ label, claims })),
  others,
});

function happeningTo(measureId: string, event: MachineEvent, contents?: CaseContents): Happening {
  const action = { opened: 'cases.open', changed: 'cases.change', reopened: 'cases.reopen', dismissed: 'cases.dismiss' }[event.type];
  const digests = contents ? [contentsDigest(measureId, contents)] : [];
  return { event, actor: MACHINE, action, contents, digests };
}

/** A case that nothing happened to yet, and that is written with what happens first. */
const blankCase = (measureId: string, conflict: CaseConflict, now: Instant): CaseRow => ({
  ...{ id: newId(), measureId, state: 'open', revision: 0, ...contentsOf(conflict), opinionsBy: [], openedAt: now, changedAt: now },
});

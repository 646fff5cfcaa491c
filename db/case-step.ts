import { type Awaits, awaits, type CaseCommand, type CaseState, decide } from '@/lib/adjudication';
import { ok, type Refusal, type Result, refuse } from '@/lib/base';
import { type Actor, holds } from './actor';
import { type CaseRecord, loadCase, loadRuling, record } from './case-record';
import type { Database, Tx } from './open';
import type { Person } from './sessions';
import { verb } from './verb';

/** Which case, as its reader saw it. */
export interface Seen {
  id: string;
  revision: number;
}

/** Where a case stands after a step. */
export interface Stepped {
  id: string;
  state: CaseState;
  revision: number;
  /** What a case that is not decided waits for: a first opinion, a second one in a blind review, a third person. */
  awaits: Awaits | null;
}

interface Step {
  command: CaseCommand;
  digests?: string[];
  store?: () => Promise<unknown>;
}

type Build = (person: Person, found: CaseRecord, tx: Tx) => Step | Promise<Step>;

/** One step of a person on a case, as `decide` lets them: what is stored with it, its event and its fact are one transaction. 403 `Forbidden`, 404 `CaseUnknown`; 409 `VersionConflict` with both versions. */
export function step(db: Database, seen: Seen, by: Actor, action: string, build: Build): Promise<Result<Stepped>> {
  return verb(db, async (tx) => {
    if (by.kind !== 'person' || !holds(by.role, 'reviewer'))
      return refuse(403, 'Forbidden', 'Only a reviewer decides a case.', 'Sign in as a reviewer.');
    const found = await loadCase(tx, seen.id);
    if (!found) return refuse(404, 'CaseUnknown', `There is no case "${seen.id}".`, 'Choose one from the queue.');
    const { command, digests, store } = await build(by, found, tx);
    const decided = decide(found.view, command);
    if (!decided.ok) return { ok: false, refusal: await withBothVersions(tx, found, command, decided.refusal) };
    await store?.();
    const after = await record(tx, found.row, found.view, { event: decided.value, actor: by, action, digests });
    return ok({ id: seen.id, state: after.state, revision: after.revision, awaits: awaits(after) });
  });
}

/** A lost race shows what the loser wanted beside what stands now, so that nobody's work is overwritten unseen. */
async function withBothVersions(tx: Tx, found: CaseRecord, command: CaseCommand, refusal: Refusal): Promise<Refusal> {
  if (refusal.code !== 'VersionConflict') return refusal;
  const { row, view } = found;
  const ruling = await loadRuling(tx, view.rulingId ?? view.publishedRulingId);
  const yours = sentOf(command);
  return { ...refusal, details: { yours, current: { revision: view.revision, state: view.state, changedAt: row.changedAt, ruling } } };
}

/** What somebody sent, without what the record knew of the case besides: in a blind review that is not theirs to see. */
function sentOf(command: CaseCommand): object {
  const { at: _, ...sent } = command;
  if (!('extractors' in sent)) return sent;
  const { extractors: __, ...own } = sent;
  if (own.type !== 'rule') return own;
  const { decided: ___, isAdjudicator: ____, audit: _____, ...yours } = own;
  return yours;
}

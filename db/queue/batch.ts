import { digestOf } from '@/lib/audit';
import { type Instant, ok, type Refusal, type Result, refuse } from '@/lib/base';
import type { Actor } from '../actor';
import { append, appendUnder } from '../audit';
import { loadCase } from '../case-record';
import { dismissCase } from '../cases';
import { acceptArticle } from '../claims';
import type { Database, Reads } from '../open';
import { movedOn } from '../refused';
import { verb } from '../verb';
import { within } from '../within';
import { assignItem, flagItem, snoozeItem } from './acts';
import { loadItem } from './items';
import { standingFor } from './standing';

export const BATCH_ACTS = ['assign', 'snooze', 'flag', 'dismiss', 'accept'] as const;
export type BatchAct = (typeof BATCH_ACTS)[number];

/** As many as one write takes: each of them is a fact. */
export const MOST_AT_ONCE = 500;

export interface Batch {
  act: BatchAct;
  /** By their ids, with how each stood where somebody saw it (see `standingFor`); null: nobody looked. */
  items: readonly { id: string; seen: string | null }[];
  /** Of "assign": a person, "me", or nobody. */
  to: string | null;
  /** Of "snooze": a day. */
  until: string;
  /** Of "snooze" and "dismiss". */
  reason: string;
  /** Of "flag". */
  flag: string | null;
}

export interface BatchDone {
  id: string;
  changed: number;
  refused: { id: string; cause: string }[];
}

/**
 * Does one act to many items in one transaction: one fact for the whole, one for each under it. Items that refuse it, and those that are not any more as they were
 * seen, are left as they are and named; where that is all, nothing is written.
 */
export function runBatch(db: Database, batch: Batch, by: Actor, now: Instant): Promise<Result<BatchDone>> {
  return verb(db, async (tx) => {
    if (by.kind !== 'person') return refuse(403, 'Forbidden', 'Only a person orders the queue.', 'Sign in as a reviewer.');
    const rows = new Map(batch.items.map((row) => [row.id, row.seen]));
    const ids = [...rows.keys()];
    if (ids.length === 0) return refuse(422, 'NothingChosen', 'Nothing is chosen.', 'Tick some rows of the list.', { field: 'item' });
    if (ids.length > MOST_AT_ONCE)
      return refuse(422, 'TooMany', `${ids.length} rows are chosen.`, `Choose ${MOST_AT_ONCE} at most, and do the rest after.`, {
        field: 'item',
      });
    const head = await append(tx, {
      at: now,
      actor: by,
      action: 'queue.batch',
      subject: 'record:queue',
      evidenceHashes: [digestOf(ids)],
      after: { act: batch.act, items: ids.length },
    });
    await appendUnder(tx, head);
    const refused: BatchDone['refused'] = [];
    const inside = within(db, tx);
    let first: Refusal | null = null;
    for (const [id, seen] of rows) {
      const same = await isStanding(tx, batch.act, id, seen);
      const done = same.ok ? await one(inside, batch, id, by, now) : same;
      if (done.ok) continue;
      first ??= done.refusal;
      refused.push({ id, cause: done.refusal.cause });
    }
    await appendUnder(tx, null);
    if (first !== null && refused.length === ids.length) return { ok: false, refusal: first };
    return ok({ id: String(head), changed: ids.length - refused.length, refused });
  });
}

/** 409 `VersionConflict` where an item was changed since it was shown. */
async function isStanding(from: Reads, act: BatchAct, id: string, seen: string | null): Promise<Result<null>> {
  const item = await loadItem(from, id);
  if (!item.ok || seen === null) return ok(null);
  const stands = await standingFor(from, act, item.value);
  return stands === seen
    ? ok(null)
    : movedOn({ id, seen }, { id, seen: stands }, 'It was changed since it was shown.', 'Look at how it stands now, then do it.');
}

async function one(db: Database, { act, to, until, reason, flag }: Batch, id: string, by: Actor, now: Instant): Promise<Result<unknown>> {
  switch (act) {
    case 'assign':
      return assignItem(db, { id, to }, by, now);
    case 'snooze':
      return snoozeItem(db, { id, until, reason }, by, now);
    case 'flag':
      return flagItem(db, { id, flag }, by, now);
    case 'accept':
      return acceptArticle(db, { id }, by, now);
    case 'dismiss': {
      const found = await loadCase(db.read, id);
      const revision = found?.view.revision ?? 0;
      return dismissCase(db, { id, revision, reason }, by, now);
    }
  }
}

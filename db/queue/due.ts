import { digestOf } from '@/lib/audit';
import type { Instant } from '@/lib/base';
import { ok } from '@/lib/base';
import { MACHINE } from '../actor';
import { appendAll } from '../audit';
import type { Database } from '../open';
import { among, ask, send, words } from '../statement';
import { verb } from '../verb';
import { type Item, itemSubject } from './items';

/** As many as come back in one write; the next look brings the others. */
const AT_ONCE = 200;

const due = (now: Instant) =>
  words`SELECT id, kind FROM queue_items WHERE snoozed_until IS NOT NULL AND snoozed_until <= ${now} ORDER BY snoozed_until LIMIT ${AT_ONCE}`;

/** Brings back what was put aside until now. Whoever looks at the queue brings it about, so that no clock has to run; where nothing is due it writes nothing. */
export async function wakeDue(db: Database, now: Instant): Promise<void> {
  if ((await ask(db.read, due(now))).length === 0) return;
  await verb(db, async (tx) => {
    const items = await ask<Pick<Item, 'id' | 'kind'>>(tx, due(now));
    // Somebody else may have looked meanwhile.
    if (items.length === 0) return { ok: false, refusal: NOTHING_DUE };
    const evidenceHashes = [digestOf({ until: now })];
    await appendAll(
      tx,
      items.map((item) => ({ at: now, actor: MACHINE, action: 'queue.wake', subject: itemSubject(item), evidenceHashes })),
    );
    send(tx, words`UPDATE queue_items SET snoozed_until = NULL, snooze_reason = NULL WHERE id IN ${among(items.map(({ id }) => id))}`);
    return ok(null);
  });
}

const NOTHING_DUE = { status: 409, code: 'IllegalTransition', cause: 'Nothing is due.', next: 'Nothing is left to do.' } as const;

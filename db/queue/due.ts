import { digestOf } from '@/lib/audit';
import type { Instant } from '@/lib/base';
import { ok } from '@/lib/base';
import { MACHINE } from '../actor';
import { appendAll } from '../audit';
import type { Database, Tx } from '../open';
import { among, ask, send, words } from '../statement';
import { verb } from '../verb';
import { type Item, itemSubject } from './items';

/** As many as come back in one write; the next look brings the others. */
const AT_ONCE = 200;

const due = (now: Instant) =>
  words`SELECT id, kind, snoozed_until AS snoozedUntil, snooze_reason AS snoozeReason FROM queue_items WHERE snoozed_until IS NOT NULL AND snoozed_until <= ${now} ORDER BY snoozed_until LIMIT ${AT_ONCE}`;

/** Brings back what was put aside until now. Whoever looks at the queue brings it about, so that no clock has to run; where nothing is due it writes nothing. */
export async function wakeDue(db: Database, now: Instant): Promise<void> {
  if ((await ask(db.read, due(now))).length === 0) return;
  await verb(db, async (tx) => {
    const items = await ask<Away>(tx, due(now));
    // Somebody else may have looked meanwhile.
    if (items.length === 0) return { ok: false, refusal: NOTHING_DUE };
    await bringBack(tx, items, now);
    return ok(null);
  });
}

/** What was put aside, until when and why. */
type Away = Pick<Item, 'id' | 'kind' | 'snoozedUntil' | 'snoozeReason'>;

/** Brings items back, each with a fact that holds until when it was put aside and why. */
async function bringBack(tx: Tx, items: readonly Away[], at: Instant): Promise<void> {
  const after = { snoozedUntil: null, snoozeReason: null };
  const facts = items.map((item) => {
    const before = { snoozedUntil: item.snoozedUntil, snoozeReason: item.snoozeReason };
    return {
      at,
      actor: MACHINE,
      action: 'queue.wake',
      subject: itemSubject(item),
      before,
      after,
      evidenceHashes: [digestOf({ before, after })],
    };
  });
  await appendAll(tx, facts);
  send(tx, words`UPDATE queue_items SET snoozed_until = NULL, snooze_reason = NULL WHERE id IN ${among(items.map(({ id }) => id))}`);
}

/** The same for what changed by a new article: it comes back at once, whatever was said when it was put aside. */
export async function wakeChanged(tx: Tx, ids: readonly string[], at: Instant): Promise<void> {
  const columns = words`SELECT id, kind, snoozed_until AS snoozedUntil, snooze_reason AS snoozeReason FROM queue_items`;
  const away = await ask<Away>(tx, words`${columns} WHERE id IN ${among(ids)} AND snoozed_until IS NOT NULL`);
  if (away.length > 0) await bringBack(tx, away, at);
}

const NOTHING_DUE = { status: 409, code: 'IllegalTransition', cause: 'Nothing is due.', next: 'Nothing is left to do.' } as const;

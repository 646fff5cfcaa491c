import { digestOf } from '@/lib/audit';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import type { Actor } from '../actor';
import type { Act } from '../acts';
import { append } from '../audit';
import { keepDeskSetting } from '../desk-setting';
import type { Database } from '../open';
import { changedSince } from '../refused';
import { verb } from '../verb';
import { type QueueSetting, queueSetting } from './setting';

/** Sets how the desk gives out its work. 409 where nothing would change. */
export function setQueue(db: Database, wanted: QueueSetting, by: Actor, now: Instant): Promise<Result<QueueSetting>> {
  return verb(db, async (tx) => {
    if (by.kind !== 'person' || by.role !== 'admin')
      return refuse(403, 'Forbidden', 'Only an administrator sets up the desk.', 'Ask an administrator.');
    const before = { ...(await queueSetting(tx)) };
    if (digestOf(before) === digestOf(wanted)) return refuse(409, 'IllegalTransition', 'It is so already.', 'Nothing is left to do.');
    const after = { ...wanted };
    await append(tx, {
      at: now,
      actor: by,
      action: 'queue.set',
      subject: 'record:queue',
      evidenceHashes: [digestOf({ before, after })],
      before,
      after,
    });
    await keepDeskSetting(tx, 'queue', JSON.stringify(wanted));
    return ok(wanted);
  });
}

/** Takes such a setting back. 409 `ChangedSince` where it was set otherwise since. */
export async function unsetQueue(db: Database, { before, after }: Act, by: Actor, now: Instant): Promise<Result<QueueSetting>> {
  const stands = digestOf(await queueSetting(db.read)) === digestOf(after);
  return stands ? setQueue(db, before as unknown as QueueSetting, by, now) : changedSince();
}

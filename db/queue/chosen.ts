import { and, eq } from 'drizzle-orm';
import { digestOf } from '@/lib/audit';
import { type Instant, ok } from '@/lib/base';
import { append } from '../audit';
import type { Database, Reads } from '../open';
import { acts } from '../schema';
import type { Person } from '../sessions';
import { verb } from '../verb';
import { type Item, itemSubject } from './items';
import { queueSetting } from './setting';

const CHOSEN = 'queue.choose';

/** Where the desk draws by chance, whoever opens what they were not given leaves a fact: once for each person and item. */
export async function noteChosen(db: Database, item: Item, by: Person, now: Instant): Promise<void> {
  if (!(await isChosen(db.read, item, by))) return;
  await verb(db, async (tx) => {
    const evidenceHashes = [digestOf({ assignedTo: item.assignedTo, takenBy: item.takenBy })];
    return ok(await append(tx, { at: now, actor: by, action: CHOSEN, subject: itemSubject(item), evidenceHashes }));
  });
}

async function isChosen(from: Reads, item: Item, { id }: Person): Promise<boolean> {
  const held = [item.assignedTo, item.takenBy, item.ruledBy].includes(id);
  if (held || item.home === 'settled' || item.home === 'done' || (await queueSetting(from)).order !== 'random') return false;
  const known = and(eq(acts.subject, itemSubject(item)), eq(acts.by, id), eq(acts.action, CHOSEN));
  return (await from.select({ seq: acts.seq }).from(acts).where(known).limit(1).get()) === undefined;
}

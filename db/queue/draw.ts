import { randomInt } from 'node:crypto';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import type { Actor } from '../actor';
import { isAdjudicator } from '../editors';
import type { Database, Reads } from '../open';
import { ask, NOTHING, words } from '../statement';
import { verb } from '../verb';
import { changeItem, type Item, loadItem } from './items';
import { notFor } from './places';
import { queueSetting } from './setting';

/**
 * Gives somebody the next item of a part that nobody has: the first in its order, or one of the oldest by chance where the desk is set so. It is
 * looked up and given in one transaction, so no two people ever get the same. 404 `NothingLeft`.
 */
export function drawItem(db: Database, { split }: { split: string }, by: Actor, now: Instant): Promise<Result<Pick<Item, 'id' | 'kind'>>> {
  return verb(db, async (tx) => {
    if (by.kind !== 'person') return refuse(403, 'Forbidden', 'Only a person is given work.', 'Sign in as a reviewer.');
    const id = await nextFree(tx, split, by.id);
    if (id === null) return refuse(404, 'NothingLeft', 'Nothing waits there that nobody has.', 'Look at another part of the queue.');
    const item = await loadItem(tx, id);
    if (!item.ok) return item;
    const given = await changeItem(tx, item.value, { assignedTo: by.id }, { action: 'queue.draw', by, now });
    return given.ok ? ok({ id, kind: item.value.kind }) : given;
  });
}

/** What nobody has and this person can do something about, in the order that the desk is set to. */
export async function nextFree(from: Reads, split: string, person: string): Promise<string | null> {
  const { order, band } = await queueSetting(from);
  const decides = split === 'second-review' && (await isAdjudicator(from, person));
  const [others = NOTHING] = notFor({ split, person, decides, walked: true });
  const free = words`FROM queue_facets x WHERE x.split = ${split} AND x.facet = 'who' AND x.value = '' ${others}`;
  const rows = await ask<{ id: string }>(
    from,
    order === 'random'
      ? words`SELECT id ${free} ORDER BY since, id LIMIT ${band}`
      : words`SELECT id ${free} ORDER BY rank, since, id LIMIT 1`,
  );
  return rows.length === 0 ? null : (rows[randomInt(rows.length)]?.id ?? null);
}

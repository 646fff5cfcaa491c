import { randomInt } from 'node:crypto';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import type { Actor } from '../actor';
import { isAdjudicator } from '../editors';
import type { Database, Reads } from '../open';
import { decidesUnseen } from '../review-mode';
import { ask, words } from '../statement';
import { verb } from '../verb';
import { changeItem, type Item, loadItem } from './items';
import { dueAt } from './looked';
import { type Asked, readAlong } from './places';
import { queueSetting } from './setting';
import { resolveFilters } from './told';

/** A part of the queue, and what its list is narrowed to. */
type Drawn = Pick<Asked, 'split' | 'filters'>;

/**
 * Gives somebody the next item of a part that nobody has, of those that fit the filters: the first in its order, or one of the oldest by chance where the desk is set so. It is
 * looked up and given in one transaction, so no two people ever get the same. 404 `NothingLeft`.
 */
export function drawItem(db: Database, { split, filters }: Drawn, by: Actor, now: Instant): Promise<Result<Pick<Item, 'id' | 'kind'>>> {
  return verb(db, async (tx) => {
    if (by.kind !== 'person') return refuse(403, 'Forbidden', 'Only a person is given work.', 'Sign in as a reviewer.');
    const resolved = await resolveFilters(tx, filters, by.id);
    const id = await nextFree(tx, { split, filters: resolved.filters, person: by.id, now });
    if (id === null) {
      const next =
        Object.keys(filters).length > 0 ? 'Clear the filters, or look at another part of the queue.' : 'Look at another part of the queue.';
      return refuse(404, 'NothingLeft', 'Nothing waits there that nobody has.', next);
    }
    const item = await loadItem(tx, id);
    if (!item.ok) return item;
    const given = await changeItem(tx, item.value, { assignedTo: by.id }, { action: 'queue.draw', by, now });
    return given.ok ? ok({ id, kind: item.value.kind }) : given;
  });
}

/** What nobody has and this person can do something about, in the order that the desk is set to. */
export async function nextFree(
  from: Reads,
  { split, filters, person, now }: Drawn & Pick<Asked, 'person' | 'now'>,
): Promise<string | null> {
  const { order, band } = await queueSetting(from);
  const decides = split === 'second-review' && (await isAdjudicator(from, person));
  // What somebody has is never drawn, whoever the list was narrowed to.
  const free = { ...filters, who: filters.who === undefined || filters.who === 'nobody' ? 'nobody' : '-' };
  const unseen = await decidesUnseen(from);
  const { led, others } = readAlong({ split, filters: free, person, now, due: await dueAt(from, now), decides, unseen, walked: true });
  const fitting = words`FROM (SELECT rank, since, id FROM ${led}) AS x WHERE true ${others}`;
  const rows = await ask<{ id: string }>(
    from,
    order === 'random'
      ? words`SELECT id ${fitting} ORDER BY since, id LIMIT ${band}`
      : words`SELECT id ${fitting} ORDER BY rank, since, id LIMIT 1`,
  );
  return rows.length === 0 ? null : (rows[randomInt(rows.length)]?.id ?? null);
}

import { redirect } from 'next/navigation';
import { database, now } from '@/app/_shell/database';
import { type Query, queryValue, requireActor } from '@/app/_shell/desk-page';
import { offerOf } from '@/app/_shell/offered';
import { PLACE_OF, queryOf, queueQuery } from '@/app/_shell/queue-query';
import { isItemSplit, nextItem } from '@/db/desk';
import { wakeDue } from '@/db/queue/due';
import { resolveFilters } from '@/db/queue/told';
import { loadView } from '@/db/queue/views';

/** On to the item behind the one that is named (`from`), in the same part and with the same filters; to the list where there is none. */
export default async function NextPage({ searchParams }: { searchParams: Query }): Promise<never> {
  const actor = await requireActor();
  const db = await database();
  await wakeDue(db, now());
  const asked = await queryValue(searchParams, 'view');
  const view = asked === null ? null : await loadView(db.read, asked);
  const query = await queueQuery(searchParams, view?.query ?? null);
  const split = query.split && isItemSplit(query.split) ? query.split : 'conflicts';
  const { filters } = await resolveFilters(db.read, query.filters, actor.id);
  const next = await nextItem(db.read, { split, filters, personId: actor.id, now: now() }, await queryValue(searchParams, 'from'));
  const list = view ? `/review?view=${view.id}` : `/review?${queryOf(split, query.filters)}`;
  redirect(next ? `${PLACE_OF[next.kind]}${next.id}?${list.split('?')[1]}&offer=${offerOf(actor.id, next.id)}` : list);
}

import { currentActor } from '@/app/_shell/actor';
import { database, now } from '@/app/_shell/database';
import { offerOf } from '@/app/_shell/offered';
import { seeOther } from '@/app/_shell/paths';
import { PLACE_OF, queryOf, queueQuery } from '@/app/_shell/queue-query';
import { isItemSplit, nextItem } from '@/db/desk';
import { wakeDue } from '@/db/queue/due';
import { resolveFilters } from '@/db/queue/told';
import { loadView } from '@/db/queue/views';

export const dynamic = 'force-dynamic';

/** On to the item behind the one that is named (`from`), in the same part and with the same filters; to the list where there is none. No page is made for that. */
export async function GET(request: Request): Promise<Response> {
  const { pathname, search, searchParams } = new URL(request.url);
  const actor = await currentActor();
  if (!actor) return seeOther(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
  const db = await database();
  await wakeDue(db, now());
  const asked = searchParams.get('view');
  const view = asked === null ? null : await loadView(db.read, asked);
  const query = await queueQuery(Promise.resolve(Object.fromEntries(searchParams)), view?.query ?? null);
  const split = query.split && isItemSplit(query.split) ? query.split : 'conflicts';
  const { filters } = await resolveFilters(db.read, query.filters, actor.id);
  const next = await nextItem(db.read, { split, filters, personId: actor.id, now: now() }, searchParams.get('from'));
  const list = view ? `view=${view.id}` : queryOf(split, query.filters);
  return seeOther(next ? `${PLACE_OF[next.kind]}${next.id}?${list}&offer=${offerOf(actor.id, next.id)}` : `/review?${list}`);
}

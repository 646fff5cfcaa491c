import { currentActor } from '@/app/_shell/actor';
import { database, now } from '@/app/_shell/database';
import { offerOf } from '@/app/_shell/offered';
import { seeOther } from '@/app/_shell/paths';
import { isByChance, nextItem, waitingReading } from '@/db/desk';
import { wakeDue } from '@/db/queue/due';
import { itemPath, standingOf } from '../../_parts/onward';

export const dynamic = 'force-dynamic';

/**
 * On to what follows in a part of the queue with its filters: behind the item `from`, and of an article behind its `reading`. It is asked
 * once the act is done, so what the act itself moved is taken into account. What was done is told on the page it leads to. No page is
 * made for that.
 */
export async function GET(request: Request): Promise<Response> {
  const { pathname, search, searchParams } = new URL(request.url);
  const actor = await currentActor();
  if (!actor) return seeOther(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
  const db = await database();
  await wakeDue(db, now());
  const [at, reading, done] = ['from', 'reading', 'done'].map((name) => searchParams.get(name));
  const stands = await standingOf(Promise.resolve(Object.fromEntries(searchParams)), at ?? null, actor.id);
  if (!stands) return seeOther('/review');
  const { standing, list } = stands;
  const told = done ? `&done=${encodeURIComponent(done)}` : '';
  const waiting = standing.split === 'articles' && at && reading ? await waitingReading(db.read, at, reading) : null;
  if (at && waiting !== null) return seeOther(`${itemPath(list, { id: encodeURIComponent(at), kind: 'article' })}${told}#r-${waiting}`);
  const next = await nextItem(db.read, standing);
  if (next === null) return seeOther(`/review/end?${list}${told}`);
  const offer = (await isByChance(db.read, standing.split)) ? `&offer=${offerOf(actor.id, next.id)}` : '';
  return seeOther(`${itemPath(list, next)}${told}${offer}`);
}

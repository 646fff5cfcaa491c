import { database } from '@/app/_shell/database';
import { requireActor } from '@/app/_shell/desk-page';
import { seeOther } from '@/app/_shell/paths';
import { itemsAfter, WALKED, waitingReading } from '@/db/desk';
import { itemPath } from '../../_parts/onward';

export const dynamic = 'force-dynamic';

/**
 * On to what follows in a part of the queue: `split`, the item `after` which, and of an article the `reading` after which. It is asked
 * once the act is done, so what the act itself moved is taken into account. What was done is told on the page it leads to.
 */
export async function GET(request: Request): Promise<Response> {
  const { id: person } = await requireActor();
  const asked = new URL(request.url).searchParams;
  const split = WALKED.find((name) => name === asked.get('split'));
  if (!split) return seeOther('/review');
  const done = asked.get('done');
  const told = done === null ? '' : `&done=${encodeURIComponent(done)}`;
  const [{ read }, at, reading] = [await database(), asked.get('after'), asked.get('reading')];
  const waiting = split === 'articles' && at !== null && reading !== null ? await waitingReading(read, at, reading) : null;
  if (at !== null && waiting !== null) return seeOther(`${itemPath(split, encodeURIComponent(at))}${told}#r-${waiting}`);
  const [next] = await itemsAfter(read, { split, person, at }, 1);
  return seeOther(next === undefined ? `/review/end?split=${split}${told}` : `${itemPath(split, next)}${told}`);
}

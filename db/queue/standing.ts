import { and, asc, eq } from 'drizzle-orm';
import { digestOf } from '@/lib/audit';
import { handRevisions } from '../by-hand';
import { loadCase } from '../case-record';
import type { Reads } from '../open';
import { claims } from '../schema';
import type { BatchAct } from './batch';
import type { Item } from './items';

/**
 * How an item stands, as far as an act would overwrite it, decide on it or make it public: with whom it is, until when it is put aside, its mark, the revision
 * of its case, or which readings of it wait and how many acts of people there are on each. What the preview of an act shows is told apart by it from what
 * came after, and nobody reads it.
 */
export async function standingFor(from: Reads, act: BatchAct, item: Item): Promise<string> {
  switch (act) {
    case 'assign':
      return item.assignedTo ?? '';
    case 'snooze':
      return item.snoozedUntil ?? '';
    case 'flag':
      return item.flag ?? '';
    case 'dismiss':
      return String((await loadCase(from, item.id))?.view.revision ?? 0);
    case 'accept':
      return waitingReadings(from, item.id);
  }
}

async function waitingReadings(from: Reads, articleId: string): Promise<string> {
  const waiting = and(eq(claims.articleId, articleId), eq(claims.status, 'read'));
  const ids = (await from.select({ id: claims.id }).from(claims).where(waiting).orderBy(asc(claims.id))).map(({ id }) => id);
  const revisions = await handRevisions(from, ids);
  return digestOf(ids.map((id) => [id, revisions.get(id) ?? 0])).slice(-16);
}

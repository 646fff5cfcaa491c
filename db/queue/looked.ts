import { eq } from 'drizzle-orm';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import type { Actor } from '../actor';
import type { Database, Reads } from '../open';
import { measureDefinitions, queueItems } from '../schema';
import { ask, type Words, words } from '../statement';
import { changing } from './acts';
import { queueSetting } from './setting';

const DAY_MS = 86_400_000;
const dayOf = (now: Instant): string => now.slice(0, 10);

/** The day before which a figure is old that may be so many days old. */
const before = (now: Instant, days: number): string => dayOf(new Date(Date.parse(now) - days * DAY_MS).toISOString());

/** When measures are due to be looked at again: after the days that are said of them, else after those of the desk. */
export interface Due {
  today: string;
  /** The newest figure of a measure of which no days are said is old before this day, and that of any measure before this one. */
  oldBefore: string;
  latest: string;
}

export async function dueAt(from: Reads, now: Instant): Promise<Due> {
  const { staleDays } = await queueSetting(from);
  const [row] = await ask<{ least: number | null }>(from, words`SELECT min(review_days) AS least FROM measure_definitions`);
  return { today: dayOf(now), oldBefore: before(now, staleDays), latest: before(now, Math.min(staleDays, row?.least ?? staleDays)) };
}

/** The day before which the newest figure of `x` is old, of the items that such a condition is asked of. */
const ownDay = ({ today }: Due): Words =>
  words`SELECT date(${today}, '-' || d.review_days || ' days') FROM measure_definitions d WHERE d.measure_id = x.id`;

/** Whether an item `x` of the old measures is due. */
export const isDue = (due: Due): Words => words`AND x.since < coalesce((${ownDay(due)}), ${due.oldBefore})`;

/** How many are due: those by the days of the desk, counted along the index, and those of which days are said, one by one. */
export function countDue(due: Due): Words {
  const own = words`SELECT count(*) FROM measure_definitions d CROSS JOIN queue_items x ON x.id = d.measure_id AND x.split = 'stale' AND x.rank = 0
    WHERE d.review_days IS NOT NULL`;
  return words`(SELECT count(*) FROM queue_items WHERE split = 'stale' AND rank = 0 AND since < ${due.oldBefore})
    - (${own} AND x.since < ${due.oldBefore}) + (${own} ${isDue(due)})`;
}

/** How a measure that readers see stands: its newest figure, after how many days it is looked at again, and until when it is out of the queue. */
export interface Watched {
  newest: string;
  days: number;
  due: boolean;
  until: Instant | null;
}

/** Null for a measure that nobody has to look at again: none of it was published, and no days are said of it. */
export async function watchedMeasure(from: Reads, id: string, now: Instant): Promise<Watched | null> {
  const item = await from.select().from(queueItems).where(eq(queueItems.id, id)).get();
  if (item?.home !== 'stale') return null;
  const days = await daysOf(from, id);
  const { since: newest, snoozedUntil: until } = item;
  return { newest, days, until, due: until === null && newest < before(now, days) };
}

async function daysOf(from: Reads, id: string): Promise<number> {
  const row = await from
    .select({ days: measureDefinitions.reviewDays })
    .from(measureDefinitions)
    .where(eq(measureDefinitions.measureId, id))
    .get();
  return row?.days ?? (await queueSetting(from)).staleDays;
}

/** Says that somebody looked at a measure: it is out of the queue until its days are over again. 409 `IllegalTransition` for what nobody has to look at again. */
export const lookedAt = (db: Database, { id }: { id: string }, by: Actor, now: Instant): Promise<Result<{ id: string }>> =>
  changing(db, { id }, 'queue.look', by, now, async ({ home }, tx) => {
    if (home !== 'stale')
      return refuse(409, 'IllegalTransition', 'Only measures that readers see are looked at again.', 'Choose one of the old measures.');
    const snoozedUntil = new Date(Date.parse(now) + (await daysOf(tx, id)) * DAY_MS).toISOString();
    return ok({ snoozedUntil, snoozeReason: 'Looked at' });
  });

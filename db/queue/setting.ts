import { eq } from 'drizzle-orm';
import type { Reads } from '../open';
import { meta } from '../schema';

export const ORDERS = ['severity', 'random'] as const;

/** How the desk gives out its work. */
export interface QueueSetting {
  /** "random": what comes next is drawn from the oldest that nobody has, so that nobody picks the easy ones. */
  order: (typeof ORDERS)[number];
  /** So many of the oldest are drawn from. */
  band: number;
  /** Days after which the newest figure of a published measure is old. */
  staleDays: number;
}

export const QUEUE_SETTING = 'queue_setting';
const DEFAULTS: QueueSetting = { order: 'severity', band: 20, staleDays: 90 };

export async function queueSetting(from: Reads): Promise<QueueSetting> {
  const row = await from.select().from(meta).where(eq(meta.key, QUEUE_SETTING)).get();
  return row ? { ...DEFAULTS, ...JSON.parse(row.value) } : DEFAULTS;
}

import { deskSetting } from '../desk-setting';
import type { Reads } from '../open';

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

const DEFAULTS: QueueSetting = { order: 'severity', band: 20, staleDays: 90 };

export async function queueSetting(from: Reads): Promise<QueueSetting> {
  const set = await deskSetting(from, 'queue');
  return set === null ? DEFAULTS : { ...DEFAULTS, ...JSON.parse(set) };
}

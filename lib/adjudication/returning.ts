import type { Instant } from '@/lib/base';
import type { CaseEvent } from './types';

/** A ruling that was sent back and not made anew since: what the next one begins with, and what was missing. */
export interface Return {
  rulingId: string;
  by: string;
  at: Instant;
  reason: string;
}

/**
 * The objection that still stands, or null: the next ruling, the next answer of its author, a dismissal or a reopening answers it; taking
 * and putting back do not.
 */
export function standingReturn(events: readonly CaseEvent[]): Return | null {
  let standing: Return | null = null;
  let ruled: Extract<CaseEvent, { type: 'ruled' }> | null = null;
  for (const event of events) {
    if (event.type === 'ruled') ruled = event;
    if (event.type === 'returned' && ruled) standing = { rulingId: ruled.rulingId, by: event.by, at: event.at, reason: event.reason };
    else if (event.type === 'ruled' || event.type === 'dismissed' || event.type === 'reopened' || event.type === 'withdrawn')
      standing = null;
    else if (event.type === 'submitted' && event.by === ruled?.by) standing = null;
  }
  return standing;
}

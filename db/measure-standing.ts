import { eq } from 'drizzle-orm';
import { ok, quoted, type Result, refuse } from '@/lib/base';
import { IS_MEMBER } from './members';
import type { Reads } from './open';
import { measures } from './schema';
import { ask, words } from './statement';

export type MeasureRow = typeof measures.$inferSelect;

/** The measure that the address of another leads to today; itself where something stands in it. */
export async function measureBehind(from: Reads, id: string): Promise<string> {
  const rows = await ask<{ id: string }>(
    from,
    words`WITH RECURSIVE path (id, steps) AS (SELECT ${id}, 0 UNION SELECT m.successor_id, p.steps + 1 FROM path p JOIN measures m ON m.id = p.id
        WHERE m.successor_id IS NOT NULL AND p.steps < 50 AND NOT EXISTS (SELECT 1 FROM claims WHERE measure_id = p.id AND ${IS_MEMBER}))
      SELECT id FROM path ORDER BY steps DESC LIMIT 1`,
  );
  return rows[0]?.id ?? id;
}

export async function measureRow(from: Reads, id: string): Promise<Result<MeasureRow>> {
  const row = await from.select().from(measures).where(eq(measures.id, id)).get();
  return row ? ok(row) : refuse(404, 'MeasureUnknown', `There is no measure "${id}".`, 'Choose one from the list of measures.');
}

/** A measure that can be acted on. One whose claims went on to another is refused with that one: 409 `MergedAway`. */
export async function standingMeasure(from: Reads, id: string): Promise<Result<MeasureRow>> {
  const row = await measureRow(from, id);
  if (!row.ok) return row;
  const behind = await measureBehind(from, id);
  if (behind === id) return row;
  const standing = await measureRow(from, behind);
  const title = standing.ok ? standing.value.title : behind;
  const cause = `The claims of this measure stand in another one: ${quoted(title)}.`;
  return refuse(409, 'MergedAway', cause, 'Act on that one, or split this one off first.', { details: { standing: behind } });
}

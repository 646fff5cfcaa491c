import type { MeasureRecord, Moments } from '@/lib/publication';
import type { Database } from './open';
import { measuresAsked } from './published';

/** Hands on what readers saw of every measure as of a moment, some at a time and all of one moment of the record. */
export async function exportThen(db: Database, moments: Moments, take: (records: MeasureRecord[]) => Promise<void>): Promise<void> {
  await db.snapshot(async (from) => {
    for (let after: string | null = null, isFirst = true; isFirst || after !== null; isFirst = false) {
      const { items, next } = await measuresAsked(from, after, moments);
      await take(items);
      after = next;
    }
  });
}

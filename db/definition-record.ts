import { eq } from 'drizzle-orm';
import { digestOf } from '@/lib/audit';
import type { Instant } from '@/lib/base';
import type { Reads } from './open';
import { measureDefinitions } from './schema';

export type DefinitionRow = typeof measureDefinitions.$inferSelect;

export const measureSubject = (id: string): string => `measure:${id}`;
export const definitionDigest = (row: DefinitionRow): string => digestOf(row);

/** What people say a measure is; where nobody said anything yet, a row that says nothing. */
export async function definitionOf(from: Reads, measureId: string, now: Instant): Promise<DefinitionRow> {
  const row = await from.select().from(measureDefinitions).where(eq(measureDefinitions.measureId, measureId)).get();
  return row ?? { ...UNDEFINED, measureId, changedAt: now };
}

const UNDEFINED = {
  ...{ revision: 0, title: null, unit: null, aggregation: null, counts: null, countsNot: null, addsUp: null, reviewDays: null },
  ...{ topics: [], places: [] },
};

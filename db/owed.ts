import { eq } from 'drizzle-orm';
import type { Instant } from '@/lib/base';
import type { Reads, Tx } from './open';
import { meta } from './schema';
import { among, ask, send, words } from './statement';

const REGROUP_OWED = 'regroup_owed';

/**
 * Left in the transaction of every act that changes what there is to group: a new article, a rejected or superseded claim, whose measure is named.
 */
export function oweRegroup(tx: Tx, now: Instant, measureId: string | null = null): void {
  send(tx, words`INSERT INTO meta (key, value) VALUES (${REGROUP_OWED}, ${now}) ON CONFLICT DO NOTHING`);
  if (measureId !== null) send(tx, words`INSERT INTO measures_owed (measure_id) VALUES (${measureId}) ON CONFLICT DO NOTHING`);
}

/** A whole record that was read again owes as many measures as it has. */
const OWED_AT_ONCE = 50;

/** What the next grouping is due to, besides claims that stand in no measure. */
export interface Owed {
  /** Some of the measures that lost a claim, or got one back, by a judgement or a later reading since the last grouping. */
  measures: string[];
  /** Anything at all is noted as owed. */
  noted: boolean;
}

export async function owedNow(from: Reads): Promise<Owed> {
  const [found] = await ask<{ measures: string; noted: number }>(
    from,
    words`SELECT (SELECT json_group_array(measure_id) FROM (SELECT measure_id FROM measures_owed LIMIT ${OWED_AT_ONCE})) AS measures,
      EXISTS (SELECT 1 FROM meta WHERE key = ${REGROUP_OWED}) AS noted`,
  );
  const measures: string[] = JSON.parse(found?.measures ?? '[]');
  return { measures, noted: measures.length > 0 || found?.noted === 1 };
}

/** True while the grouping after such an act has not been done: a process was killed in between, or a batch goes on. */
export async function isRegroupOwed(from: Reads): Promise<boolean> {
  return (await from.select().from(meta).where(eq(meta.key, REGROUP_OWED)).get()) !== undefined;
}

/** Cleared where these measures were compared anew. */
export function settleOwed(tx: Tx, measureIds: readonly string[]): void {
  if (measureIds.length > 0) send(tx, words`DELETE FROM measures_owed WHERE measure_id IN ${among(measureIds)}`);
}

/** Cleared by `regroup`, in its own transaction. */
export function settleRegroup(tx: Tx): void {
  send(tx, words`DELETE FROM meta WHERE key = ${REGROUP_OWED}`);
  send(tx, words`DELETE FROM measures_owed`);
}

import { eq } from 'drizzle-orm';
import type { Instant } from '@/lib/base';
import type { Measure, RecordedClaim } from '@/lib/measure';
import { newId } from './ids';
import type { Reads, Tx } from './open';
import { reword, wordedBy } from './question';
import { insertRows, rowsOf } from './rows';
import { claims, measures } from './schema';
import { among, ask, NOTHING, send, words } from './statement';

export interface WrittenMeasures {
  /** Id of each measure, in the order given. */
  ids: string[];
  made: number;
  /** Rows changed besides those made. */
  differences: number;
}

/** Measures that are written alone, and which of their claims and the new ones were accepted. */
interface MeasureScope {
  measures: readonly string[];
  accepted: ReadonlySet<string>;
}

/**
 * Makes new measures, mends the titles of known ones, moves claims, and drops measures that nothing stands in or hangs on. With `of`, the
 * members are all claims of these measures and of no others, beside new ones.
 */
export async function writeMeasures(
  tx: Tx,
  grouped: Measure[],
  members: RecordedClaim[],
  now: Instant,
  of?: MeasureScope,
): Promise<WrittenMeasures> {
  const rows = await rowsOf(tx, measures, of ? words`WHERE id IN ${among(of.measures)}` : NOTHING);
  const stored = new Map(rows.map((row) => [row.id, row]));
  const byId = new Map(members.map((claim) => [claim.id, claim]));
  const accepted = of ? of.accepted : await allAccepted(tx);
  const ids: string[] = [];
  const taken = new Set<string>();
  /** Where the accepted claims of a measure went, by measure. */
  const gone = new Map<string, Map<string, number>>();
  const made: (typeof measures.$inferSelect)[] = [];
  const moved: [claim: string, to: string][] = [];
  let differences = 0;
  for (const { id: wanted, claims: ofMeasure } of grouped) {
    // An id stays with one measure, even if an engine gave it twice.
    const known = wanted !== null && !taken.has(wanted) ? stored.get(wanted) : undefined;
    const id = known?.id ?? newId();
    taken.add(id);
    ids.push(id);
    const question = wordedBy(
      ofMeasure.flatMap((claim) => byId.get(claim) ?? []),
      accepted,
    );
    if (!known) {
      made.push({ id, ...question, createdAt: now, successorId: null, review: null });
    } else if (await reword(tx, known, question)) differences += 1;
    for (const claim of ofMeasure) {
      const before = byId.get(claim)?.measureId;
      if (before === id) continue;
      moved.push([claim, id]);
      if (!before || !accepted.has(claim)) continue;
      const went = gone.get(before) ?? new Map<string, number>();
      gone.set(before, went.set(id, (went.get(id) ?? 0) + 1));
    }
  }
  await insertRows(tx, measures, made);
  if (moved.length > 0)
    send(
      tx,
      words`UPDATE claims SET measure_id = moved.value ->> 1 FROM json_each(${JSON.stringify(moved)}) AS moved
        WHERE claims.id = moved.value ->> 0`,
    );
  differences += moved.length;
  differences += await leadOn(tx, [...stored.keys()], taken, gone);
  return { ids, made: made.length, differences: differences + (await dropEmpty(tx, [...stored.keys()], taken)) };
}

/** Ids of all claims that readers see, once they stand in a measure. */
export async function allAccepted(from: Reads): Promise<Set<string>> {
  const rows = await from.select({ id: claims.id }).from(claims).where(eq(claims.status, 'accepted'));
  return new Set(rows.map(({ id }) => id));
}

/** An address that readers may have kept leads to where most of the accepted claims went; one that is in use again leads nowhere. */
async function leadOn(tx: Tx, known: string[], taken: Set<string>, gone: Map<string, Map<string, number>>): Promise<number> {
  let led = 0;
  for (const id of known) {
    const [most] = [...(gone.get(id) ?? [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (taken.has(id) || !most) continue;
    await tx.update(measures).set({ successorId: most[0] }).where(eq(measures.id, id));
    led += 1;
  }
  return led;
}

/** Measures that all of their claims left, each by itself: their addresses lead on to where the first that readers see went. */
export function leadOnFrom(tx: Tx, left: ReadonlyMap<string, readonly string[]>): void {
  for (const [id, ids] of left)
    send(
      tx,
      words`UPDATE measures SET successor_id = first.measure_id
        FROM (SELECT measure_id FROM claims WHERE id IN ${among(ids)} AND status = 'accepted' ORDER BY id LIMIT 1) AS first
        WHERE id = ${id} AND NOT EXISTS (SELECT 1 FROM claims WHERE measure_id = ${id})`,
    );
}

/**
 * A measure whose address was ever public, on which a case was ever opened or that somebody defined, keeps its row, empty or not: what stands in it
 * or went on from it was accepted once.
 */
async function dropEmpty(tx: Tx, known: string[], taken: Set<string>): Promise<number> {
  const empty = known.filter((id) => !taken.has(id));
  if (empty.length === 0) return 0;
  const held = await ask<{ id: string }>(
    tx,
    words`SELECT value AS id FROM json_each(${JSON.stringify(empty)}) WHERE EXISTS (SELECT 1 FROM cases WHERE measure_id = value)
      OR EXISTS (SELECT 1 FROM measures WHERE id = value AND successor_id IS NOT NULL) OR EXISTS (SELECT 1 FROM measures WHERE successor_id = value)
      OR EXISTS (SELECT 1 FROM measure_definitions WHERE measure_id = value)
      OR EXISTS (SELECT 1 FROM claims JOIN claim_judgements ON claim_id = claims.id WHERE measure_id = value AND judgement = 'accepted')`,
  );
  const keeps = new Set(held.map(({ id }) => id));
  const dropped = empty.filter((id) => !keeps.has(id));
  for (const id of dropped) {
    await tx.update(claims).set({ measureId: null }).where(eq(claims.measureId, id));
    await tx.delete(measures).where(eq(measures.id, id));
  }
  return dropped.length;
}

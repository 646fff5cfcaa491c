import { eq, inArray } from 'drizzle-orm';
import type { Instant } from '@/lib/base';
import type { Measure, RecordedClaim } from '@/lib/measure';
import { newId } from './ids';
import type { Tx } from './open';
import { cases, claims, measures } from './schema';
import { dropWords, putWords } from './search-index';

export interface WrittenMeasures {
  /** Id of each measure, in the order given. */
  ids: string[];
  made: number;
  /** Rows changed besides those made. */
  differences: number;
}

/** Makes new measures, mends the titles of known ones, moves claims, and drops measures that nothing stands in or hangs on. */
export async function writeMeasures(tx: Tx, grouped: Measure[], members: RecordedClaim[], now: Instant): Promise<WrittenMeasures> {
  const stored = new Map((await tx.select().from(measures)).map((row) => [row.id, row]));
  const today = new Map(members.map((claim) => [claim.id, claim.measureId]));
  const ids: string[] = [];
  const taken = new Set<string>();
  let [made, differences] = [0, 0];
  for (const { id: wanted, title, unit, aggregation, claims: ofMeasure } of grouped) {
    // An id stays with one measure, even if an engine gave it twice.
    const known = wanted !== null && !taken.has(wanted) ? stored.get(wanted) : undefined;
    const id = known?.id ?? newId();
    taken.add(id);
    ids.push(id);
    if (!known) {
      await tx.insert(measures).values({ id, title, unit, aggregation, createdAt: now });
      made += 1;
    } else if (known.title !== title || known.unit !== unit || known.aggregation !== aggregation) {
      await tx.update(measures).set({ title, unit, aggregation }).where(eq(measures.id, id));
      differences += 1;
    }
    if (known?.title !== title) await putWords(tx, 'measure', id, [title]);
    const moved = ofMeasure.filter((claim) => today.get(claim) !== id);
    for (let from = 0; from < moved.length; from += 500) {
      await tx
        .update(claims)
        .set({ measureId: id })
        .where(inArray(claims.id, moved.slice(from, from + 500)));
    }
    differences += moved.length;
  }
  return { ids, made, differences: differences + (await dropEmpty(tx, [...stored.keys()], taken)) };
}

/** A measure that a case was ever opened on keeps its address, empty or not. */
async function dropEmpty(tx: Tx, known: string[], taken: Set<string>): Promise<number> {
  const empty = known.filter((id) => !taken.has(id));
  if (empty.length === 0) return 0;
  const withCase = new Set((await tx.select({ id: cases.measureId }).from(cases)).map((row) => row.id));
  const gone = empty.filter((id) => !withCase.has(id));
  for (const id of gone) {
    await tx.update(claims).set({ measureId: null }).where(eq(claims.measureId, id));
    await tx.delete(measures).where(eq(measures.id, id));
    await dropWords(tx, 'measure', id);
  }
  return gone.length;
}

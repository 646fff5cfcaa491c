import { and, eq, inArray } from 'drizzle-orm';
import { questionOf, type RecordedClaim, sorted } from '@/lib/measure';
import { claimsToGroup } from './members';
import type { Tx } from './open';
import { claims, measureDefinitions, measures } from './schema';
import { isAmong } from './statement';

/** How a measure is put: a row without its identity. */
export type Question = ReturnType<typeof questionOf>;

/**
 * A question is put in the words of its accepted claims: title, address, unit and kind of a public page never come from a reading
 * nobody accepted. Only while there is none is it put in the words of all.
 */
export function wordedBy(members: readonly RecordedClaim[], accepted: ReadonlySet<string>): Question {
  const own = members.filter(({ id }) => accepted.has(id));
  return questionOf(sorted(own.length > 0 ? own : members));
}

/** Puts the questions of these claims anew after their readings were judged. */
export async function rewordMeasuresOf(tx: Tx, claimIds: readonly string[]): Promise<void> {
  for (let at = 0; at < claimIds.length; at += 500) {
    const touched = tx
      .select({ id: claims.measureId })
      .from(claims)
      .where(isAmong(claims.id, claimIds.slice(at, at + 500)));
    for (const stored of await tx.select(COLUMNS).from(measures).where(inArray(measures.id, touched))) {
      const members = await claimsToGroup(tx, eq(claims.measureId, stored.id));
      const accepted = await tx
        .select({ id: claims.id })
        .from(claims)
        .where(and(eq(claims.measureId, stored.id), eq(claims.status, 'accepted')));
      if (members.length > 0) await reword(tx, stored, wordedBy(members, new Set(accepted.map(({ id }) => id))));
    }
  }
}

/** Puts the question of one measure anew after people defined it, or do no more. */
export async function rewordMeasure(tx: Tx, id: string): Promise<void> {
  const stored = await tx.select(COLUMNS).from(measures).where(eq(measures.id, id)).get();
  if (!stored) return;
  const members = await claimsToGroup(tx, eq(claims.measureId, id));
  const accepted = await tx
    .select({ id: claims.id })
    .from(claims)
    .where(and(eq(claims.measureId, id), eq(claims.status, 'accepted')));
  const own = members.length > 0 ? wordedBy(members, new Set(accepted.map((claim) => claim.id))) : stored;
  const defined = await asDefined(tx, id, own);
  // Of what stands there already, the definition alone may say otherwise.
  await reword(tx, stored, defined);
}

const COLUMNS = { id: measures.id, title: measures.title, unit: measures.unit, aggregation: measures.aggregation };

/** What people say a measure is comes before what its claims say. */
async function asDefined(tx: Tx, id: string, worded: Question): Promise<Question> {
  const { title, unit, aggregation } = measureDefinitions;
  const said = await tx.select({ title, unit, aggregation }).from(measureDefinitions).where(eq(measureDefinitions.measureId, id)).get();
  if (!said) return worded;
  return { title: said.title ?? worded.title, unit: said.unit ?? worded.unit, aggregation: said.aggregation ?? worded.aggregation };
}

const isSame = (a: Question, b: Question): boolean => a.title === b.title && a.unit === b.unit && a.aggregation === b.aggregation;

/** Writes what differs; true when something did. */
export async function reword(tx: Tx, stored: Question & { id: string }, worded: Question): Promise<boolean> {
  // Nearly all are as they were: only what is not is held against what people say.
  if (isSame(stored, worded)) return false;
  const { title, unit, aggregation } = await asDefined(tx, stored.id, worded);
  if (isSame(stored, { title, unit, aggregation })) return false;
  await tx.update(measures).set({ title, unit, aggregation }).where(eq(measures.id, stored.id));
  return true;
}

import { and, eq, inArray } from 'drizzle-orm';
import { questionOf, type RecordedClaim, sorted } from '@/lib/measure';
import { claimsToGroup } from './members';
import type { Tx } from './open';
import { claims, measures } from './schema';
import { putWords } from './search-index';
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
  const columns = { id: measures.id, title: measures.title, unit: measures.unit, aggregation: measures.aggregation };
  for (let at = 0; at < claimIds.length; at += 500) {
    const touched = tx
      .select({ id: claims.measureId })
      .from(claims)
      .where(isAmong(claims.id, claimIds.slice(at, at + 500)));
    for (const stored of await tx.select(columns).from(measures).where(inArray(measures.id, touched))) {
      const members = await claimsToGroup(tx, eq(claims.measureId, stored.id));
      const accepted = await tx
        .select({ id: claims.id })
        .from(claims)
        .where(and(eq(claims.measureId, stored.id), eq(claims.status, 'accepted')));
      if (members.length > 0) await reword(tx, stored, wordedBy(members, new Set(accepted.map(({ id }) => id))));
    }
  }
}

/** Writes what differs; true when something did. */
export async function reword(tx: Tx, stored: Question & { id: string }, { title, unit, aggregation }: Question): Promise<boolean> {
  if (stored.title === title && stored.unit === unit && stored.aggregation === aggregation) return false;
  await tx.update(measures).set({ title, unit, aggregation }).where(eq(measures.id, stored.id));
  if (stored.title !== title) putWords(tx, { kind: 'measure', id: stored.id, words: [title] });
  return true;
}

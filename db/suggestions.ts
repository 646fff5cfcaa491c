import { and, eq, or } from 'drizzle-orm';
import { align, type Grouping, type RecordedClaim, WORTH_A_LOOK } from '@/lib/measure';
import type { Tx } from './open';
import { pairOf } from './pair-record';
import { insertRows, replaced } from './rows';
import { suggestions } from './schema';
import { isAmong } from './statement';
import { turns } from './turns';

type Row = typeof suggestions.$inferSelect;

/** Suggestions worth a look: of two measures, and not because their words state places that are two. */
function worthALook({ measures, suggestions: all }: Grouping, claims: readonly RecordedClaim[]): Row[] {
  const home = new Map(measures.flatMap(({ claims: ids }, at) => ids.map((id) => [id, at] as const)));
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return all.flatMap(({ a, b, score }) => {
    const [x, y] = [byId.get(a), byId.get(b)];
    if (!x || !y || home.get(a) === home.get(b) || align(x, y).scope === 'apart') return [];
    return [{ ...pairOf(a, b), score }];
  });
}

/** Makes the stored suggestions those of a grouping of the whole record. */
export async function writeSuggestions(tx: Tx, grouping: Grouping, claims: readonly RecordedClaim[]): Promise<void> {
  const key = ({ a, b, score }: Row) => `${a} ${b} ${score}`;
  const today = worthALook(grouping, claims);
  const stored = await tx.select().from(suggestions);
  const [wanted, known] = [new Set(today.map(key)), new Set(stored.map(key))];
  for (const { a, b } of stored.filter((row) => !wanted.has(key(row))))
    await tx.delete(suggestions).where(and(eq(suggestions.a, a), eq(suggestions.b, b)));
  await addRows(
    tx,
    today.filter((row) => !known.has(key(row))),
  );
}

/** Adds those of claims that were placed. */
export const addSuggestions = (tx: Tx, grouping: Grouping, claims: readonly RecordedClaim[]): Promise<void> =>
  addRows(tx, worthALook(grouping, claims));

/** Adds those of pairs of claims, each of two measures, as a grouping would. */
export async function suggestPairs(tx: Tx, pairs: readonly (readonly [RecordedClaim, RecordedClaim])[]): Promise<void> {
  const due = turns();
  const rows: Row[] = [];
  for (const [a, b] of pairs) {
    await due();
    const { score, veto, scope } = align(a, b);
    if (veto === null && scope !== 'apart' && score >= WORTH_A_LOOK) rows.push({ ...pairOf(a.id, b.id), score: Math.min(1, score) });
  }
  await addRows(tx, rows);
}

/** Drops those of claims that stand in no measure any more. */
export async function dropSuggestions(tx: Tx, ids: readonly string[]): Promise<void> {
  const some = [...ids];
  await tx.delete(suggestions).where(or(isAmong(suggestions.a, some), isAmong(suggestions.b, some)));
}

const addRows = (tx: Tx, rows: readonly Row[]): Promise<void> => insertRows(tx, suggestions, rows, replaced(suggestions, 'a, b', 'score'));

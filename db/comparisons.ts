import { and, eq } from 'drizzle-orm';
import type { Check, ClaimRelation } from '@/lib/conflict';
import { newId } from './ids';
import type { Tx } from './open';
import { checks, relations } from './schema';

/** Makes the stored relations those of today. Writes only what differs; gives the number of rows written. */
export async function writeRelations(tx: Tx, today: ClaimRelation[]): Promise<number> {
  const key = (row: { a: string; b: string }) => `${row.a} ${row.b}`;
  const stored = new Map((await tx.select().from(relations)).map((row) => [key(row), row]));
  const fresh = today.filter((row) => !isSame(stored.get(key(row)), columnsOf(row))).map(columnsOf);
  const wanted = new Set(today.map(key));
  const gone = [...stored.values()].filter((row) => !wanted.has(key(row)));
  for (const { a, b } of [...gone, ...fresh]) {
    if (stored.has(key({ a, b }))) await tx.delete(relations).where(and(eq(relations.a, a), eq(relations.b, b)));
  }
  for (let from = 0; from < fresh.length; from += 50) await tx.insert(relations).values(fresh.slice(from, from + 50));
  return gone.length + fresh.length;
}

/** The same for the checks. A check that still holds keeps its id. */
export async function writeChecks(tx: Tx, today: Check[]): Promise<number> {
  const key = ({ kind, total, parts, expression, verdict }: Check) => JSON.stringify([kind, total, parts, expression, verdict]);
  const stored = new Map((await tx.select().from(checks)).map((row) => [key(row), row.id]));
  const wanted = new Map(today.map((check) => [key(check), check]));
  const fresh = [...wanted].filter(([name]) => !stored.has(name)).map(([, check]) => check);
  const gone = [...stored].filter(([name]) => !wanted.has(name)).map(([, id]) => id);
  for (const id of gone) await tx.delete(checks).where(eq(checks.id, id));
  for (const { kind, total, parts, expression, verdict } of fresh) {
    await tx.insert(checks).values({ id: newId(), kind, total, parts, expression, verdict });
  }
  return gone.length + fresh.length;
}

type RelationRow = typeof relations.$inferSelect;

const columnsOf = ({ a, b, relation, kind, alert, severity, explanation, possibleReasons, confidence }: ClaimRelation): RelationRow => ({
  ...{ a, b, relation, kind, alert, severity, explanation, possibleReasons, confidence },
});

const isSame = (stored: RelationRow | undefined, row: RelationRow): boolean =>
  stored !== undefined && JSON.stringify(columnsOf(stored)) === JSON.stringify(row);

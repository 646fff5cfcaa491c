import { and, eq, inArray, or } from 'drizzle-orm';
import type { Check, ClaimRelation } from '@/lib/conflict';
import { newId } from './ids';
import type { Tx } from './open';
import { checks, relations } from './schema';

/** Rows that speak of any of these claims; all rows where none are given. */
async function storedRelations(tx: Tx, of?: readonly string[]): Promise<RelationRow[]> {
  if (!of) return tx.select().from(relations);
  const rows: RelationRow[] = [];
  for (let from = 0; from < of.length; from += 500) {
    const some = of.slice(from, from + 500);
    rows.push(
      ...(await tx
        .select()
        .from(relations)
        .where(or(inArray(relations.a, some), inArray(relations.b, some)))),
    );
  }
  return rows;
}

/**
 * Makes the stored relations those of today. Writes only what differs; gives the number of rows written. With `of`, the relations among
 * these claims: what they have with others was found when those came in, and stays.
 */
export async function writeRelations(tx: Tx, today: ClaimRelation[], of?: readonly string[]): Promise<number> {
  const key = (row: { a: string; b: string }) => `${row.a} ${row.b}`;
  const own = of && new Set(of);
  const among = ({ a, b }: RelationRow) => !own || (own.has(a) && own.has(b));
  const stored = new Map((await storedRelations(tx, of)).map((row) => [key(row), row]));
  const fresh = today.filter((row) => !isSame(stored.get(key(row)), columnsOf(row))).map(columnsOf);
  const wanted = new Set(today.map(key));
  const gone = [...stored.values()].filter((row) => among(row) && !wanted.has(key(row)));
  for (const { a, b } of [...gone, ...fresh]) {
    if (stored.has(key({ a, b }))) await tx.delete(relations).where(and(eq(relations.a, a), eq(relations.b, b)));
  }
  for (let from = 0; from < fresh.length; from += 50) await tx.insert(relations).values(fresh.slice(from, from + 50));
  return gone.length + fresh.length;
}

/** The same for the checks; with `of`, those whose total is one of these claims. A check that still holds keeps its id. */
export async function writeChecks(tx: Tx, today: Check[], of?: readonly string[]): Promise<number> {
  const key = ({ kind, total, parts, expression, verdict }: Check) => JSON.stringify([kind, total, parts, expression, verdict]);
  const stored = new Map((await storedChecks(tx, of)).map((row) => [key(row), row.id]));
  const wanted = new Map(today.map((check) => [key(check), check]));
  const fresh = [...wanted].filter(([name]) => !stored.has(name)).map(([, check]) => check);
  const gone = [...stored].filter(([name]) => !wanted.has(name)).map(([, id]) => id);
  for (const id of gone) await tx.delete(checks).where(eq(checks.id, id));
  for (const { kind, total, parts, expression, verdict } of fresh) {
    await tx.insert(checks).values({ id: newId(), kind, total, parts, expression, verdict });
  }
  return gone.length + fresh.length;
}

async function storedChecks(tx: Tx, of?: readonly string[]): Promise<(typeof checks.$inferSelect)[]> {
  if (!of) return tx.select().from(checks);
  const rows: (typeof checks.$inferSelect)[] = [];
  for (let from = 0; from < of.length; from += 500)
    rows.push(
      ...(await tx
        .select()
        .from(checks)
        .where(inArray(checks.total, of.slice(from, from + 500)))),
    );
  return rows;
}

type RelationRow = typeof relations.$inferSelect;

const columnsOf = ({ a, b, relation, kind, alert, severity, explanation, possibleReasons, confidence }: ClaimRelation): RelationRow => ({
  ...{ a, b, relation, kind, alert, severity, explanation, possibleReasons, confidence },
});

const isSame = (stored: RelationRow | undefined, row: RelationRow): boolean =>
  stored !== undefined && JSON.stringify(columnsOf(stored)) === JSON.stringify(row);

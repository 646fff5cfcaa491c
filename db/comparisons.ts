import { eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Check, ClaimRelation } from '@/lib/conflict';
import { afterCommit } from './after-commit';
import { newId } from './ids';
import type { Tx } from './open';
import { insertRows, listed } from './rows';
import { checks, relations } from './schema';

type RelationRow = typeof relations.$inferSelect;
type Pair = [a: string, b: string];

/** Relations whose rows are on the disk, as long as their claims are at hand: only whether a row is there is looked up of these, not what it says. */
const onDisk = new WeakSet<ClaimRelation>();

/**
 * Makes the stored relations those of today. Writes only what differs; gives the number of rows written. With `of`, the relations among
 * these claims: what they have with others was found when those came in, and stays.
 */
export async function writeRelations(tx: Tx, today: ClaimRelation[], of?: readonly string[]): Promise<number> {
  const key = (a: string, b: string) => `${a} ${b}`;
  const wanted = new Map(today.map((row) => [key(row.a, row.b), row]));
  const stored = await storedPairs(tx, of);
  const known = new Set(stored.map(([a, b]) => key(a, b)));
  const unsure = stored.filter(([a, b]) => {
    const relation = wanted.get(key(a, b));
    return relation !== undefined && !onDisk.has(relation);
  });
  const differs = (await rowsOf(tx, unsure)).filter((row) => !isSame(row, columnsOf(wanted.get(key(row.a, row.b)) as ClaimRelation)));
  const other = new Set(differs.map(({ a, b }) => key(a, b)));
  const own = of && new Set(of);
  const gone = stored.filter(([a, b]) => !wanted.has(key(a, b)) && (!own || (own.has(a) && own.has(b))));
  const fresh = [...wanted].filter(([name]) => !known.has(name) || other.has(name)).map(([, row]) => columnsOf(row));
  const removed = [...gone, ...differs.map(({ a, b }): Pair => [a, b])];
  if (removed.length > 0) await tx.run(sql`DELETE FROM relations WHERE ${isOneOf(removed)}`);
  await insertRows(tx, relations, fresh);
  afterCommit(tx, () => {
    for (const relation of today) onDisk.add(relation);
  });
  return gone.length + fresh.length;
}

/** The pairs that have a row, of these claims or all; as one value, since rows cost more than finding them. */
async function storedPairs(tx: Tx, of?: readonly string[]): Promise<Pair[]> {
  const some = of
    ? sql`WHERE ${relations.a} IN ${listed(of)} UNION SELECT a, b FROM relations WHERE ${relations.b} IN ${listed(of)}`
    : sql``;
  const found = await tx.get<{ pairs: string }>(
    sql`SELECT json_group_array(json_array(a, b)) AS pairs FROM (SELECT a, b FROM relations ${some})`,
  );
  return JSON.parse(found?.pairs ?? '[]');
}

const isOneOf = (pairs: readonly Pair[]): SQL => sql`(a, b) IN (SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(pairs)}))`;

const rowsOf = async (tx: Tx, pairs: readonly Pair[]): Promise<RelationRow[]> =>
  pairs.length === 0 ? [] : tx.select().from(relations).where(isOneOf(pairs));

/** The same for the checks; with `of`, those whose total is one of these claims. A check that still holds keeps its id. */
export async function writeChecks(tx: Tx, today: Check[], of?: readonly string[]): Promise<number> {
  const key = ({ kind, total, parts, expression, verdict }: Check) => JSON.stringify([kind, total, parts, expression, verdict]);
  const stored = new Map((await storedChecks(tx, of)).map((row) => [key(row), row.id]));
  const wanted = new Map(today.map((check) => [key(check), check]));
  const fresh = [...wanted].filter(([name]) => !stored.has(name)).map(([, check]) => check);
  const gone = [...stored].filter(([name]) => !wanted.has(name)).map(([, id]) => id);
  for (const id of gone) await tx.delete(checks).where(eq(checks.id, id));
  const rows = fresh.map(({ kind, total, parts, expression, verdict }) => ({ id: newId(), kind, total, parts, expression, verdict }));
  await insertRows(tx, checks, rows);
  return gone.length + fresh.length;
}

const storedChecks = (tx: Tx, of?: readonly string[]) =>
  tx
    .select()
    .from(checks)
    .where(of && inArray(checks.total, listed(of)));

const columnsOf = ({ a, b, relation, kind, alert, severity, explanation, possibleReasons, confidence }: ClaimRelation): RelationRow => ({
  ...{ a, b, relation, kind, alert, severity, explanation, possibleReasons, confidence },
});

const isSame = (stored: RelationRow, row: RelationRow): boolean => JSON.stringify(columnsOf(stored)) === JSON.stringify(row);

import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { type Check, type ClaimRelation, RECKONED_KINDS, reckonInSteps } from '@/lib/conflict';
import { afterCommit } from './around-commit';
import { newId } from './ids';
import { claimsAtHand } from './known-claims';
import type { Tx } from './open';
import { insertRows, listed } from './rows';
import { checks, claims, relations } from './schema';
import { inTurns } from './turns';

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

/** Checks of some kinds whose total is one of some claims. */
interface CheckScope {
  kinds: readonly Check['kind'][];
  totals: readonly string[];
}

/**
 * The same for the checks; with `of`, those in this scope, and no other is written: what was not looked up may be there already. A check
 * that still holds keeps its id, and each stands once.
 */
export async function writeChecks(tx: Tx, today: Check[], of?: CheckScope): Promise<number> {
  const key = ({ kind, total, parts, expression, verdict }: Check) => JSON.stringify([kind, total, parts, expression, verdict]);
  const rows = await storedChecks(tx, of);
  const stored = new Map(rows.map((row) => [key(row), row.id]));
  const totals = of && new Set(of.totals);
  const own = today.filter(({ kind, total }) => !of || (of.kinds.includes(kind) && totals?.has(total)));
  const wanted = new Map(own.map((check) => [key(check), check]));
  const fresh = [...wanted].filter(([name]) => !stored.has(name)).map(([, check]) => check);
  const gone = rows.filter((row) => !wanted.has(key(row)) || stored.get(key(row)) !== row.id).map(({ id }) => id);
  for (const id of gone) await tx.delete(checks).where(eq(checks.id, id));
  const added = fresh.map(({ kind, total, parts, expression, verdict }) => ({ id: newId(), kind, total, parts, expression, verdict }));
  await insertRows(tx, checks, added);
  return gone.length + fresh.length;
}

/**
 * Reckons some articles anew, all their claims with each other, and makes the stored checks of that those of today. Gives the number of
 * rows written.
 */
export async function reckonArticles(tx: Tx, articleIds: readonly string[]): Promise<number> {
  if (articleIds.length === 0) return 0;
  const ofThese = inArray(claims.articleId, listed(articleIds));
  const today = await inTurns(reckonInSteps(await claimsAtHand(tx, ofThese)));
  // Those that left their measures, too: what was reckoned of them goes.
  const told = await tx.select({ id: claims.id }).from(claims).where(ofThese);
  return writeChecks(tx, today, { kinds: RECKONED_KINDS, totals: told.map(({ id }) => id) });
}

const storedChecks = (tx: Tx, of?: CheckScope) =>
  tx
    .select()
    .from(checks)
    .where(of && and(inArray(checks.total, listed(of.totals)), inArray(checks.kind, [...of.kinds])));

const columnsOf = ({ a, b, relation, kind, alert, severity, explanation, possibleReasons, confidence }: ClaimRelation): RelationRow => ({
  ...{ a, b, relation, kind, alert, severity, explanation, possibleReasons, confidence },
});

const isSame = (stored: RelationRow, row: RelationRow): boolean => JSON.stringify(columnsOf(stored)) === JSON.stringify(row);

import { type Check, type ClaimRelation, MEASURE_KINDS, RECKONED_KINDS, reckonInSteps } from '@/lib/conflict';
import { afterCommit } from './around-commit';
import { newId } from './ids';
import { claimsAtHand } from './known-claims';
import type { Tx } from './open';
import { insertRows, rowsOf } from './rows';
import { checks, relations } from './schema';
import { among, ask, askJson, NOTHING, send, type Words, words } from './statement';
import { inTurns } from './turns';

type RelationRow = typeof relations.$inferSelect;

/** Relations whose rows are on the disk, as long as their claims are at hand. */
let onDisk = new WeakSet<ClaimRelation>();

/** Rows were taken away: which are left is looked up. */
function forgetRows(): void {
  onDisk = new WeakSet();
}

/** Takes away all that was found of these claims beside others. */
export function dropComparisons(tx: Tx, ids: readonly string[]): void {
  send(tx, words`DELETE FROM relations WHERE a IN ${among(ids)} OR b IN ${among(ids)}`);
  send(tx, words`DELETE FROM checks WHERE total IN ${among(ids)}`);
  forgetRows();
}

/**
 * Makes the stored relations those of today. Writes only what differs; gives the number of rows written. With `of`, the relations among
 * these claims: what they have with others was found when those came in, and stays.
 */
export async function writeRelations(tx: Tx, today: ClaimRelation[], of?: readonly string[]): Promise<number> {
  const added = of ? await onlyAdded(tx, today, of) : null;
  if (added) await insertRows(tx, relations, added.map(columnsOf));
  const written = added ? added.length : await replaceRelations(tx, today, of);
  afterCommit(tx, () => {
    for (const relation of today) onDisk.add(relation);
  });
  return written;
}

/**
 * Those of today that have no row yet, where no row is to be taken away or rewritten, as after most additions: as many rows are there as are
 * known to be. Null where it must be looked up which they are, which takes longer than all the rest.
 */
async function onlyAdded(tx: Tx, today: readonly ClaimRelation[], of: readonly string[]): Promise<ClaimRelation[] | null> {
  const own = new Set(of);
  if (today.some(({ a, b }) => !own.has(a) || !own.has(b))) return null;
  const added = today.filter((relation) => !onDisk.has(relation));
  const [found] = await ask<{ rows: number }>(
    tx,
    words`SELECT count(*) AS rows FROM relations WHERE a IN ${among(of)} AND +b IN ${among(of)}`,
  );
  return found?.rows === today.length - added.length ? added : null;
}

async function replaceRelations(tx: Tx, today: readonly ClaimRelation[], of?: readonly string[]): Promise<number> {
  const wanted = new Map(today.map((row) => [pairName(row), row]));
  const known = new Set(await storedPairs(tx, wanted.keys(), of));
  const gone = [...known].filter((name) => !wanted.has(name));
  const unsure = [...known].filter((name) => wanted.has(name) && !onDisk.has(wanted.get(name) as ClaimRelation));
  const differs = (await relationsOf(tx, unsure)).filter((row) => !isSame(row, columnsOf(wanted.get(pairName(row)) as ClaimRelation)));
  const other = new Set(differs.map(pairName));
  const fresh = [...wanted].filter(([name]) => !known.has(name) || other.has(name)).map(([, row]) => columnsOf(row));
  const removed = [...gone, ...other];
  if (removed.length > 0) {
    send(tx, words`DELETE FROM relations WHERE ${isOneOf(removed)}`);
    forgetRows();
  }
  await insertRows(tx, relations, fresh);
  return gone.length + fresh.length;
}

const pairName = ({ a, b }: Pick<RelationRow, 'a' | 'b'>): string => `${a} ${b}`;

/** Of these pairs and of all among these claims, or else of all, those that have a row; as one value, since rows cost more than finding them. */
async function storedPairs(tx: Tx, names: Iterable<string>, of?: readonly string[]): Promise<string[]> {
  const own = new Set(of);
  const beside = [...names].filter((name) => name.split(' ').some((id) => !own.has(id)));
  const some = of
    ? words`WHERE a IN ${among(of)} AND +b IN ${among(of)} UNION ALL SELECT a, b FROM relations WHERE ${isOneOf(beside)}`
    : NOTHING;
  return askJson(tx, words`SELECT json_group_array(a || ' ' || b) AS json FROM (SELECT a, b FROM relations ${some})`);
}

const isOneOf = (names: readonly string[]): Words =>
  words`(a, b) IN (SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(names.map((name) => name.split(' ')))}))`;

const relationsOf = async (tx: Tx, names: readonly string[]): Promise<RelationRow[]> =>
  names.length === 0 ? [] : rowsOf(tx, relations, words`WHERE ${isOneOf(names)}`);

/** Claims whose checks are written: those of their measures, and what is reckoned of some articles, all their claims with each other. */
interface CheckScope {
  /** Ids of the members of measures. */
  members: readonly string[];
  articles: readonly string[];
}

/**
 * The same for the checks; with `of`, those in this scope, and no other is written: what was not looked up may be there already. What is
 * reckoned of its articles is reckoned here. A check that still holds keeps its id, and each stands once.
 */
export async function writeChecks(tx: Tx, today: Check[], of?: CheckScope): Promise<number> {
  const key = ({ kind, total, parts, expression, verdict }: Check) => JSON.stringify([kind, total, parts, expression, verdict]);
  const rows = await rowsOf(tx, checks, of ? inScope(of) : NOTHING);
  const stored = new Map(rows.map((row) => [key(row), row.id]));
  const members = new Set(of?.members);
  const own = of ? [...today.filter(({ total }) => members.has(total)), ...(await reckoned(tx, of.articles))] : today;
  const wanted = new Map(own.map((check) => [key(check), check]));
  const fresh = [...wanted].filter(([name]) => !stored.has(name)).map(([, check]) => check);
  const gone = rows.filter((row) => !wanted.has(key(row)) || stored.get(key(row)) !== row.id).map(({ id }) => id);
  if (gone.length > 0) send(tx, words`DELETE FROM checks WHERE id IN ${among(gone)}`);
  const added = fresh.map(({ kind, total, parts, expression, verdict }) => ({ id: newId(), kind, total, parts, expression, verdict }));
  await insertRows(tx, checks, added);
  return gone.length + fresh.length;
}

/** Those that left their measures, too: what was reckoned of them goes. */
const inScope = ({ members, articles }: CheckScope): Words =>
  words`WHERE (total IN ${among(members)} AND kind IN ${among(MEASURE_KINDS)})
    OR (total IN (SELECT id FROM claims WHERE article_id IN ${among(articles)}) AND kind IN ${among(RECKONED_KINDS)})`;

const reckoned = async (tx: Tx, articleIds: readonly string[]): Promise<Check[]> =>
  articleIds.length === 0 ? [] : inTurns(reckonInSteps(await claimsAtHand(tx, words`claims.article_id IN ${among(articleIds)}`)));

const columnsOf = ({ a, b, relation, kind, alert, severity, explanation, possibleReasons, confidence }: ClaimRelation): RelationRow => ({
  ...{ a, b, relation, kind, alert, severity, explanation, possibleReasons, confidence },
});

const isSame = (stored: RelationRow, row: RelationRow): boolean => JSON.stringify(columnsOf(stored)) === JSON.stringify(row);

import type { ClaimRelation } from '@/lib/conflict';
import { afterCommit } from './around-commit';
import type { Tx } from './open';
import { insertRows, rowsOf } from './rows';
import { relations } from './schema';
import { among, ask, askJson, NOTHING, send, type Words, words } from './statement';

type RelationRow = typeof relations.$inferSelect;

/** Pairs whose rows were taken away and not written again, and how often it was forgotten which. Bundles hold this file more than once, and each takes rows away. */
interface Removed {
  pairs: Set<string>;
  forgotten: number;
}
const shared = globalThis as { countercheckRemoved?: Removed };
shared.countercheckRemoved ??= { pairs: new Set(), forgotten: 0 };
const removed = shared.countercheckRemoved;
/** A large measure swaps some of its relations with each addition. */
const MOST_REMOVED = 10_000;

/** Relations whose rows were written, as long as their claims are at hand. */
let written = { relations: new WeakSet<ClaimRelation>(), forgotten: 0 };

function isOnDisk(relation: ClaimRelation): boolean {
  if (written.forgotten !== removed.forgotten) written = { relations: new WeakSet(), forgotten: removed.forgotten };
  return written.relations.has(relation) && !(removed.pairs.size > 0 && removed.pairs.has(pairName(relation)));
}

function noteWritten(relations: readonly ClaimRelation[]): void {
  for (const relation of relations) {
    written.relations.add(relation);
    if (removed.pairs.size > 0) removed.pairs.delete(pairName(relation));
  }
}

/** Known at once, and again after the commit: what was written before it in one transaction is noted only then. */
function noteRemoved(tx: Tx, names: readonly string[]): void {
  const note = () => {
    for (const name of names) removed.pairs.add(name);
    if (removed.pairs.size > MOST_REMOVED) forgetRows();
  };
  note();
  afterCommit(tx, note);
}

/** What is on the disk is looked up from here on. */
function forgetRows(): void {
  removed.pairs.clear();
  removed.forgotten += 1;
}

/** Takes away all that was found of these claims beside others. */
export function dropComparisons(tx: Tx, ids: readonly string[]): void {
  send(tx, words`DELETE FROM relations WHERE a IN ${among(ids)} OR b IN ${among(ids)}`);
  send(tx, words`DELETE FROM checks WHERE total IN ${among(ids)}`);
  forgetRows();
  afterCommit(tx, forgetRows);
}

/**
 * Makes the stored relations those of today. Writes only what differs; gives the number of rows written. With `of`, the relations among
 * these claims: what they have with others was found when those came in, and stays.
 */
export async function writeRelations(tx: Tx, today: ClaimRelation[], of?: readonly string[]): Promise<number> {
  const added = of ? await onlyAdded(tx, today, of) : null;
  if (added) await insertRows(tx, relations, added.map(columnsOf));
  const rows = added ? added.length : await replaceRelations(tx, today, of);
  afterCommit(tx, () => noteWritten(today));
  return rows;
}

/**
 * Those of today that have no row yet, where no row is to be taken away or rewritten, as after most additions: as many rows are there as are
 * known to be. Null where it must be looked up which they are, which takes longer than all the rest.
 */
async function onlyAdded(tx: Tx, today: readonly ClaimRelation[], of: readonly string[]): Promise<ClaimRelation[] | null> {
  const own = new Set(of);
  if (today.some(({ a, b }) => !own.has(a) || !own.has(b))) return null;
  const added = today.filter((relation) => !isOnDisk(relation));
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
  const unsure = [...known].filter((name) => wanted.has(name) && !isOnDisk(wanted.get(name) as ClaimRelation));
  const differs = (await relationsOf(tx, unsure)).filter((row) => !isSame(row, columnsOf(wanted.get(pairName(row)) as ClaimRelation)));
  const other = new Set(differs.map(pairName));
  const fresh = [...wanted].filter(([name]) => !known.has(name) || other.has(name)).map(([, row]) => columnsOf(row));
  const left = [...gone, ...other];
  if (left.length > 0) {
    send(tx, words`DELETE FROM relations WHERE ${isOneOf(left)}`);
    noteRemoved(tx, left);
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

const columnsOf = ({ a, b, relation, kind, alert, severity, explanation, possibleReasons, confidence }: ClaimRelation): RelationRow => ({
  ...{ a, b, relation, kind, alert, severity, explanation, possibleReasons, confidence },
});

const isSame = (stored: RelationRow, row: RelationRow): boolean => JSON.stringify(columnsOf(stored)) === JSON.stringify(row);

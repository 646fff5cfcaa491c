import type { ResultSet } from '@libsql/client';
import { type Column, type SQL, sql } from 'drizzle-orm';
import { sending, throughOf } from './around-commit';
import type { Reads, Tx } from './open';
import { inStatement, sqlOf, type Words, words } from './said';

export { NOTHING, plain, sqlOf, type Words, words } from './said';

/** Any number of texts as one value, for "IN". */
export const among = (texts: Iterable<string>): Words => words`(SELECT value FROM json_each(${JSON.stringify([...texts])}))`;

/** The same as a condition on a column, for a query of drizzle: what comes with it there binds a value for each, and a statement has room for 32,766. */
export const isAmong = (column: Column, texts: Iterable<string>): SQL => sql`${column} IN ${sqlOf(among(texts))}`;

/** Whether a text has signs that are one for the database and two for a JavaScript string: such texts are cut here, not there. */
export const hasAstral = (text: Column): SQL => sql`${text} GLOB '*[' || char(65536) || '-' || char(1114111) || ']*'`;

/** The rows that a statement gives. */
export async function ask<Row>(from: Reads, statement: Words): Promise<Row[]> {
  const through = throughOf(from);
  if (!through) return from.all<Row>(sqlOf(statement));
  await through.due();
  return (await through.execute(inStatement(statement))).rows as Row[];
}

/** The one value of a statement that gives everything as JSON in one row: reading rows costs more than finding them. */
export async function askJson<Value>(from: Reads, statement: Words): Promise<Value> {
  const [row] = await ask<{ json: string }>(from, statement);
  return JSON.parse((row as { json: string }).json);
}

/** A turn for others in a transaction, where it is due by the clock of its statements: those that are sent block, and none of them gives one. */
export const turnOf = (tx: Tx): Promise<void> | undefined => throughOf(tx).due();

/** Sends a statement on its way. Whatever is said later finds it done; where it fails, the transaction does. */
export function send(tx: Tx, statement: Words): void {
  sending(tx, sent(tx, statement));
}

/** Gives how many rows it wrote. */
export const write = async (tx: Tx, statement: Words): Promise<number> => (await sent(tx, statement)).rowsAffected;

const sent = (tx: Tx, statement: Words): Promise<ResultSet> => throughOf(tx).execute(inStatement(statement));

import { type Column, getTableColumns } from 'drizzle-orm';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Reads, Tx } from './open';
import { ask, askJson, NOTHING, plain, send, turnOf, type Words, words, write } from './statement';

/** So many rows are inserted at once, and others have a turn before the next: more would keep everybody else waiting for too long. */
const TOGETHER = 120;

/**
 * Inserts any number of rows, many in one statement, as one value: SQLite takes them apart in a fraction of the time that it takes to put a
 * statement together with a parameter for each field of each row, and to bind them. `known` says what becomes of rows that are there already;
 * without it they are a fault, which the transaction hears of. Whoever says more after it waits until all are on their way.
 */
export async function insertRows<Table extends SQLiteTable>(
  tx: Tx,
  table: Table,
  rows: readonly Table['$inferSelect'][],
  known?: Words,
): Promise<void> {
  for await (const statement of insertions(tx, table, rows, known)) send(tx, statement);
}

/** The same; gives the number of rows written. */
export async function writeRows<Table extends SQLiteTable>(
  tx: Tx,
  table: Table,
  rows: readonly Table['$inferSelect'][],
  known?: Words,
): Promise<number> {
  let written = 0;
  for await (const statement of insertions(tx, table, rows, known)) written += await write(tx, statement);
  return written;
}

interface Shape {
  name: string;
  columns: [name: string, column: Column][];
  /** The names of the columns, and where their values stand in a row. */
  names: string;
  fields: string;
  /** Whether all of them are the same once they went through JSON: numbers with a point and bytes are not. */
  isPlain: boolean;
}

const shapes = new WeakMap<SQLiteTable, Shape>();

function shapeOf(table: SQLiteTable): Shape {
  const known = shapes.get(table);
  if (known) return known;
  const columns = Object.entries(getTableColumns(table));
  const names = columns.map(([, column]) => `"${column.name}"`).join(', ');
  const fields = columns.map((_, at) => `value ->> ${at}`).join(', ');
  const isPlain = columns.every(([, column]) => !['SQLiteReal', 'SQLiteBlobBuffer'].includes(column.columnType));
  const shape = { name: getTableConfig(table).name, columns, names, fields, isPlain };
  shapes.set(table, shape);
  return shape;
}

async function* insertions<Table extends SQLiteTable>(
  tx: Tx,
  table: Table,
  rows: readonly Table['$inferSelect'][],
  known = NOTHING,
): AsyncGenerator<Words, void> {
  const { name: into, columns, names, fields } = shapeOf(table);
  // "WHERE true" keeps the parser from taking ON CONFLICT for a join.
  const [head, tail] = [plain(`INSERT INTO "${into}" (${names}) SELECT ${fields}`), words`WHERE true ${known}`];
  for (let at = 0; at < rows.length; at += TOGETHER) {
    if (at > 0) await turnOf(tx);
    const values = rows.slice(at, at + TOGETHER).map((row) => columns.map(([name, column]) => toDriver(column, row[name])));
    yield words`${head} FROM json_each(${JSON.stringify(values)}) ${tail}`;
  }
}

function toDriver(column: Column, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  // Most are texts and numbers, which stay as they are.
  return column.dataType === 'string' || column.dataType === 'number' ? value : column.mapToDriverValue(value);
}

/** The rows of a table that `which` names: a WHERE, and what may come after it. */
export async function rowsOf<Table extends SQLiteTable>(from: Reads, table: Table, which: Words): Promise<Table['$inferSelect'][]> {
  const { name: of, columns, names, isPlain } = shapeOf(table);
  const some = words`${plain(`SELECT ${names} FROM "${of}"`)} ${which}`;
  if (!isPlain) {
    const rows = await ask<Record<string, unknown>>(from, some);
    return rows.map((row) => Object.fromEntries(columns.map(([name, column]) => [name, fromDriver(column, row[column.name])])));
  }
  const rows = await askJson<unknown[][]>(from, words`SELECT json_group_array(${plain(`json_array(${names})`)}) AS json FROM (${some})`);
  return rows.map((row) => {
    const made: Record<string, unknown> = {};
    for (const [at, [name, column]] of columns.entries()) made[name] = fromDriver(column, row[at]);
    return made;
  });
}

const fromDriver = (column: Column, value: unknown): unknown =>
  value === null || column.dataType === 'string' || column.dataType === 'number' ? value : column.mapFromDriverValue(value);

/** What `known` may be: rows that are there already stay as they are. */
export const STAY = words`ON CONFLICT DO NOTHING`;

/** These columns of a row that has the same key become those of the new one. */
export function replaced<Table extends SQLiteTable>(table: Table, key: string, ...names: (keyof Table['$inferSelect'] & string)[]): Words {
  const columns = getTableColumns(table);
  const set = names.map((name) => `"${(columns[name] as { name: string }).name}" = excluded."${(columns[name] as { name: string }).name}"`);
  return plain(`ON CONFLICT (${key}) DO UPDATE SET ${set.join(', ')}`);
}

import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Tx } from './open';

/**
 * Inserts any number of rows in one statement, as one value: SQLite takes them apart in a fraction of the time that it takes to put a
 * statement together with a parameter for each field of each row, and to bind them. `known` says what becomes of rows that are there already;
 * without it they are a fault. Gives the number of rows written.
 */
export async function insertRows<Table extends SQLiteTable>(
  tx: Tx,
  table: Table,
  rows: readonly Table['$inferSelect'][],
  known?: SQL,
): Promise<number> {
  if (rows.length === 0) return 0;
  const columns = Object.entries(getTableColumns(table));
  const names = columns.map(([, column]) => sql.identifier(column.name));
  const values = rows.map((row) =>
    columns.map(([name, column]) => (row[name] === null || row[name] === undefined ? null : column.mapToDriverValue(row[name]))),
  );
  const fields = columns.map((_, at) => sql.raw(`value ->> ${at}`));
  // "WHERE true" keeps the parser from taking ON CONFLICT for a join.
  const { rowsAffected } = await tx.run(sql`INSERT INTO ${table} (${sql.join(names, sql`, `)}) SELECT ${sql.join(fields, sql`, `)}
    FROM json_each(${JSON.stringify(values)}) WHERE true${known ? sql` ON CONFLICT ${known}` : sql``}`);
  return rowsAffected;
}

/** What `known` may be: rows that are there already stay as they are. */
export const STAY = sql`DO NOTHING`;

/** These columns of a row that is there already become those of the new one. */
export function replaced<Table extends SQLiteTable>(table: Table, ...names: (keyof Table['$inferSelect'] & string)[]): SQL {
  const columns = getTableColumns(table);
  const set = names.map((name) => {
    const column = sql.identifier((columns[name] as { name: string }).name);
    return sql`${column} = excluded.${column}`;
  });
  return sql`DO UPDATE SET ${sql.join(set, sql`, `)}`;
}

/** Any number of texts as one value, for `inArray`. */
export const listed = (texts: Iterable<string>): SQL => sql`(SELECT value FROM json_each(${JSON.stringify([...texts])}))`;

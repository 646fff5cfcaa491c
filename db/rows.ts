import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Tx } from './open';

/** So many rows are inserted at once: more would keep everybody else waiting for too long. */
const TOGETHER = 250;

/**
 * Inserts any number of rows, many in one statement, as one value: SQLite takes them apart in a fraction of the time that it takes to put a
 * statement together with a parameter for each field of each row, and to bind them. `known` says what becomes of rows that are there already;
 * without it they are a fault. Gives the number of rows written.
 */
export async function insertRows<Table extends SQLiteTable>(
  tx: Tx,
  table: Table,
  rows: readonly Table['$inferSelect'][],
  known?: SQL,
): Promise<number> {
  const columns = Object.entries(getTableColumns(table));
  const names = sql.join(
    columns.map(([, column]) => sql.identifier(column.name)),
    sql`, `,
  );
  const fields = sql.raw(columns.map((_, at) => `value ->> ${at}`).join(', '));
  let written = 0;
  for (let at = 0; at < rows.length; at += TOGETHER) {
    const values = rows
      .slice(at, at + TOGETHER)
      .map((row) =>
        columns.map(([name, column]) => (row[name] === null || row[name] === undefined ? null : column.mapToDriverValue(row[name]))),
      );
    // "WHERE true" keeps the parser from taking ON CONFLICT for a join.
    const { rowsAffected } = await tx.run(sql`INSERT INTO ${table} (${names}) SELECT ${fields}
      FROM json_each(${JSON.stringify(values)}) WHERE true${known ? sql` ON CONFLICT ${known}` : sql``}`);
    written += rowsAffected;
  }
  return written;
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

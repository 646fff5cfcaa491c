import { getTableColumns, getTableName, is, sql } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import * as schema from '@/db/schema';
import { newRecord } from './world';

interface Column {
  name: string;
  type: string;
  notnull: number;
  pk: number;
}

const tables = Object.values(schema).filter((value) => is(value, SQLiteTable));

describe('the schema for queries says what the migrations made', () => {
  it.each(tables.map((table) => [getTableName(table), table] as const))('%s', async (name, table) => {
    const db = await newRecord();
    const stored = await db.read.all<Column>(sql`SELECT name, type, "notnull", pk FROM pragma_table_info(${name})`);
    const { primaryKeys } = getTableConfig(table);
    const compound = new Set(primaryKeys.flatMap((key) => key.columns.map((column) => column.name)));
    const said = Object.values(getTableColumns(table)).map((column) => {
      const key = column.primary || compound.has(column.name);
      return { name: column.name, type: column.getSQLType().toUpperCase(), required: column.notNull || key, key };
    });
    const made = stored.map((column) => ({
      name: column.name,
      type: column.type,
      required: column.notnull === 1 || column.pk > 0,
      key: column.pk > 0,
    }));
    expect(said).toEqual(made);
  });

  it('has a table for each of the record, but the one for search', async () => {
    const db = await newRecord();
    const names = await db.read.all<{ name: string }>(
      sql`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%' AND name NOT LIKE '%drizzle%'`,
    );
    expect(names.map(({ name }) => name).sort()).toEqual(tables.map((table) => getTableName(table)).sort());
  });

  it('makes every table strict, so that no column holds what it does not say', async () => {
    const db = await newRecord();
    const loose = await db.read.all(
      sql`SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%' AND name NOT LIKE '%drizzle%'`,
    );
    expect(loose).toEqual([]);
  });
});

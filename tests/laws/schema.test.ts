import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '@/db/open';
import * as schema from '@/db/schema';

const tables = Object.values(schema as Record<string, unknown>)
  .filter((value): value is SQLiteTable => is(value, SQLiteTable))
  .map((table) => getTableConfig(table));

const folder = mkdtempSync(join(tmpdir(), 'countercheck-schema-'));
const url = `file:${folder}/record.db`;
let shape: Map<string, string[]>;

/** "name TYPE [not null] [key]" of each column, as the migrations made it. */
beforeAll(async () => {
  await (await openDatabase(url, { owner: true })).close();
  const client = createClient({ url });
  const names = await client.execute("SELECT name FROM sqlite_schema WHERE type = 'table'");
  shape = new Map();
  for (const { name } of names.rows) {
    const columns = await client.execute(`SELECT * FROM pragma_table_info('${name}')`);
    shape.set(
      String(name),
      columns.rows.map((column) => line(String(column.name), String(column.type), Number(column.notnull) === 1, Number(column.pk) > 0)),
    );
  }
  client.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const line = (name: string, type: string, notNull: boolean, key: boolean) =>
  [name, type.toUpperCase(), notNull && !key ? 'not null' : '', key ? 'key' : ''].filter(Boolean).join(' ');

test('migrations and typed schema have the same tables', () => {
  const own = [...shape.keys()].filter((name) => !/^(sqlite_|__drizzle|search(_|$))/.test(name));
  expect(own.sort()).toEqual(tables.map((table) => table.name).sort());
});

test.each(tables.map((table) => [table.name, table] as const))('migrations and typed schema agree on %s', (name, table) => {
  const keys = new Set(table.primaryKeys.flatMap((key) => key.columns.map((column) => column.name)));
  const typed = table.columns.map((column) =>
    line(column.name, column.getSQLType(), column.notNull, column.primary || keys.has(column.name)),
  );
  expect(shape.get(name)?.sort()).toEqual(typed.sort());
});

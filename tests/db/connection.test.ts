import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { sql } from 'drizzle-orm';
import Asynchronous from 'libsql/promise';
import { expect, it, onTestFinished } from 'vitest';
import { Connection } from '@/db/connection';
import { ask, words } from '@/db/statement';
import { newRecord, temporaryFolder } from './world';

const ADD = 'INSERT INTO boats (name, crew) VALUES (?, ?)';
const ALL = 'SELECT name, crew, sail FROM boats ORDER BY name';

async function harbour(): Promise<{ connection: Connection; path: string }> {
  const path = join(await temporaryFolder(), 'harbour.db');
  const connection = new Connection(path, 5, ['journal_mode=WAL']);
  onTestFinished(() => connection.close());
  const tx = await connection.begin();
  await tx.execute('CREATE TABLE boats (name TEXT PRIMARY KEY, crew INTEGER, sail BLOB) STRICT');
  await tx.commit();
  return { connection, path };
}

it('says one statement again and again: what it gave before, or that it failed before, plays no part', async () => {
  const { connection } = await harbour();
  const tx = await connection.begin();
  for (const [name, crew] of [
    ['Tern', 3],
    ['Auk', null],
  ] as const)
    expect((await tx.execute({ sql: ADD, args: [name, crew] })).rowsAffected).toBe(1);
  const again = tx.execute({ sql: ADD, args: ['Tern', 4] });
  await expect(again).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT' });
  await tx.execute({ sql: ADD, args: ['Skua', 5] });
  await tx.execute({ sql: 'UPDATE boats SET sail = ? WHERE crew > ?', args: [Buffer.from('red'), 4] });
  const { rows } = await tx.execute(ALL);
  expect(rows.map(({ name, crew }) => [name, crew])).toEqual([
    ['Auk', null],
    ['Skua', 5],
    ['Tern', 3],
  ]);
  expect(rows.map((row) => row[0])).toEqual(['Auk', 'Skua', 'Tern']);
  expect(Buffer.from(rows[1]!.sail as ArrayBuffer).toString()).toBe('red');
  await tx.commit();
  await expect(tx.execute(ALL)).rejects.toMatchObject({ code: 'TRANSACTION_CLOSED' });
});

it('writes nothing more once a transaction ended by itself, as it does where the disk is full', async () => {
  const { connection } = await harbour();
  const tx = await connection.begin();
  await tx.execute('ROLLBACK');
  await expect(tx.execute({ sql: ADD, args: ['Tern', 3] })).rejects.toMatchObject({ code: 'TRANSACTION_CLOSED' });
  await expect(tx.commit()).rejects.toMatchObject({ code: 'SQLITE_ERROR' });
  const next = await connection.begin();
  expect((await next.execute(ALL)).rows).toEqual([]);
  await next.rollback();
});

it('keeps nothing of a transaction that was rolled back, and holds nobody up by what it read', async () => {
  const { connection, path } = await harbour();
  const tx = await connection.begin();
  await tx.execute({ sql: ADD, args: ['Tern', 3] });
  expect((await tx.execute(ALL)).rows).toHaveLength(1);
  await tx.rollback();
  const other = createClient({ url: `file:${path}`, timeout: 5 });
  onTestFinished(() => other.close());
  const theirs = await other.transaction('write');
  await expect(connection.begin()).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
  await theirs.execute({ sql: ADD, args: ['Gull', 2] });
  await theirs.commit();
  connection.close();
  const next = await connection.begin();
  expect((await next.execute(ALL)).rows).toMatchObject([{ name: 'Gull', crew: 2 }]);
  await next.commit();
  expect((await other.execute('PRAGMA wal_checkpoint(TRUNCATE)')).rows[0]).toMatchObject({ busy: 0 });
});

it('a commit that fails while its transaction is open stores nothing, and the next write works', async () => {
  const db = await newRecord();
  const kept = () => ask(db.read, words`SELECT key FROM meta WHERE key IN ('sloop', 'ketch')`);
  const orphan = db.write(async (tx) => {
    await tx.run(sql`PRAGMA defer_foreign_keys = ON`);
    await tx.run(sql`INSERT INTO meta (key, value) VALUES ('sloop', 'one')`);
    await tx.run(sql`INSERT INTO passages (hash, article_id) VALUES (1, 'nobody')`);
  });
  await expect(orphan).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT' });
  expect(await kept()).toEqual([]);
  await db.write((tx) => tx.run(sql`INSERT INTO meta (key, value) VALUES ('ketch', 'two')`));
  expect(await kept()).toMatchObject([{ key: 'ketch' }]);
});

it('refuses to commit where the connection was closed, and opens none for it', async () => {
  const { connection } = await harbour();
  const tx = await connection.begin();
  await tx.execute({ sql: ADD, args: ['Tern', 3] });
  connection.close();
  await expect(tx.commit()).rejects.toMatchObject({ code: 'TRANSACTION_CLOSED' });
  const next = await connection.begin();
  expect((await next.execute(ALL)).rows).toEqual([]);
  await next.rollback();
});

it('commits by itself where the driver has no thread for it', async () => {
  const { exec } = Asynchronous.prototype;
  onTestFinished(() => {
    Asynchronous.prototype.exec = exec;
  });
  Asynchronous.prototype.exec = () => undefined as never;
  const { connection, path } = await harbour();
  const tx = await connection.begin();
  await tx.execute({ sql: ADD, args: ['Tern', 3] });
  await tx.commit();
  const other = createClient({ url: `file:${path}` });
  onTestFinished(() => other.close());
  expect((await other.execute(ALL)).rows).toMatchObject([{ name: 'Tern' }]);
});

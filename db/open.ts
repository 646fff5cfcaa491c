import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Client, createClient, type ResultSet } from '@libsql/client';
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import { migrateSchema, schemaAge } from './migrate';
import { acquireOwner, releaseOwner } from './owner';
import * as schema from './schema';
import { inSnapshot } from './snapshot';
import { type Place, placeOf } from './url';
import { type Schema, type Tx, type Work, Writer } from './writer';

export { Refused } from './refused';
export type { Tx } from './writer';

/** What reads can be made from: the reader of a database, or a transaction that must see its own writes. */
export type Reads = BaseSQLiteDatabase<'async', ResultSet, Schema>;

export interface Database {
  url: string;
  /** Random, made with the record: keys of caches carry it, so that two records never share an answer. */
  id: string;
  /** Where the file is; null for a remote server. */
  path: string | null;
  read: LibSQLDatabase<Schema>;
  /** One read transaction beside all others: everything `work` reads is of one moment, whatever is written meanwhile. */
  snapshot<T>(work: (from: Reads) => Promise<T>): Promise<T>;
  /**
   * One transaction: everything in `work` stands or nothing does. A throw rolls back. Throws `Refused` with `Busy` (503),
   * `StorageFull` (507) or `OwnerLocked` (503). `work` may run twice and so touches the database alone.
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Take the right to write at once. Without it the right is taken by the first write, and reading needs none. */
  owner?: boolean;
  /** Milliseconds to wait for a foreign lock. */
  timeout?: number;
}

/** Milliseconds to wait for whoever holds the file: somebody who writes, or the last to leave, who closes it. */
export const TIMEOUT = 5000;

// Bundles duplicate modules; what hangs on globalThis is the same for pages, routes and instrumentation.
const OPEN = Symbol.for('countercheck.databases');
const shared = globalThis as { [OPEN]?: Map<string, Promise<Opened>> };
const opened = () => (shared[OPEN] ??= new Map());

type Opened = Database & { own(): Promise<void> };

/** Opens the record, makes it where there is none, migrates it where it is older. One process holds one instance of each. */
export async function openDatabase(url: string, options: OpenOptions = {}): Promise<Database> {
  const place = placeOf(url);
  let opening = opened().get(place.url);
  if (!opening) {
    opening = open(place, url, options);
    opened().set(place.url, opening);
    opening.catch(() => opened().delete(place.url));
  }
  const database = await opening;
  if (options.owner) await database.own();
  return database;
}

async function open(place: Place, url: string, options: OpenOptions): Promise<Opened> {
  const timeout = options.timeout ?? TIMEOUT;
  const authToken = process.env.DATABASE_AUTH_TOKEN;
  if (place.kind === 'file') makePrivate(place.path);

  const held: { writer?: Promise<Writer> } = {};
  const own = async (): Promise<Writer> => {
    if (place.kind === 'file') await acquireOwner(place.path);
    held.writer ??= Writer.open(place, timeout, authToken);
    held.writer.catch(() => delete held.writer);
    return held.writer;
  };
  const letGo = async (reader: Client) => {
    await (await held.writer)?.close();
    reader.close();
    if (place.kind === 'file') await releaseOwner(place.path);
  };

  const reader = await openReader(place, timeout, authToken);
  try {
    if ((await schemaAge(reader)) === 'behind') await bringUp(await own());
    const read = drizzle(reader, { schema });
    return {
      url,
      id: await idOf(reader),
      path: place.kind === 'file' ? place.path : null,
      read,
      snapshot: async (work) => inSnapshot(await openReader(place, timeout, authToken), work),
      own: async () => void (await own()),
      write: async <T>(work: Work<T>) => (await own()).write(work),
      close: async () => {
        opened().delete(place.url);
        await letGo(reader);
      },
    };
  } catch (error) {
    await letGo(reader);
    throw error;
  }
}

/** The record holds what is not public: SQLite would make it readable to everybody, and gives what lies beside it the same mode. */
function makePrivate(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
}

/** A guard against mistakes, not a wall: the reader refuses to write. */
async function openReader(place: Place, timeout: number, authToken?: string): Promise<Client> {
  if (place.kind === 'remote') return createClient({ url: place.url, authToken });
  const client = createClient({ url: place.url, timeout, concurrency: 1 });
  await client.execute('PRAGMA query_only=1');
  return client;
}

async function bringUp(writer: Writer): Promise<void> {
  await migrateSchema(writer.client);
  await writer.write((tx) => tx.insert(schema.meta).values({ key: 'id', value: randomUUID() }).onConflictDoNothing());
}

async function idOf(reader: Client): Promise<string> {
  const row = (await reader.execute("SELECT value FROM meta WHERE key = 'id'")).rows[0];
  if (!row) throw new Error('the record has no id');
  return String(row.value);
}

import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { type Client, createClient, type InStatement, type Transaction } from '@libsql/client';
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import { beginning, committed, faultOf, finishing, type Through } from './around-commit';
import { Checkpoints } from './checkpoints';
import { Connection } from './connection';
import { keepPublic } from './public-lists';
import { giveUp, sqliteCode } from './refused';
import * as schema from './schema';
import { nextTurn, turns } from './turns';
import type { Place } from './url';

export type Schema = typeof schema;
export type Tx = Parameters<Parameters<LibSQLDatabase<Schema>['transaction']>[0]>[0];
export type Work<T> = (tx: Tx) => Promise<T>;

const RETRIES = 5;
/**
 * Of a file. FULL: a commit is on the disk before anybody hears of it. Its pages are copied into the file elsewhere (see checkpoints.ts); a
 * commit does it only where 128 MB of them wait. The cache holds the upper levels of all indexes of a record of a million claims.
 */
const PRAGMAS = [
  'journal_mode=WAL',
  'synchronous=FULL',
  'foreign_keys=ON',
  'recursive_triggers=ON',
  'wal_autocheckpoint=32000',
  'cache_size=-128000',
];
const inside = new AsyncLocalStorage<true>();

/** libSQL calls are synchronous and a busy wait freezes the process, so all writes of a database stand in one queue. */
export class Writer {
  private tail: Promise<unknown> = Promise.resolve();
  /** Of the last transaction that began. */
  private through: Through | null = null;
  private readonly checkpoints: Checkpoints | null;

  private constructor(
    readonly client: Client,
    /** Of a file; a server has its own. */
    private readonly connection: Connection | null,
    private readonly drizzled: LibSQLDatabase<Schema>,
    place: Place,
    timeout: number,
  ) {
    this.checkpoints = place.kind === 'file' ? new Checkpoints(place.url, timeout) : null;
  }

  static async open(place: Place, timeout: number, authToken?: string): Promise<Writer> {
    const client = createClient({ url: place.url, authToken, timeout, ...(place.kind === 'file' ? { concurrency: 1 } : {}) });
    if (place.kind === 'file') for (const pragma of PRAGMAS) await client.execute(`PRAGMA ${pragma}`);
    const connection = place.kind === 'file' ? new Connection(place.path, timeout, PRAGMAS) : null;
    const begin = client.transaction.bind(client);
    const writer = new Writer(client, connection, drizzle(client, { schema }), place, timeout);
    client.transaction = async () => writer.inTurns(await (connection?.begin() ?? begin('write')));
    return writer;
  }

  /** Runs `work` in one transaction when its turn comes. `work` may run again after BUSY, so it touches the database alone. */
  write<T>(work: Work<T>): Promise<T> {
    if (inside.getStore()) throw new Error('a write inside a write would wait for itself: pass the transaction on');
    const turn = this.tail.then(() => inside.run(true, () => this.persist(work)));
    // Between two writes everybody else gets a turn: without it a long row of writes would freeze the server as one long call does,
    // and the statements of all of them would stay in memory until its end.
    this.tail = turn.then(nextTurn, nextTurn);
    return turn;
  }

  /** Waits for the queue, then closes. */
  async close(): Promise<void> {
    await this.tail;
    await this.checkpoints?.close();
    this.connection?.close();
    this.client.close();
  }

  private async persist<T>(work: Work<T>): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        await this.checkpoints?.ready();
        return await this.transact(work);
      } catch (error) {
        const code = sqliteCode(error);
        if (code === 'SQLITE_FULL') {
          giveUp(
            507,
            'StorageFull',
            'The disk is full, so nothing was saved.',
            'Free some space and send it again: what is already stored stays readable.',
          );
        }
        if (code !== 'SQLITE_BUSY') throw error;
        // After a BUSY the connection answers every later transaction with an error until it is made anew.
        if (this.connection) this.connection.close();
        else await this.client.reconnect();
        if (attempt === RETRIES) {
          giveUp(503, 'Busy', 'Another program kept the database busy, so nothing was saved.', 'Wait a moment and send it again.');
        }
        await pause(10 + Math.random() * 40 * (attempt + 1));
      }
    }
  }

  private async transact<T>(work: Work<T>): Promise<T> {
    let first: { error: unknown } | null = null;
    const own: Tx[] = [];
    try {
      // BEGIN IMMEDIATE; drizzle rolls back on every throw.
      const result = await this.drizzled.transaction(async (tx) => {
        own.push(tx);
        beginning(tx, this.through as Through);
        try {
          const done = await work(tx);
          await finishing(tx, keepPublic);
          return done;
        } catch (error) {
          first = { error: await faultOf(tx, error) };
          throw error;
        }
      });
      for (const tx of own) committed(tx);
      this.checkpoints?.soon();
      return result;
    } catch (error) {
      // A full disk ends the transaction by itself; the rollback after it then fails and would hide the reason.
      throw first ? (first as { error: unknown }).error : error;
    }
  }
  /** The statements of a long transaction let others in between: each of them blocks, and nothing between them gives anybody a turn. */
  private inTurns(transaction: Transaction): Transaction {
    const execute = transaction.execute.bind(transaction) as (statement: InStatement) => ReturnType<Transaction['execute']>;
    const due = turns();
    this.through = { execute, due };
    transaction.execute = async (statement: InStatement) => {
      await due();
      return execute(statement);
    };
    return transaction;
  }
}

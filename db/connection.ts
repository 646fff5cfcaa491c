import { type InStatement, type InValue, LibsqlError, type ResultSet, type Row, type Transaction } from '@libsql/client';
import Database from 'libsql';
import Asynchronous from 'libsql/promise';

/** What a writer says again and again; what is said once in many shapes goes when others come. */
const READY = 256;
/** Pragmas and the like act when they are prepared, so they are each time. */
const ASKED_AGAIN = /^\s*(?:begin|select|insert|update|delete|with)\b/i;

interface Ready {
  statement: Database.Statement<[InValue[]]>;
  /** Names of what it gives; null for one that gives no rows. */
  columns: string[] | null;
}

/**
 * The connection that writes a file. It keeps its statements ready: to prepare one takes as long as most of them run. Where a statement or
 * a commit fails, what it throws is a `LibsqlError`, as that of the client for servers is.
 */
export class Connection {
  private database: Database.Database | null = null;
  /** The driver runs a commit in a thread of its own. */
  private hasThread = false;
  private readonly ready = new Map<string, Ready>();

  constructor(
    private readonly path: string,
    private readonly timeout: number,
    private readonly pragmas: readonly string[],
  ) {}

  /** Takes the right to write the file at once: `SQLITE_BUSY` where somebody else has it for longer than the timeout. */
  async begin(): Promise<Transaction> {
    if (!this.database) await this.open();
    this.say('BEGIN IMMEDIATE');
    return new FileTransaction(this);
  }

  /** Closed, it opens anew with the next transaction. A transaction that is open ends: the driver may let go of the file later. */
  close(): void {
    if (this.isInside) this.say('ROLLBACK');
    this.ready.clear();
    this.database?.close();
    this.database = null;
  }

  get isInside(): boolean {
    return this.database?.inTransaction ?? false;
  }

  /** Nobody waits for the disk but who commits. */
  async commit(): Promise<void> {
    const database = this.opened();
    if (!this.hasThread) return void this.say('COMMIT');
    try {
      await beside(database, 'COMMIT');
    } catch (error) {
      throw named(error);
    }
  }

  say(statement: InStatement): ResultSet {
    const { sql, args = [] } = typeof statement === 'string' ? { sql: statement } : statement;
    try {
      return given(this.readied(sql), (args as InValue[]).map(toSqlite));
    } catch (error) {
      throw named(error);
    }
  }

  private readied(sql: string): Ready {
    const known = this.ready.get(sql);
    if (!ASKED_AGAIN.test(sql)) return prepared(this.opened(), sql);
    const one = known ?? prepared(this.opened(), sql);
    // Those that were not asked for longest go first.
    this.ready.delete(sql);
    this.ready.set(sql, one);
    if (this.ready.size > READY) this.ready.delete(this.ready.keys().next().value as string);
    return one;
  }

  private async open(): Promise<void> {
    const database = new Database(this.path, { timeout: this.timeout } as Database.Options);
    this.database = database;
    try {
      for (const pragma of this.pragmas) this.say(`PRAGMA ${pragma}`);
    } catch (error) {
      this.close();
      throw error;
    }
    this.hasThread = await hasThreads(database);
  }

  /** What is said of a transaction belongs to the connection that it began on: another knows nothing of it. */
  private opened(): Database.Database {
    if (!this.database) throw new LibsqlError('The connection of the transaction is closed', 'TRANSACTION_CLOSED');
    return this.database;
  }
}

/**
 * Runs a statement in a thread of the driver, and gives no rows of it. Only its asynchronous class does, and only the other prepares statements without one, so
 * this calls the `exec` of the one on an object of the other. It relies on both keeping the same native connection under `db`, and on `exec`
 * needing nothing else of its object: true of libsql 0.5.
 */
const beside = (database: Database.Database, sql: string): Promise<unknown> => Asynchronous.prototype.exec.call(database, sql);

/** False where the driver is another than `beside` relies on. */
async function hasThreads(database: Database.Database): Promise<boolean> {
  try {
    const said: unknown = beside(database, 'SELECT 1');
    await said;
    return said instanceof Promise;
  } catch {
    return false;
  }
}

function prepared(database: Database.Database, sql: string): Ready {
  const statement = database.prepare<[InValue[]]>(sql);
  try {
    statement.raw(true);
  } catch {
    // It says so of what gives no rows.
    return { statement, columns: null };
  }
  return { statement, columns: statement.columns().map(({ name }) => name) };
}

function given({ statement, columns }: Ready, args: InValue[]): ResultSet {
  if (columns === null) {
    const { changes } = statement.run(args);
    return { columns: [], columnTypes: [], rows: [], rowsAffected: changes, lastInsertRowid: undefined, toJSON: () => null };
  }
  const rows = (statement.all(args) as InValue[][]).map((values) => rowOf(values, columns));
  return { columns, columnTypes: [], rows, rowsAffected: 0, lastInsertRowid: undefined, toJSON: () => null };
}

/** By place, which does not show, and by name. */
function rowOf(values: readonly InValue[], columns: readonly string[]): Row {
  const row: Record<string, unknown> = {};
  Object.defineProperty(row, 'length', { value: values.length });
  for (const [at, raw] of values.entries()) {
    const value = raw instanceof Buffer ? raw.buffer : raw;
    Object.defineProperty(row, at, { value });
    const name = columns[at] as string;
    if (!(name in row)) row[name] = value;
  }
  return row as unknown as Row;
}

const toSqlite = (value: InValue): InValue => (typeof value === 'boolean' ? Number(value) : value);

function named(error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return error;
  // "SQLITE_CONSTRAINT_PRIMARYKEY" is a kind of "SQLITE_CONSTRAINT".
  return new LibsqlError(error.message, error.code.split('_').slice(0, 2).join('_'), error.code, undefined, error);
}

class FileTransaction implements Transaction {
  closed = false;

  constructor(private readonly connection: Connection) {}

  async execute(statement: InStatement): Promise<ResultSet> {
    // A full disk ends a transaction by itself, and what comes after it must not be written alone.
    if (this.closed || !this.connection.isInside) throw new LibsqlError('The transaction is closed', 'TRANSACTION_CLOSED');
    return this.connection.say(statement);
  }

  async batch(statements: InStatement[]): Promise<ResultSet[]> {
    return Promise.all(statements.map((statement) => this.execute(statement)));
  }

  async executeMultiple(sql: string): Promise<void> {
    await this.execute(sql);
  }

  async commit(): Promise<void> {
    if (this.closed) throw new LibsqlError('The transaction is closed', 'TRANSACTION_CLOSED');
    await this.connection.commit();
    this.closed = true;
  }

  async rollback(): Promise<void> {
    this.close();
  }

  /** A full disk ends a transaction by itself. */
  close(): void {
    if (!this.closed && this.connection.isInside) this.connection.say('ROLLBACK');
    this.closed = true;
  }
}

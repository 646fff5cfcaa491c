import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Client, createClient, type InValue, LibsqlError, type ResultSet, type Transaction } from '@libsql/client';

/**
 * As much of a libSQL server as the client needs: Hrana 2 over HTTP with JSON, on one file. Like the real one it refuses the pragmas
 * that belong to files. Gives its address and a list of what it was asked.
 */
export async function startHranaServer(file: string): Promise<{ url: string; asked: string[]; close: () => void }> {
  const client = createClient({ url: `file:${file}` });
  const streams = new Map<string, Stream>();
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    if (request.method === 'GET') return void response.writeHead(path === '/v2' ? 200 : 404).end();
    let text = '';
    for await (const chunk of request) text += chunk;
    const { baton, requests } = JSON.parse(text) as { baton: string | null; requests: Ask[] };
    const key = baton ?? `b${streams.size}`;
    const stream = streams.get(key) ?? new Stream(client, asked);
    streams.set(key, stream);
    const results = [];
    for (const ask of requests) results.push(await stream.answer(ask));
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ baton: key, base_url: null, results }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
    client.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, close };
}

type Value =
  | { type: 'null' }
  | { type: 'integer' | 'text'; value: string }
  | { type: 'float'; value: number }
  | { type: 'blob'; base64: string };
type Stmt = { sql?: string; sql_id?: number; args?: Value[] };
type Condition =
  | { type: 'ok'; step: number }
  | { type: 'error'; step: number }
  | { type: 'not'; cond: Condition }
  | { type: 'and'; conds: Condition[] }
  | { type: 'or'; conds: Condition[] }
  | { type: 'is_autocommit' };
type Ask =
  | { type: 'execute'; stmt: Stmt }
  | { type: 'batch'; batch: { steps: { condition?: Condition | null; stmt: Stmt }[] } }
  | { type: 'store_sql'; sql_id: number; sql: string }
  | { type: 'close_sql'; sql_id: number }
  | { type: 'close' | 'get_autocommit' };

class Stream {
  private transaction: Transaction | null = null;
  private readonly sqls = new Map<number, string>();

  constructor(
    private readonly client: Client,
    private readonly asked: string[],
  ) {}

  async answer(ask: Ask): Promise<object> {
    try {
      return { type: 'ok', response: { type: ask.type, ...(await this.respond(ask)) } };
    } catch (error) {
      return { type: 'error', error: faultOf(error) };
    }
  }

  private async respond(ask: Ask): Promise<object> {
    switch (ask.type) {
      case 'execute':
        return { result: encoded(await this.execute(ask.stmt)) };
      case 'batch':
        return { result: await this.batch(ask.batch.steps) };
      case 'store_sql':
        this.sqls.set(ask.sql_id, ask.sql);
        return {};
      case 'close_sql':
        this.sqls.delete(ask.sql_id);
        return {};
      case 'get_autocommit':
        return { is_autocommit: this.transaction === null };
      default:
        this.transaction?.close();
        return {};
    }
  }

  private async batch(steps: { condition?: Condition | null; stmt: Stmt }[]): Promise<object> {
    const results: (object | null)[] = [];
    const errors: (object | null)[] = [];
    const holds = (condition: Condition): boolean => {
      if (condition.type === 'ok') return results[condition.step] !== null;
      if (condition.type === 'error') return errors[condition.step] !== null;
      if (condition.type === 'not') return !holds(condition.cond);
      if (condition.type === 'is_autocommit') return this.transaction === null;
      if (condition.type === 'and') return condition.conds.every(holds);
      return condition.conds.some(holds);
    };
    for (const { condition, stmt } of steps) {
      results.push(null);
      errors.push(null);
      if (condition && !holds(condition)) continue;
      try {
        results[results.length - 1] = encoded(await this.execute(stmt));
      } catch (error) {
        errors[errors.length - 1] = faultOf(error);
      }
    }
    return { step_results: results, step_errors: errors };
  }

  private async execute(stmt: Stmt): Promise<ResultSet | null> {
    const sql = stmt.sql ?? this.sqls.get(stmt.sql_id!)!;
    this.asked.push(sql);
    if (/^PRAGMA (?!foreign_keys)/.test(sql)) throw new LibsqlError('unsupported statement', 'SQL_PARSE_ERROR');
    if (/^BEGIN/.test(sql)) this.transaction = await this.client.transaction(/IMMEDIATE/.test(sql) ? 'write' : 'deferred');
    else if (/^COMMIT|^ROLLBACK/.test(sql)) await this.end(/^COMMIT/.test(sql));
    else return (this.transaction ?? this.client).execute({ sql, args: (stmt.args ?? []).map(decoded) });
    return null;
  }

  private async end(commit: boolean): Promise<void> {
    const { transaction } = this;
    this.transaction = null;
    await (commit ? transaction?.commit() : transaction?.rollback());
  }
}

const faultOf = (error: unknown) => ({ message: String(error), code: error instanceof LibsqlError ? error.code : 'UNKNOWN' });

function decoded(value: Value): InValue {
  if (value.type === 'null') return null;
  if (value.type === 'blob') return Buffer.from(value.base64, 'base64');
  return value.type === 'integer' ? Number(value.value) : value.value;
}

function encodedValue(value: unknown): Value {
  if (value === null) return { type: 'null' };
  if (typeof value === 'number') return Number.isInteger(value) ? { type: 'integer', value: String(value) } : { type: 'float', value };
  if (value instanceof ArrayBuffer) return { type: 'blob', base64: Buffer.from(value).toString('base64') };
  return { type: 'text', value: String(value) };
}

const encoded = (result: ResultSet | null) => ({
  cols: (result?.columns ?? []).map((name, index) => ({ name, decltype: result?.columnTypes[index] ?? null })),
  rows: (result?.rows ?? []).map((row) => (result?.columns ?? []).map((_, index) => encodedValue(row[index]))),
  affected_row_count: result?.rowsAffected ?? 0,
  last_insert_rowid: result?.lastInsertRowid?.toString() ?? null,
});

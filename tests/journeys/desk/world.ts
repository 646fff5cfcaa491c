import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '@libsql/client';
import { fill, PASSWORD } from './template';

/** A server of its own with a record of its own: what one journey does, no other sees. */
export interface World {
  url: string;
  /** The file of its record. */
  record: string;
  /** What the server logged so far: the lines that are JSON. */
  log(): LogLine[];
  /** Stops the server, lets `work` change the record behind its back, and serves again at the same address. */
  whileStopped(work: (client: Client) => Promise<unknown>): Promise<void>;
  stop(): Promise<void>;
}

export interface LogLine {
  msg: string;
  code?: string;
  path?: string;
  actorId?: string | null;
  requestId?: string;
}

export { PASSWORD };
export const ANA = 'ana@desk.example';
export const BEN = 'ben@desk.example';
export const ADA = 'ada@desk.example';

const ROOT = process.cwd();

/** Starts the built server (COUNTERCHECK_DIST, else .next-test) on a free port. */
export async function startWorld(more: Record<string, string> = {}): Promise<World> {
  const folder = mkdtempSync(join(process.env.COUNTERCHECK_TEST_DIR ?? tmpdir(), 'countercheck-journey-'));
  const databaseUrl = `file:${folder}/record.db`;
  const port = await freePort();
  // By number: "localhost" is two addresses, and a browser and a program may take one each.
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    NEXT_TELEMETRY_DISABLED: '1',
    UV_THREADPOOL_SIZE: '8',
    COUNTERCHECK_MODE: 'demo',
    COUNTERCHECK_DIST: process.env.COUNTERCHECK_DIST ?? '.next-test',
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: url,
    NEXTAUTH_URL: url,
    PORT: String(port),
    AUTH_SECRET: 'a secret for the journeys, of no use elsewhere',
    DESK_PASSWORD: PASSWORD,
    ...more,
  } as NodeJS.ProcessEnv;
  // Nobody has written to the template since it was closed, so the file alone is all of it.
  if (process.env.DESK_TEMPLATE && env.DESK_DEMO !== '1') copyFileSync(process.env.DESK_TEMPLATE, join(folder, 'record.db'));
  else fill(env);
  let written = '';
  const serve = async (): Promise<ChildProcess> => {
    const next = join(ROOT, 'node_modules/next/dist/bin/next');
    const server = spawn(process.execPath, [next, 'start', '-p', String(port)], { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'pipe'] });
    server.stderr!.setEncoding('utf8').on('data', (chunk: string) => {
      written += chunk;
    });
    await untilReady(url, server, () => written);
    return server;
  };
  let server = await serve();
  return {
    url,
    record: join(folder, 'record.db'),
    log: () => linesOf(written),
    whileStopped: async (work) => {
      await ended(server);
      // The process that copies the log closes the file a moment after the server has ended, and holds it while it does.
      const client = createClient({ url: databaseUrl, timeout: 5000 });
      await work(client);
      client.close();
      server = await serve();
    },
    stop: async () => {
      await ended(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const linesOf = (written: string): LogLine[] =>
  written
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as LogLine);

async function untilReady(url: string, server: ChildProcess, log: () => string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (server.exitCode !== null) throw new Error(`the server ended at once:\n${log()}`);
    const ready = await fetch(`${url}/api/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the server did not become ready:\n${log()}`);
}

function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill('SIGTERM');
  });
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

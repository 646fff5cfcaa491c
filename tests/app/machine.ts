import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DemoPerson, seedDemo } from '@/db/demo';
import { type Database, openDatabase } from '@/db/open';
import { NOW, restoreEnv } from '../db/world';

/** The record of the demo, served by the routes themselves: the same code as the server's, without the server. */
export interface Machine {
  db: Database;
  cast: DemoPerson[];
  close(): Promise<void>;
}

export const SITE = 'https://check.example';

export async function openMachine(more: Record<string, string> = {}): Promise<Machine> {
  const told = { PUBLIC_URL: SITE, ...more };
  const kept = Object.fromEntries(['DATABASE_URL', ...Object.keys(told)].map((name) => [name, process.env[name]]));
  const folder = mkdtempSync(join(tmpdir(), 'countercheck-machine-'));
  Object.assign(process.env, told, { DATABASE_URL: `file:${join(folder, 'record.db')}` });
  const db = await openDatabase(process.env.DATABASE_URL as string, { owner: true });
  return {
    db,
    cast: await seedDemo(db, NOW),
    close: async () => {
      await db.close();
      rmSync(folder, { recursive: true, force: true });
      restoreEnv(kept);
    },
  };
}

/** Asks a route under /api/v1 by a method. */
export async function api(path: string, init: RequestInit = {}): Promise<Response> {
  const route = (await import('@/app/api/v1/[...path]/route')) as unknown as Record<
    string,
    (request: Request, context: { params: Promise<{ path: string[] }> }) => Promise<Response>
  >;
  const url = new URL(`/api/v1/${path}`, 'http://localhost:3000');
  const parts = url.pathname.split('/').slice(3).map(decodeURIComponent);
  const method = init.method === 'HEAD' ? 'GET' : (init.method ?? 'GET');
  return (route[method] as (typeof route)[string])(new Request(url, init), { params: Promise.resolve({ path: parts }) });
}

/** As much of an answer as tests look into. */
export interface Told {
  id: string;
  url: string;
  data: Told[];
  next: string | null;
  code: string;
  type: string;
  detail: string;
  requestId: string;
  claims: Told[];
  case: string;
}

export const json = async (path: string, init?: RequestInit): Promise<Told> => (await api(path, init)).json() as Promise<Told>;

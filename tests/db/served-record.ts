import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '@/db/actor';
import { type Database, openDatabase } from '@/db/open';
import { person } from './public-world';
import { NOW, restoreEnv } from './world';

/** A record that the public routes answer from, and somebody who may accept what is read. */
export interface ServedRecord {
  db: Database;
  anna: Actor;
  /** Closes and removes the record, and sets the environment back. */
  end(): Promise<void>;
}

/** A new record in a folder of its own, named by the environment as a deployment names it. */
export async function servedRecord(): Promise<ServedRecord> {
  const kept = { DATABASE_URL: process.env.DATABASE_URL, PUBLIC_URL: process.env.PUBLIC_URL };
  const folder = mkdtempSync(join(tmpdir(), 'countercheck-served-'));
  process.env.DATABASE_URL = `file:${join(folder, 'record.db')}`;
  process.env.PUBLIC_URL = 'https://check.example';
  const db = await openDatabase(process.env.DATABASE_URL, { owner: true });
  const anna = await person(db, 'Anna', NOW);
  async function end(): Promise<void> {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
    restoreEnv(kept);
  }
  return { db, anna, end };
}

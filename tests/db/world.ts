import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Database, type OpenOptions, openDatabase } from '@/db/open';

export const NOW = '2026-03-02T08:00:00.000Z';

/** An instant so many minutes after NOW. */
export const minutesLater = (minutes: number): string => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();

/** A folder of its own for one test, gone when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'countercheck-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty record in a real file of its own, closed and gone when the test ends. */
export async function newRecord(options: OpenOptions = { owner: true }): Promise<Database> {
  const db = await openDatabase(`file:${join(await temporaryFolder(), 'record.db')}`, options);
  onTestFinished(() => db.close());
  return db;
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { onTestFinished } from 'vitest';
import { type Database, type OpenOptions, openDatabase } from '@/db/open';
import { deskSettings } from '@/db/schema';
import type { Claim } from '@/lib/claim';
import { holdEditions } from './kept-editions';
import { holdKeptLists } from './kept-lists';

export const NOW = '2026-03-02T08:00:00.000Z';

/** An instant so many minutes after NOW. */
export const minutesLater = (minutes: number): string => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();

/** A folder of its own for one test, gone when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'countercheck-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const isOpen = (db: Database): Promise<boolean> =>
  db.read.run(sql`SELECT 1`).then(
    () => true,
    () => false,
  );

/**
 * An empty record in a real file of its own, closed and gone when the test ends. What is kept for lists is held against it then, unless the test goes
 * behind the record's back.
 */
export async function newRecord(options: OpenOptions = { owner: true }, { tampered = false } = {}): Promise<Database> {
  const db = await openDatabase(`file:${join(await temporaryFolder(), 'record.db')}`, options);
  onTestFinished(async () => {
    if (!tampered && (await isOpen(db))) {
      await holdKeptLists(db.read);
      await holdEditions(db.read);
    }
    await db.close();
  });
  // One person decides, as on a small desk: what two do who do not see each other's opinion has tests of its own.
  // Nor is any ruling drawn for an audit by chance.
  const settings = [
    { name: 'review', value: 'single' },
    { name: 'audit-share', value: '0' },
  ];
  await db.write((tx) => tx.insert(deskSettings).values(settings).onConflictDoNothing());
  return db;
}

/** The frame of a claim of which nothing is told. */
export const BLANK_FRAME: Claim['frame'] = {
  head: null,
  modifiers: [],
  act: null,
  direction: null,
  subject: null,
  scope: [],
  terms: [],
  single: false,
  aggregation: 'running',
  modality: 'fact',
  edge: null,
  step: null,
  trend: null,
  again: false,
  overall: false,
  dated: false,
  near: [],
  story: [],
  exhaustiveParts: null,
  headline: false,
  question: null,
};

/** Sets variables of the environment back to what they were, gone where they were not set. */
export function restoreEnv(kept: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(kept)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

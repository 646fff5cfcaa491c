import { copyFile, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient } from '@libsql/client';
import type { ChainVerdict } from '@/lib/audit';
import { ok, type Result, refuse } from '@/lib/base';
import { type Database, openDatabase } from './open';
import { sqliteCode } from './refused';
import { verifyRecord } from './verify';

const COUNTED = ['articles', 'claims', 'measures', 'cases', 'rulings', 'publications', 'people'] as const;

/** What a copy was found to hold when it was opened as a record of its own. */
export interface Checked {
  counts: Record<(typeof COUNTED)[number], number>;
  /** Entries of the audit log, and the hash of the last. */
  entries: number;
  head: string;
}

/**
 * Restores the file at `path` to a folder of its own and looks at it there: the pages of the file, every reference, the whole audit
 * log, and how much it holds. The file itself is only read. Refused with `NotARecord` or `CopyDamaged`.
 */
export function checkCopy(path: string): Promise<Result<Checked>> {
  return inCopy(path, async (copy) => {
    const whole = await checkPages(path, copy);
    return whole.ok ? await checkContents(copy) : whole;
  });
}

/** The verdict on the audit log of the file at `path`, which is only read: not even an old schema in it is brought up to date. */
export function verifyCopy(path: string): Promise<Result<ChainVerdict>> {
  return inCopy(path, async (copy) => {
    const whole = await checkPages(path, copy);
    return whole.ok ? ok(await opened(copy, verifyRecord)) : whole;
  });
}

async function inCopy<T>(path: string, look: (copy: string) => Promise<Result<T>>): Promise<Result<T>> {
  const folder = await mkdtemp(join(tmpdir(), 'countercheck-check-'));
  try {
    const copy = join(folder, 'record.db');
    await copyFile(path, copy);
    return await look(copy);
  } catch (error) {
    if (sqliteCode(error)?.startsWith('SQLITE_NOTADB')) return notARecord(path);
    if (sqliteCode(error)?.startsWith('SQLITE_CORRUPT')) return damaged(String(error));
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function opened<T>(file: string, look: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase(pathToFileURL(file).href);
  try {
    return await look(db);
  } finally {
    await db.close();
  }
}

async function checkPages(path: string, file: string): Promise<Result<null>> {
  const client = createClient({ url: pathToFileURL(file).href, concurrency: 1 });
  try {
    const made = await client.execute("SELECT count(*) AS n FROM sqlite_master WHERE name IN ('meta', 'articles', 'audit_log')");
    if (Number(made.rows[0]?.n) !== 3) return notARecord(path);
    const [found] = (await client.execute('PRAGMA integrity_check')).rows;
    if (String(found?.integrity_check) !== 'ok') return damaged(String(found?.integrity_check));
    const [broken] = (await client.execute('PRAGMA foreign_key_check')).rows;
    return broken ? damaged(`a row of ${broken.table} refers to nothing`) : ok(null);
  } finally {
    client.close();
  }
}

function checkContents(file: string): Promise<Result<Checked>> {
  return opened(file, async (db) => {
    const verdict = await verifyRecord(db);
    if (!verdict.ok) return damaged(`entry ${verdict.seq} of the audit log: ${verdict.reason}`);
    const counts = {} as Checked['counts'];
    for (const name of COUNTED) counts[name] = await db.read.$count(db.read._.fullSchema[name]);
    return ok({ counts, entries: verdict.entries, head: verdict.head });
  });
}

const notARecord = (path: string): Result<never> =>
  refuse(422, 'NotARecord', `${path} is no record of Countercheck.`, 'Give a file that `countercheck backup` wrote.');

const damaged = (what: string): Result<never> =>
  refuse(422, 'CopyDamaged', `The copy is damaged: ${what}.`, 'Nothing was changed. Take another backup, and check the disk.');

/** Waits until the bytes of a file, or the names in a folder, are on the disk. */
export async function synced(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

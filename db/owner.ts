import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type Client, createClient, type Transaction } from '@libsql/client';
import { refusal } from '@/lib/base';
import { Refused, sqliteCode } from './refused';

/** How another program of this installation reaches the process that owns the writes. */
export interface OwnerCard {
  pid: number;
  url: string;
  secret: string;
}

interface Held {
  client: Client;
  transaction: Transaction;
}

// Bundles duplicate modules, and one process must never meet its own lock as a stranger's.
const shared = globalThis as { [HELD]?: Map<string, Promise<Held>> };
const HELD = Symbol.for('countercheck.owner');
const held = () => (shared[HELD] ??= new Map());

const lockFile = (path: string) => `${path}.owner.lock`;
const cardFile = (path: string) => `${path}.owner.json`;

/**
 * Takes the right to write the file at `path` for the life of this process; taking it again is fine. Refused with `OwnerLocked`
 * while another process lives. The lock is an open write transaction on a tiny second file: the system frees it with the process,
 * even after kill -9. Never read that file by other means: closing it anywhere in the process would drop the lock.
 */
export async function acquireOwner(path: string): Promise<void> {
  const before = held().get(path);
  if (before) {
    await before;
    return;
  }
  const taking = take(path);
  held().set(path, taking);
  try {
    await taking;
  } catch (error) {
    held().delete(path);
    throw error;
  }
}

async function take(path: string): Promise<Held> {
  const client = createClient({ url: pathToFileURL(lockFile(path)).href, timeout: 0, concurrency: 1 });
  try {
    const transaction = await client.transaction('write');
    // A card left by a killed owner would send others to nobody.
    rmSync(cardFile(path), { force: true });
    return { client, transaction };
  } catch (error) {
    client.close();
    if (sqliteCode(error) === 'SQLITE_BUSY') throw ownerLocked(path);
    throw error;
  }
}

const ownerLocked = (path: string): Refused =>
  new Refused(
    refusal(
      503,
      'OwnerLocked',
      `Another process owns the writes of ${path}.`,
      'Send the command through the running server, or stop it first.',
    ),
  );

/** Tells others where the owner answers. Called once the server knows its address; only this user can read the secret. */
export function announceOwner(path: string, url: string): OwnerCard {
  if (!held().has(path)) throw new Error('only the owner announces itself');
  const card: OwnerCard = { pid: process.pid, url, secret: randomBytes(32).toString('base64url') };
  const draft = `${cardFile(path)}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(card), { mode: 0o600 });
  renameSync(draft, cardFile(path));
  return card;
}

/** The card of the owner, or null where none answers. It may be stale: only a refused lock proves that an owner lives. */
export function readOwner(path: string): OwnerCard | null {
  if (!existsSync(cardFile(path))) return null;
  try {
    return JSON.parse(readFileSync(cardFile(path), 'utf8')) as OwnerCard;
  } catch {
    return null;
  }
}

/** Gives the right back: tests and commands that end. */
export async function releaseOwner(path: string): Promise<void> {
  const taken = await held().get(path);
  if (!taken) return;
  held().delete(path);
  rmSync(cardFile(path), { force: true });
  taken.transaction.close();
  taken.client.close();
}

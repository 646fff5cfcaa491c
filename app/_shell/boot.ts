import { regroup } from '@/db/grouping';
import { type Database, openDatabase, Refused } from '@/db/open';
import { isRegroupOwed } from '@/db/owed';
import { announceOwner, type OwnerCard } from '@/db/owner';
import { listPeople } from '@/db/people';
import { isReaderReady } from '@/db/reading';
import { watchCache } from './cache-in-front';
import { watchChanges } from './changes';
import { now } from './database';
import { watchDigests } from './digests';
import { watchEditions } from './editions';
import { log } from './log';
import { authSecret, settings } from './settings';

const CARD = Symbol.for('countercheck.owner-card');
const shared = globalThis as { [CARD]?: OwnerCard };

/** How the command line proves that it belongs to this installation; null where another process owns the record. */
export const ownerCard = (): OwnerCard | null => shared[CARD] ?? null;

/**
 * Makes the process ready before it answers anything: the right to write, the schema of today, the grouping that a killed process
 * still owed, and the card by which the command line finds us. Throws a plain sentence with its mend where it must not start.
 */
export async function boot(): Promise<void> {
  const { databaseUrl, mode, publicUrl } = settings();
  if (!hasSecret())
    throw new Error('AUTH_SECRET is missing or shorter than 32 characters. Set it to the output of: openssl rand -base64 32');
  const db = await openDatabase(databaseUrl, { owner: true });
  if (mode === 'production') {
    if (process.env.COUNTERCHECK_WEBHOOK_HOSTS)
      throw new Error('COUNTERCHECK_WEBHOOK_HOSTS is for tests alone: it lets webhooks reach this machine. Unset it.');
    const demo = (await listPeople(db)).filter((person) => person.demo && person.disabledAt === null);
    if (demo.length > 0)
      throw new Error(
        `COUNTERCHECK_MODE is production, but the record holds demo people (${demo.map(({ email }) => email).join(', ')}). ` +
          'Start from an empty database, or disable them in demo mode first.',
      );
  }
  // The process that reads texts starts beside everything else: a page waits for none that is read here for want of it.
  isReaderReady();
  if (await isRegroupOwed(db.read)) await groupOwed(db);
  if (db.path !== null) shared[CARD] = announceOwner(db.path, `http://127.0.0.1:${process.env.PORT || '3000'}`);
  watchDigests(db);
  watchChanges(db);
  watchEditions(db);
  watchCache(db);
  log().info({ mode, publicUrl }, 'ready');
}

/** Claims that cannot be grouped keep nobody from what is grouped: it stays owed, and the log says why. */
async function groupOwed(db: Database): Promise<void> {
  try {
    const { measures, opened } = await regroup(db, now());
    log().info({ measures, opened }, 'grouped what was owed');
  } catch (error) {
    if (error instanceof Refused) throw error;
    log().error({ err: error }, 'what was owed could not be grouped');
  }
}

function hasSecret(): boolean {
  try {
    return authSecret() !== '';
  } catch {
    return false;
  }
}

/** A server that may not start must not half run: it says why in one line and ends. */
export async function bootOrEnd(): Promise<void> {
  try {
    await boot();
  } catch (error) {
    process.stderr.write(`Countercheck does not start: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

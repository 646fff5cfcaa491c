import { createClient } from '@libsql/client';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { hex, leafOf } from '@/lib/audit';
import { type Environment, isProduction } from './doctor-settings';
import { type Finding, good, note, wrong } from './finding';
import { schemaAge } from './migrate';
import { type Database, openDatabase, TIMEOUT } from './open';
import { isRegroupOwed } from './owed';
import { Refused } from './refused';
import { auditLog, people } from './schema';
import type { Place } from './url';

const RESTORE = 'Stop the server, run `countercheck verify`, and restore a good backup.';

/** What the record itself says: its schema, the head of its log, owed work, people. An older schema is looked at no further. */
export async function recordFindings(place: Place, env: Environment): Promise<Finding[]> {
  try {
    const age = await ageOf(place, env);
    if (age === 'behind') return [note('schema', 'older than this program; the next start or import brings it up to date')];
    const db = await openDatabase(place.url);
    try {
      return [good('schema', 'up to date'), await auditHead(db), await owed(db), await demoPeople(db, env)];
    } finally {
      await db.close();
    }
  } catch (error) {
    if (error instanceof Refused) return [wrong('record', error.refusal.cause, error.refusal.next)];
    return [wrong('record', `It cannot be opened: ${(error as Error).message}`, RESTORE)];
  }
}

async function ageOf(place: Place, env: Environment) {
  const client = createClient({ url: place.url, authToken: env.DATABASE_AUTH_TOKEN, timeout: TIMEOUT });
  try {
    return await schemaAge(client);
  } finally {
    client.close();
  }
}

async function auditHead({ read }: Database): Promise<Finding> {
  const [last, before] = await read.select().from(auditLog).orderBy(desc(auditLog.seq)).limit(2);
  if (!last) return good('audit', 'no entries yet');
  const sound = hex(last.leaf) === hex(leafOf(last.body)) && (!before || hex(last.prev) === hex(before.leaf));
  if (sound) return good('audit', `head ${last.seq} ${hex(last.leaf).slice(0, 16)}… fits`);
  return wrong('audit', `Entry ${last.seq} does not match its hash, so nothing more will be written.`, RESTORE);
}

async function owed({ read }: Database): Promise<Finding> {
  if (!(await isRegroupOwed(read))) return good('grouping', 'done');
  return note('grouping', 'an import was cut off before its claims were grouped; the next start or import does it');
}

async function demoPeople({ read }: Database, env: Environment): Promise<Finding> {
  const demo = await read
    .select({ email: people.email })
    .from(people)
    .where(and(eq(people.demo, true), isNull(people.disabledAt)));
  if (demo.length === 0) return good('people', 'no demo people');
  const names = demo.map(({ email }) => email).join(', ');
  if (!isProduction(env)) return good('people', `demo people: ${names}`);
  return wrong('people', `Demo people can sign in: ${names}.`, 'Start from an empty record, or disable them in demo mode first.');
}

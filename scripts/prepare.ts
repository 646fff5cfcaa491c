/**
 * Run by the start script as a process of its own: takes the owner lock, migrates, fills the demo where the record is empty,
 * lets go. Prints one line of JSON: `{"demo": boolean, "people": [{email, password, role}]}` with the people it has just made.
 */
import { count, eq } from 'drizzle-orm';
import { type Database, openDatabase, Refused } from '@/db/open';
import { articles, people } from '@/db/schema';

const mode = process.env.COUNTERCHECK_MODE ?? 'demo';
const url = process.env.DATABASE_URL ?? 'file:data/countercheck.db';

async function rows(database: Database, table: typeof articles | typeof people): Promise<number> {
  return (await database.read.select({ n: count() }).from(table))[0]?.n ?? 0;
}

async function prepare() {
  const database = await openDatabase(url, { owner: true });
  try {
    const empty = (await rows(database, articles)) === 0 && (await rows(database, people)) === 0;
    if (empty && mode === 'demo') {
      const { seedDemo } = await import('@/db/demo');
      return { demo: true, people: await seedDemo(database, new Date().toISOString()) };
    }
    const demo = await database.read.select({ id: people.id }).from(people).where(eq(people.demo, true)).limit(1);
    return { demo: demo.length > 0, people: [] };
  } finally {
    await database.close();
  }
}

try {
  process.stdout.write(`${JSON.stringify(await prepare())}\n`);
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  process.stderr.write(`${error.refusal.cause}\n${error.refusal.next}\n`);
  process.exitCode = 1;
}

/**
 * Run by the start script as a process of its own: takes the owner lock, migrates, fills the demo where the record is empty,
 * lets go. Prints one line of JSON: `{"demo": boolean, "anybody": boolean, "people": [{email, password, role}]}`: whether the record holds
 * the demo, whether anybody may sign in, and the people it has just made.
 */
import { hasDemo, isEmpty } from '@/db/demo/presence';
import { openDatabase, Refused } from '@/db/open';
import { listPeople } from '@/db/people';
import { DEFAULT_DATABASE_URL } from '@/db/url';

const mode = process.env.COUNTERCHECK_MODE ?? 'demo';
const url = process.env.DATABASE_URL || DEFAULT_DATABASE_URL;

async function prepare() {
  const database = await openDatabase(url, { owner: true });
  try {
    if (mode === 'demo' && (await isEmpty(database))) {
      const { seedDemo } = await import('@/db/demo');
      return { demo: true, anybody: true, people: await seedDemo(database, new Date().toISOString()) };
    }
    return { demo: await hasDemo(database), anybody: (await listPeople(database)).length > 0, people: [] };
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

import { createClient } from '@libsql/client';
import type { Database } from '@/db/open';

/** Somebody with the file in hand: they take the guards away and put them back. Gives the number of rows they changed. */
export async function rewriteBehind(db: Database, statements: string): Promise<number> {
  const client = createClient({ url: db.url });
  const guards = await client.execute(`SELECT name, sql FROM sqlite_master WHERE type = 'trigger'`);
  for (const { name } of guards.rows) await client.execute(`DROP TRIGGER ${name}`);
  await client.execute('PRAGMA foreign_keys = OFF');
  let rows = 0;
  for (const one of statements.split('; ')) rows += (await client.execute(one)).rowsAffected;
  for (const guard of guards.rows) await client.execute(String(guard.sql));
  client.close();
  return rows;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import { migrate } from 'drizzle-orm/libsql/migrator';
import { projectFile } from './project';
import { giveUp } from './refused';

/** "current" needs nothing; "behind" must be migrated by the owner before anyone reads. */
export type SchemaAge = 'current' | 'behind';

/** Compares the record with the migrations beside this code. A record made by a newer Countercheck is refused, not guessed at. */
export async function schemaAge(client: Client): Promise<SchemaAge> {
  const known = await client.execute("SELECT count(*) AS n FROM sqlite_master WHERE name = '__drizzle_migrations'");
  if (Number(known.rows[0]?.n) === 0) return 'behind';
  const last = await client.execute('SELECT max(created_at) AS at FROM __drizzle_migrations');
  const [stored, ours] = [Number(last.rows[0]?.at ?? 0), newestMigration()];
  if (stored > ours) {
    giveUp(
      503,
      'SchemaNewer',
      'This record was written by a newer Countercheck.',
      'Update Countercheck, or open a record of this version.',
    );
  }
  return stored === ours ? 'current' : 'behind';
}

/** Brings the schema up to date in one transaction: all or nothing. */
export async function migrateSchema(client: Client): Promise<void> {
  await migrate(drizzle(client), { migrationsFolder: migrationsFolder() });
}

function newestMigration(): number {
  const journal: { entries: { when: number }[] } = JSON.parse(readFileSync(join(migrationsFolder(), 'meta/_journal.json'), 'utf8'));
  return Math.max(...journal.entries.map((entry) => entry.when));
}

const migrationsFolder = (): string => projectFile('db', 'migrations');

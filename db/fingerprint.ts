import { createClient } from '@libsql/client';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql';
import { migrateSchema } from './migrate';
import type { Reads } from './open';

interface Made {
  type: 'table' | 'index' | 'trigger' | 'view';
  name: string;
  words: string;
}

/**
 * What is wrong with the make of the record, in plain words; null when it is what the migrations make. Guards keep the log, and what it
 * tells of, from being rewritten; a trigger, view or index of somebody else could rewrite it in passing. Tables of others are left alone:
 * a server may keep some of its own beside ours, and they touch nothing.
 */
export async function strangeMake(from: Reads): Promise<string | null> {
  const [ours, stored] = [await asMigrated(), await madeIn(from)];
  for (const [key, { type, name, words }] of ours) {
    const found = stored.get(key);
    const what = type === 'trigger' ? `the guard ${name}` : `the ${type} ${name}`;
    const so = type === 'trigger' ? ': what was logged could be rewritten' : '';
    if (!found) return `${what} is missing${so}`;
    if (found.words !== words) return `${what} was changed${so}`;
  }
  for (const [key, { type, name }] of stored) {
    if (type !== 'table' && !ours.has(key)) return `the record holds the ${type} ${name}, which no migration made`;
  }
  return null;
}

/** The migrations on an empty record in memory: what they make there, they made here, and nobody has to write it down twice. */
async function asMigrated(): Promise<Map<string, Made>> {
  const client = createClient({ url: ':memory:' });
  try {
    await migrateSchema(client);
    return await madeIn(drizzle(client) as unknown as Reads);
  } finally {
    client.close();
  }
}

/** Everything that was made by a statement; what SQLite adds by itself has none, and the list of migrations is drizzle's own. */
async function madeIn(from: Reads): Promise<Map<string, Made>> {
  const rows = await from.all<Made>(
    sql`SELECT type, name, sql AS words FROM sqlite_master WHERE sql IS NOT NULL
        AND NOT (type = 'table' AND (name GLOB 'sqlite_*' OR name GLOB '__drizzle*'))`,
  );
  return new Map(rows.map((row) => [`${row.type} ${row.name}`, { ...row, words: row.words.replace(/\s+/g, ' ').trim() }]));
}

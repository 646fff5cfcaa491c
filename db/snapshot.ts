import type { Client } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import type { Reads } from './open';
import * as schema from './schema';

/** Runs `work` in one read transaction on a client of its own, and closes that client: everything it reads is of one moment. */
export async function inSnapshot<T>(client: Client, work: (from: Reads) => Promise<T>): Promise<T> {
  // drizzle opens every transaction for writing, and this one would then stand in the way of whoever writes.
  const begin = client.transaction.bind(client);
  client.transaction = () => begin('read');
  try {
    return await drizzle(client, { schema }).transaction(work);
  } finally {
    client.close();
  }
}

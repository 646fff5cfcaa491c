// Runs as a child process with no environment: copies what was committed from the log of the database file (its WAL) into the file, so that
// no commit has to. One message in (the address of the file), one out (of how many pages the log is).
import { setPriority } from 'node:os';
import { createClient } from '@libsql/client';

// Whoever waits for a page or a commit goes first.
setPriority(5);

let client;

process.on('message', async ({ url, timeout }) => {
  client ??= createClient({ url, timeout, concurrency: 1 });
  // PASSIVE waits for nobody, and nobody waits for it.
  const { rows } = await client.execute('PRAGMA wal_checkpoint(PASSIVE)');
  process.send(Number(rows[0].log));
});

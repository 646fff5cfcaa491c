import { verifyRecord } from '@/db/verify';
import { type Command, DB_OPTION, databaseUrl, UsageError } from './command';
import { openExisting } from './record';

export const command: Command = {
  usage: 'countercheck verify [--db URL | FILE]',
  about: `Walks the whole audit log: every entry against its hash and the one before it, the guards that keep it append-only, and every
case and ruling against its entries. Prints "ok", the number of entries and the hash of the last; exits 1 and names the first
bad entry otherwise. FILE is a backup.`,
  example: `$ countercheck verify --db file:data/countercheck.db
ok 128 5f0c…e2`,
  options: { db: DB_OPTION },
  operands: { least: 0, most: 1 },
  async run(invocation, io) {
    const [file] = invocation.operands;
    if (file !== undefined && invocation.text('db') !== undefined) throw new UsageError('Give a file or --db, not both.');
    const db = await openExisting(file === undefined ? databaseUrl(invocation) : `file:${encodeURIComponent(file)}`);
    try {
      let verdict = await verifyRecord(db);
      // A server that writes during the walk can make a good record look cut for a moment; a bad one stays bad.
      for (let again = 0; again < 2 && !verdict.ok; again += 1) verdict = await verifyRecord(db);
      if (verdict.ok) {
        await io.out(`ok ${verdict.entries} ${verdict.head}\n`);
        return 0;
      }
      await io.out(`bad ${verdict.seq}: ${verdict.reason}\n`);
      io.note('The record was changed outside Countercheck or is damaged: restore a good backup and find out who has access to the file.');
      return 1;
    } finally {
      await db.close();
    }
  },
};

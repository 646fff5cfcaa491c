import { existsSync } from 'node:fs';
import { verifyCopy } from '@/db/checked-copy';
import { giveUp, Refused } from '@/db/refused';
import { verifyRecord } from '@/db/verify';
import type { ChainVerdict } from '@/lib/audit';
import { type Command, DB_OPTION, databaseUrl, UsageError } from './command';
import { openExisting } from './record';

export const command: Command = {
  usage: 'countercheck verify [--db URL | FILE]',
  about: `Holds the record against its log: every entry against its hash and the one before it, the guards that keep it append-only,
and every article, claim, judgement, case, ruling and publication against the entry that made it. A server may go on writing.
Prints "ok", the number of entries and the hash of the last; exits 1 and names the first bad entry otherwise. FILE is a backup.`,
  example: `$ countercheck verify --db file:data/countercheck.db
ok 128 5f0c…e2`,
  options: { db: DB_OPTION },
  operands: { least: 0, most: 1 },
  async run(invocation, io) {
    const [file] = invocation.operands;
    if (file !== undefined && invocation.text('db') !== undefined) throw new UsageError('Give a file or --db, not both.');
    const verdict = file === undefined ? await verifyLive(databaseUrl(invocation)) : await verifyFile(file);
    if (verdict.ok) {
      await io.out(`ok ${verdict.entries} ${verdict.head}\n`);
      return 0;
    }
    await io.out(`bad ${verdict.seq}: ${verdict.reason}\n`);
    io.note('The record was changed outside Countercheck or is damaged: restore a good backup and find out who has access to the file.');
    return 1;
  },
};

async function verifyLive(url: string): Promise<ChainVerdict> {
  const db = await openExisting(url);
  try {
    return await verifyRecord(db);
  } finally {
    await db.close();
  }
}

async function verifyFile(file: string): Promise<ChainVerdict> {
  if (!existsSync(file)) giveUp(404, 'NoBackup', `There is no file ${file}.`, 'Check the path.');
  const verdict = await verifyCopy(file);
  if (!verdict.ok) throw new Refused(verdict.refusal);
  return verdict.value;
}

import { restore } from '@/db/backup';
import { checkedWords } from './checked';
import { type Command, DB_OPTION, databaseUrl, sentence } from './command';

export const command: Command = {
  usage: 'countercheck restore FILE [--db URL] [--force]',
  about: `Puts a backup in the place of the record. FILE is checked first as \`backup\` checks it. The server must be stopped. A record that
is there already is only replaced with --force, and kept beside the new one under another name.`,
  example: `$ countercheck restore /backups/monday.db --force
restored /backups/monday.db: integrity ok · references ok · audit log ok (128 entries, 5f0c…) · 12 articles · …
the record before: data/countercheck.db.before-20260302T080000000Z`,
  options: { db: DB_OPTION, force: { type: 'boolean', about: 'replace the record that is there' } },
  operands: { least: 1, most: 1, missing: 'FILE is missing: name the backup to put back.' },
  async run(invocation, io) {
    const file = invocation.operands[0]!;
    const done = await restore(file, databaseUrl(invocation), new Date().toISOString(), { force: invocation.has('force') });
    if (!done.ok) {
      io.note(sentence(done.refusal));
      return 1;
    }
    await io.out(`restored ${file}: ${checkedWords(done.value)}\n`);
    if (done.value.aside) await io.out(`the record before: ${done.value.aside}\n`);
    return 0;
  },
};

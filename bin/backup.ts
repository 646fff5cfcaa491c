import { backup } from '@/db/backup';
import { checkedWords } from './checked';
import { type Command, DB_OPTION, databaseUrl, sentence } from './command';

export const command: Command = {
  usage: 'countercheck backup FILE [--db URL] [--force]',
  about: `Writes a copy of the record, whole to one moment, to FILE. Before the copy gets its name it is restored once to a folder of its
own and checked there: the pages of the file, every reference, the whole audit log. A running server is not disturbed.`,
  example: `$ countercheck backup /backups/monday.db
/backups/monday.db: integrity ok · references ok · audit log ok (128 entries, 5f0c…) · 12 articles · 214 claims · …`,
  options: { db: DB_OPTION, force: { type: 'boolean', about: 'replace FILE if it is there' } },
  operands: { least: 1, most: 1, missing: 'FILE is missing: say where the copy goes.' },
  async run(invocation, io) {
    const file = invocation.operands[0]!;
    const done = await backup(databaseUrl(invocation), file, { force: invocation.has('force') });
    if (!done.ok) {
      io.note(sentence(done.refusal));
      return 1;
    }
    await io.out(`${file}: ${checkedWords(done.value)}\n`);
    return 0;
  },
};

import { DUMP_FILES, dump } from '@/db/dump';
import { type Command, counted, DB_OPTION, databaseUrl, sentence } from './command';
import { openExisting } from './record';
import { siteTold } from './show';

export const command: Command = {
  usage: 'countercheck dump FOLDER [--db URL]',
  about: `Writes all that is public, and nothing else, into FOLDER: ${DUMP_FILES.zip} (CSV, with licence and data dictionary) and
${DUMP_FILES.sqlite} (the same as tables). It takes the place of the last one at once when it is whole, and the same record gives the same
bytes. A running server is not disturbed, and offers what lies in the folder "public" beside its record to readers, at /developers/data.`,
  example: `$ countercheck dump data/public
data/public: 12 measures · 74 claims · 5 cases · 9 positions · …`,
  options: { db: DB_OPTION },
  operands: { least: 1, most: 1, missing: 'FOLDER is missing: say where the files go.' },
  async run(invocation, io) {
    const folder = invocation.operands[0]!;
    const db = await openExisting(databaseUrl(invocation));
    try {
      const done = await dump(db, folder, siteTold().site);
      if (done.ok) await io.out(`${folder}: ${told(done.value.rows)}\n`);
      else io.note(sentence(done.refusal));
      return done.ok ? 0 : 1;
    } finally {
      await db.close();
    }
  },
};

const told = (rows: Record<string, number>): string =>
  Object.entries(rows)
    .map(([name, n]) => (name === 'evidence' ? `${n} of evidence` : counted(n, name.replace(/s$/, ''), name)))
    .join(' · ');

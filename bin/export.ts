import { exportState } from '@/db/export';
import { isRegroupOwed } from '@/db/owed';
import { type Command, DB_OPTION, databaseUrl, UsageError } from './command';
import type { Io } from './io';
import { openExisting } from './record';

export const command: Command = {
  usage: 'countercheck export [--db URL] [--format json]',
  about: `Prints the whole record, public and not, as one JSON object: articles, measures, claims, relations, cases and checks. For the
operator: what the public may see is exported by the site itself. A running server is not disturbed.`,
  example: `$ countercheck export --db file:data/countercheck.db > record.json`,
  options: { db: DB_OPTION, format: { type: 'string', value: 'json', about: 'json, the only format so far' } },
  operands: { least: 0, most: 0 },
  async run(invocation, io) {
    const format = invocation.text('format') ?? 'json';
    if (format !== 'json') throw new UsageError(`"${format}" is no format: there is json.`);
    const db = await openExisting(databaseUrl(invocation));
    try {
      if (await isRegroupOwed(db.read))
        io.note('An import was cut off: its claims are not grouped yet. Import again, or start the server.');
      await print(await exportState(db), io);
    } finally {
      await db.close();
    }
    return 0;
  },
};

/** A row a line, so that no text ever holds the whole record. */
async function print(sections: [string, object[]][], io: Io): Promise<void> {
  let lead = '{';
  for (const [name, rows] of sections) {
    await io.out(`${lead}${JSON.stringify(name)}:[`);
    for (let from = 0; from < rows.length; from += 500) {
      const piece = rows.slice(from, from + 500).map((row) => JSON.stringify(row));
      await io.out(`${from === 0 ? '\n' : ',\n'}${piece.join(',\n')}`);
    }
    await io.out(']');
    lead = ',\n';
  }
  await io.out('}\n');
}

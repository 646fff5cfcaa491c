import { exportState } from '@/db/export';
import { exportThen } from '@/db/export-then';
import type { Database } from '@/db/open';
import { isRegroupOwed } from '@/db/owed';
import { type Moments, measureJson, measurePage, momentsAsked } from '@/lib/publication';
import { type Command, DB_OPTION, databaseUrl, sentence, UsageError } from './command';
import type { Io } from './io';
import { openExisting } from './record';
import { siteTold } from './show';

export const command: Command = {
  usage: 'countercheck export [--db URL] [--format json] [--asof DAY] [--known MOMENT]',
  about: `Prints the whole record, public and not, as one JSON object: articles, measures, claims, relations, cases and checks. For the
operator: what the public may see is exported by the site itself. A running server is not disturbed.

With --asof or --known it prints what readers saw instead, as far as that may be shown today: each measure as /api/v1/measures/ID gives it
as of that day, as it was on record at that moment, or both.`,
  example: `$ countercheck export --db file:data/countercheck.db > record.json
$ countercheck export --known 2020-03-27 > known.json`,
  options: {
    db: DB_OPTION,
    format: { type: 'string', value: 'json', about: 'json, the only format so far' },
    asof: { type: 'string', value: 'DAY', about: 'what held on a day: 2020-03-26' },
    known: { type: 'string', value: 'MOMENT', about: 'what was on record: 2020-03-27, or 2020-03-27T09:30:00Z' },
  },
  operands: { least: 0, most: 0 },
  async run(invocation, io) {
    const format = invocation.text('format') ?? 'json';
    if (format !== 'json') throw new UsageError(`"${format}" is no format: there is json.`);
    const query = ['asof', 'known'].flatMap((name) =>
      invocation.text(name) === undefined ? [] : [[name, invocation.text(name) as string]],
    );
    const moments = momentsAsked(new URLSearchParams(query));
    if (!moments.ok) throw new UsageError(sentence(moments.refusal));
    const db = await openExisting(databaseUrl(invocation));
    try {
      if (query.length > 0) {
        await printThen(db, moments.value, io);
        return 0;
      }
      if (await isRegroupOwed(db.read))
        io.note('An import was cut off: its claims are not grouped yet. Import again, or start the server.');
      await print(await exportState(db), io);
    } finally {
      await db.close();
    }
    return 0;
  },
};

/** A measure a line. */
async function printThen(db: Database, moments: Moments, io: Io): Promise<void> {
  const { site } = siteTold();
  let lead = `{"asked":${JSON.stringify(moments)},"measures":[\n`;
  await exportThen(db, moments, async (records) => {
    for (const record of records) {
      await io.out(`${lead}${JSON.stringify(measureJson(measurePage(record), site))}`);
      lead = ',\n';
    }
  });
  await io.out(`${lead.startsWith('{') ? lead : ''}]}\n`);
}

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

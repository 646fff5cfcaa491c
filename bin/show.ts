import { LOOKUPS, look, lookupAt } from '@/db/lookups';
import { publicUrlOf } from '@/db/url';
import { type Command, DB_OPTION, databaseUrl, sentence, UsageError } from './command';
import { openExisting } from './record';

const READS = LOOKUPS.filter(({ by }) => by === 'GET');

/** What lookups are told at the command line: the address in links, and the clock. */
export const siteTold = () => ({ site: { url: publicUrlOf(process.env), name: 'Countercheck' }, now: new Date().toISOString() });

export const command: Command = {
  usage: 'countercheck show PATH [NAME=VALUE…] [--db URL]',
  about: `Prints what is public as one JSON object: the same as GET /api/v1/PATH. A running server is not disturbed. PATH is one of
${READS.map(({ path }) => path).join(', ')}.`,
  example: `$ countercheck show search "q=83 countries"
{"measures":[{"id":"…","title":"How many recipients …", …}],"claims":[…],"articles":[…]}`,
  options: { db: DB_OPTION },
  operands: { least: 1, most: 4, missing: 'Say what to show, as "measures" or "measures/ID".' },
  async run(invocation, io) {
    const [path, ...more] = invocation.operands as [string, ...string[]];
    const known = lookupAt(path.replace(/^\/?(?:api\/v1\/)?|\/$/g, ''));
    if (known?.lookup.by !== 'GET') throw new UsageError(`"${path}" is nothing that can be shown.`);
    const named = more.map((pair) => /^(\w+)=(.*)$/s.exec(pair) ?? wrong(pair));
    const query = Object.fromEntries(named.map(([, name, value]) => [name, value]));
    const db = await openExisting(databaseUrl(invocation));
    try {
      let looked = await look(db, known.lookup, { ...query, ...known.names }, siteTold());
      // What was merged is shown where it stands today.
      const moved = looked.ok && 'moved' in looked.value ? lookupAt(looked.value.moved) : null;
      if (moved) looked = await look(db, moved.lookup, { ...query, ...moved.names }, siteTold());
      if (looked.ok) await io.out(`${JSON.stringify('found' in looked.value ? looked.value.found : null)}\n`);
      else io.note(sentence(looked.refusal));
      return looked.ok ? 0 : 1;
    } finally {
      await db.close();
    }
  },
};

function wrong(pair: string): never {
  throw new UsageError(`"${pair}" is no NAME=VALUE.`);
}

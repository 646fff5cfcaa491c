// Races on cases of a record of its own, without a server. Run by scripts/soak.mjs, through tsx. --races N --seed N --folder FOLDER
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '../../db/open';
import { raceOnCases } from './case-races';

const { values } = parseArgs({ options: { races: { type: 'string' }, seed: { type: 'string' }, folder: { type: 'string' } } });
const [races, seed] = [Number(values.races), Number(values.seed)];
const db = await openDatabase(`file:${join(values.folder as string, 'races.db')}`, { owner: true });
const { faults, ...raced } = await raceOnCases(db, races, seed);
await db.close();
process.stdout.write(`races in the record, seed ${seed}: ${JSON.stringify(raced)}\n`);
for (const fault of faults.slice(0, 20)) process.stderr.write(`${fault}\n`);
const isWhole =
  raced.asExpected === races && raced.told409 === raced.losers && raced.draftsKept === raced.written && raced.wins === raced.facts;
// What reads articles in a process of its own waits for more.
process.exit(isWhole && faults.length === 0 ? 0 : 1);

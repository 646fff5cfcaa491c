// npm run soak [-- --kills 50 --races 200 --record-races 10000 --texts 1000000]: what only shows under repetition. Minutes, not seconds; not part of npm test.
// npm run soak -- --reading: the texts alone. --seed N reads the texts of an earlier run again.
import './ensure.mjs';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { races } from './soak/races.mjs';
import { run, stopAll } from './yard/children.mjs';
import { ROOT } from './yard/root.mjs';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    races: { type: 'string', default: '200' },
    'record-races': { type: 'string', default: '10000' },
    texts: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    reading: { type: 'boolean', default: false },
  },
});
if (values.reading) Object.assign(values, { kills: '0', races: '0', 'record-races': '0' });
const folder = mkdtempSync(join(tmpdir(), 'countercheck-soak-'));
const say = (line) => process.stdout.write(`${line}\n`);

async function finish(code) {
  await stopAll(5_000);
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => finish(130));

let failed = false;
const kill = join(ROOT, 'scripts', 'soak-kill.mjs');
if (Number(values.kills) > 0 && existsSync(kill)) {
  say(`Killing an import ${values.kills} times …`);
  failed = (await run(process.execPath, [kill, values.kills])) !== 0;
}
if (Number(values['record-races']) > 0) {
  say(`Two to four people, one case, ${values['record-races']} races in the record …`);
  const racing = ['--import', 'tsx', join(ROOT, 'scripts', 'soak', 'record-races.ts'), '--folder', folder];
  failed = (await run(process.execPath, [...racing, '--races', values['record-races'], '--seed', values.seed])) !== 0 || failed;
}
if (Number(values.races) > 0) {
  say(`Two to four people, one case, ${values.races} races over HTTP …`);
  const result = await races(folder, Number(values.races), Number(values.seed), say);
  if (result) say(`races over HTTP: ${JSON.stringify(result)}`);
  const verified = (await run(process.execPath, [join(ROOT, 'bin', 'countercheck.mjs'), 'verify', join(folder, 'record.db')])) === 0;
  const isWhole =
    result &&
    result.oneWinner === result.races &&
    result.told409 === result.losers &&
    result.draftsKept === result.written &&
    result.facts === result.races;
  failed = failed || !isWhole || !verified;
}
if (Number(values.texts) > 0) {
  say(`Reading ${values.texts} damaged and random texts …`);
  const reading = ['--import', 'tsx', join(ROOT, 'scripts', 'soak', 'reading.mjs'), '--texts', values.texts, '--seed', values.seed];
  failed = (await run(process.execPath, reading)) !== 0 || failed;
}
await finish(failed ? 1 : 0);

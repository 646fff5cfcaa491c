// npm run bench [-- --json]: our own figures of reading, with the peers beside them, in one run.
import './ensure.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture } from './yard/children.mjs';
import { ROOT } from './yard/root.mjs';

const PEERS = { 'wink-nlp': '2.4.0', 'wink-eng-lite-web-model': '1.8.1', compromise: '14.17.0' };
const MEASURED = ['wink-nlp', 'compromise'];
const FOLDER = join(ROOT, 'node_modules', '.cache', 'countercheck-bench');
const json = process.argv.includes('--json');
const note = (line) => process.stderr.write(`${line}\n`);

/** The peers live in a folder of the bench's own. False where they cannot be had. */
function installPeers() {
  if (Object.keys(PEERS).every((name) => existsSync(join(FOLDER, 'node_modules', name)))) return true;
  note('Installing the peers into a folder of the bench (once) …');
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'package.json'), '{"private": true}\n');
  const wanted = Object.entries(PEERS).map(([name, version]) => `${name}@${version}`);
  const flags = ['--prefix', FOLDER, '--ignore-scripts', '--no-audit', '--no-fund'];
  return spawnSync('npm', ['install', ...flags, ...wanted], { cwd: FOLDER, stdio: ['ignore', 2, 2] }).status === 0;
}

async function measured(system) {
  note(`Measuring ${system} …`);
  const { code, output } = await capture(process.execPath, [
    '--import',
    'tsx',
    join(ROOT, 'scripts', 'bench', 'measure.mjs'),
    system,
    FOLDER,
  ]);
  return code === 0 ? JSON.parse(output) : { error: `it could not be measured (exit code ${code})` };
}

const result = { ...(await measured('countercheck')), quantitiesAlone: await measured('countercheck quantities alone'), peers: {} };
if (installPeers()) for (const name of MEASURED) result.peers[name] = await measured(name);
else for (const name of MEASURED) result.peers[name] = { error: 'it could not be installed here' };

if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
else {
  const rows = { 'countercheck, claims': result, 'countercheck, quantities': result.quantitiesAlone, ...result.peers };
  for (const [name, row] of Object.entries(rows)) {
    const figures = row.error ?? `5 kB article ${row.article5kB.ms} ms, warm ${row.warm.MBps} MB/s, first pass ${row.firstPass.MBps} MB/s`;
    process.stdout.write(`${name.padEnd(26)} ${figures}${row.growth ? `, growth ${row.growth.ratio}` : ''}\n`);
  }
}
if (result.error) process.exitCode = 1;

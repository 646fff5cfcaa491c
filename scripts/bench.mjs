// npm run bench [-- --json] [-- --extract=FOLDER]: how well and how fast quantities are read, ours and the peers from npm, in one run.
import './ensure.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXTRACT } from './bench/beside.mjs';
import { qualityBeside } from './bench/quality.mjs';
import { tableOf } from './bench/table.mjs';
import { capture } from './yard/children.mjs';
import { ROOT } from './yard/root.mjs';

const PACKAGES = {
  'wink-nlp': '2.4.0',
  'wink-eng-lite-web-model': '1.8.1',
  compromise: '14.17.0',
  '@microsoft/recognizers-text-suite': '1.3.1',
};
const PEERS = ['wink-nlp', 'compromise', 'recognizers-text'];
const FOLDER = join(ROOT, 'node_modules', '.cache', 'countercheck-bench');
const json = process.argv.includes('--json');
const note = (line) => process.stderr.write(`${line}\n`);

/** The peers live in a folder of the bench's own. False where they cannot be had. */
function installPeers() {
  if (Object.keys(PACKAGES).every((name) => existsSync(join(FOLDER, 'node_modules', name)))) return true;
  note('Installing the peers into a folder of the bench (once) …');
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'package.json'), '{"private": true}\n');
  const wanted = Object.entries(PACKAGES).map(([name, version]) => `${name}@${version}`);
  const flags = ['--prefix', FOLDER, '--ignore-scripts', '--no-audit', '--no-fund'];
  return spawnSync('npm', ['install', ...flags, ...wanted], { cwd: FOLDER, stdio: ['ignore', 2, 2] }).status === 0;
}

async function figures(script, ...args) {
  const texts = EXTRACT === null ? [] : [`--extract=${EXTRACT}`];
  const options = ['--expose-gc', '--import', 'tsx', join(ROOT, 'scripts', 'bench', script), ...args, ...texts];
  const { output } = await capture(process.execPath, options);
  return JSON.parse(output);
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

/** All about one system. A first pass can be had once from a process, so two more processes are asked for one. */
async function measured(system) {
  note(`Measuring ${system} …`);
  try {
    const all = await figures('measure.mjs', system, FOLDER);
    const again = [await figures('measure.mjs', system, FOLDER, '--first'), await figures('measure.mjs', system, FOLDER, '--first')];
    return { ...all, firstPass: { MBps: median([all, ...again].map(({ firstPass }) => firstPass.MBps)) } };
  } catch (error) {
    return { error: `it could not be measured (${error.message})` };
  }
}

async function worstKind() {
  note('Measuring texts made to be slow …');
  const { rows } = await figures('growth.mjs', '--json', '--quantities');
  return rows.reduce((worst, row) => (row.ratio > worst.ratio ? row : worst));
}

note(EXTRACT === null ? 'The public benchmark is not beside the project: own texts and the own corpus alone.' : `Texts from ${EXTRACT}.`);
const result = { ...(await measured('countercheck')), claims: await measured('countercheck claims'), peers: {} };
if (result.error) {
  note(`countercheck: ${result.error}`);
  process.exit(1);
}
result.hostile = await worstKind();
result.largeMeasure = await figures('large-measure.mjs', '--json');
const installed = installPeers();
for (const name of PEERS) result.peers[name] = installed ? await measured(name) : { error: 'it could not be installed here' };
if (EXTRACT !== null && installed) {
  note('Reading the texts of the public benchmark …');
  const { countercheck, ...theirs } = await qualityBeside(FOLDER);
  result.quality = countercheck;
  for (const [name, quality] of Object.entries(theirs)) result.peers[name].quality = quality;
}

if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
else for (const line of tableOf(result)) process.stdout.write(`${line}\n`);

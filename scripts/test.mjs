// The second command: everything that is checked, in one go, with one closing line.
import './ensure.mjs';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { run, stopAll, tool } from './yard/children.mjs';
import { playwrightCounts, vitestCounts } from './yard/counts.mjs';
import { ROOT } from './yard/root.mjs';

const USAGE = `npm test                          all stages
npm test -- --only types,lint     some of: types, lint, unit, journeys
npm test -- tests/laws            the test files that match, and nothing else
`;

function argumentsGiven() {
  try {
    return parseArgs({ options: { only: { type: 'string' }, help: { type: 'boolean' } }, allowPositionals: true });
  } catch (error) {
    process.stderr.write(`${error.message.split('. ')[0]}.\n\n${USAGE}`);
    process.exit(2);
  }
}

const { values, positionals } = argumentsGiven();
if (values.help) {
  process.stdout.write(USAGE);
  process.exit(0);
}
const folder = mkdtempSync(join(tmpdir(), 'countercheck-test-'));
// Children get the folder as theirs for temporary files, so that nothing of a run outlives it.
const env = { ...process.env, COUNTERCHECK_TEST_DIR: folder, TMPDIR: folder, TMP: folder, TEMP: folder };
const total = { passed: 0, failed: 0, skipped: 0, names: [] };

const say = (line) => process.stdout.write(`${line}\n`);

function count({ passed = 0, failed = 0, skipped = [], names = [] }) {
  total.names.push(...names);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped.length;
  for (const name of skipped) say(`skipped: ${name}`);
}

const one = async (name, ...command) => {
  const passed = (await run(process.execPath, command, { env })) === 0;
  count(passed ? { passed: 1 } : { failed: 1, names: [{ name, why: 'Its lines above say where.' }] });
};

const isJourney = (path) => path.includes('tests/journeys');

const STAGES = {
  // What a build left behind may speak of routes that are gone: only sources are checked.
  types: () => one('type check', tool('typescript/bin/tsc'), '--noEmit', '-p', 'scripts/tsconfig.check.json'),
  lint: () => one('lint', tool('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'),
  unit: async () => {
    const report = join(folder, 'unit.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const files = positionals.filter((path) => !isJourney(path));
    count(vitestCounts(report, await run(process.execPath, [tool('vitest/vitest.mjs'), 'run', ...reporters, ...files], { env })));
  },
  journeys: async () => {
    const place = join(ROOT, 'tests', 'journeys');
    if (!existsSync(place) || !readdirSync(place, { recursive: true }).some((name) => name.endsWith('.spec.ts'))) {
      return count({ skipped: ['journeys in the browser: there are none in tests/journeys'] });
    }
    const { journeys } = await import('./yard/journeys.mjs');
    const report = join(folder, 'journeys.json');
    const code = await journeys(folder, { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report }, positionals.filter(isJourney));
    count(code === null ? { failed: 1 } : playwrightCounts(report, code));
  },
};

function chosen() {
  if (values.only) return values.only.split(',');
  if (positionals.length === 0) return Object.keys(STAGES);
  return [...(positionals.some((path) => !isJourney(path)) ? ['unit'] : []), ...(positionals.some(isJourney) ? ['journeys'] : [])];
}

async function finish(code) {
  await stopAll(5_000);
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => finish(130));

for (const name of chosen()) {
  const stage = STAGES[name];
  if (!stage) {
    process.stderr.write(`There is no stage "${name}". Stages: ${Object.keys(STAGES).join(', ')}\n`);
    await finish(2);
  }
  say(`\n── ${name}`);
  // A stage that breaks must not hide what the next ones have to say.
  await stage().catch((error) => {
    say(`failed: ${name}: ${error.message}`);
    count({ failed: 1 });
  });
}

await stopAll(20_000);
// Once more at the end: between there and here lie a thousand lines.
for (const { name, why } of total.names) say(`\nfailed: ${name}\n${why}`);
say(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
await finish(total.failed > 0 ? 1 : 0);

// npm run score:seeds: imports the five articles beside the project, exports, and scores against the hand-made annotations there.
import './ensure.mjs';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { capture } from './yard/children.mjs';
import { ROOT } from './yard/root.mjs';

const SHARED = resolve(ROOT, '..', 'shared');
const SEEDS = join(SHARED, 'seeds');
const GOLD = join(SHARED, 'gold', 'seeds.json');
const SCORER = join(SHARED, 'bench', 'articles', 'score.mjs');

/** The scorer uses one of its constants above the line that makes it; a copy with that line at the top runs. */
function runnableScorer(folder) {
  const [first, ...rest] = readFileSync(SCORER, 'utf8').split('\n');
  const early = rest.filter((line) => line.startsWith('const CLOSED = '));
  const copy = join(folder, 'score.mjs');
  writeFileSync(copy, [first, ...early, ...rest.filter((line) => !early.includes(line))].join('\n'));
  return copy;
}

const say = (line) => process.stdout.write(`${line}\n`);

if (![SEEDS, GOLD, SCORER].every((path) => existsSync(path))) {
  say('skipped: the five articles, their annotations and the scorer live beside the project in ../shared, which is not here');
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'countercheck-score-'));
const countercheck = (...args) => capture(process.execPath, [join(ROOT, 'bin', 'countercheck.mjs'), ...args]);
try {
  const db = ['--db', `file:${folder}/record.db`];
  const imported = await countercheck('import', SEEDS, ...db, '--json');
  if (imported.code !== 0) throw new Error(`import ended with ${imported.code}`);
  say(`import: ${imported.output.trim().split('\n').at(-1)}`);
  const exported = await countercheck('export', ...db);
  if (exported.code !== 0) throw new Error(`export ended with ${exported.code}`);
  const file = join(folder, 'export.json');
  writeFileSync(file, exported.output);
  const show = process.argv.includes('--show') ? ['--show'] : [];
  const scored = await capture(process.execPath, [runnableScorer(folder), '--export', file, '--gold', GOLD, ...show]);
  process.stdout.write(scored.output);
  if (scored.code !== 0) throw new Error('the scorer failed');
  const { cases, checks } = JSON.parse(readFileSync(file, 'utf8'));
  say(`open cases: ${cases.filter((one) => one.status === 'open').length} (must be 2)`);
  for (const one of cases) say(`  ${one.status}, ${one.severity}: ${one.explanation}`);
  for (const check of checks) say(`check ${check.verdict}: ${check.expression}`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

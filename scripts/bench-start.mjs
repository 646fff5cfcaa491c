// npm run bench:start: a fresh clone to its first page, then a second start. Uses the npm cache as it is; prints one line of JSON.
import './ensure.mjs';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ended, start, stop, stopAll } from './yard/children.mjs';
import { freePort, untilAnswers } from './yard/port.mjs';
import { ROOT } from './yard/root.mjs';

const folder = mkdtempSync(join(tmpdir(), 'countercheck-clone-'));
const finish = async (code) => {
  await stopAll(5_000);
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.exit(code);
};
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => finish(130));

/** The files that belong to the project, as they are now: what a clone of it would hold after a commit. */
function cloneInto(target) {
  const listed = spawnSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: ROOT, encoding: 'utf8' });
  if (listed.status !== 0) throw new Error('bench:start works in a git checkout');
  for (const file of listed.stdout.split('\0').filter((name) => name && existsSync(join(ROOT, name)))) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    copyFileSync(join(ROOT, file), join(target, file));
  }
}

/** Seconds from typing `npm start` to an answered front page. */
async function secondsToFirstPage() {
  const port = await freePort();
  const { DATABASE_URL, COUNTERCHECK_DIST, AUTH_SECRET, ...env } = process.env;
  const began = performance.now();
  const npm = start('npm', ['start'], { cwd: folder, env: { ...env, PORT: String(port) }, stdio: ['ignore', 'ignore', 'inherit'] });
  const up = await untilAnswers(`http://localhost:${port}/api/health`, ended(npm), 300_000);
  const answered = up && (await fetch(`http://localhost:${port}/`)).status === 200;
  const seconds = Number(((performance.now() - began) / 1000).toFixed(1));
  await stop(npm, 30_000);
  if (!answered) throw new Error('the first page never came');
  return seconds;
}

try {
  cloneInto(folder);
  const freshClone = await secondsToFirstPage();
  const secondStart = await secondsToFirstPage();
  process.stdout.write(`${JSON.stringify({ freshCloneSeconds: freshClone, secondStartSeconds: secondStart })}\n`);
  await finish(0);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  await finish(1);
}

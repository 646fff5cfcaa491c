// Makes a fresh clone ready: Node, packages, a secret. Uses nothing but Node itself, because nothing else may be there yet.
// Every command imports it first: with ignore-scripts npm runs no prestart and no pretest.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { differencesFromLock, isInstalled, stampInstalled } from './yard/lock.mjs';
import { ROOT } from './yard/root.mjs';
import { ENV_FILE, MADE_FOR_DEMO, readEnvFile } from './yard/settings.mjs';

const say = (line) => process.stderr.write(`${line}\n`);

function stop(...lines) {
  for (const line of lines) say(line);
  process.exit(1);
}

/** Node older than package.json asks for fails later with riddles; better to say it here. */
function checkNode() {
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).engines.node.replace(/[^\d.]/g, '');
  const order = (version) => version.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0);
  const padded = (version) => [...version.split('.'), '0', '0'].slice(0, 3).join('.');
  if (order(padded(process.versions.node)) >= order(padded(wanted))) return;
  stop(
    `Countercheck needs Node ${wanted} or newer; this is Node ${process.versions.node}.`,
    'Install the current LTS from https://nodejs.org (or with your version manager: nvm install --lts) and run the command again.',
  );
}

/** npm as the program that called us, or the one on PATH. */
function npm(...args) {
  const flags = ['--include=dev', '--no-audit', '--no-fund', '--prefer-offline'];
  const own = process.env.npm_execpath;
  const [command, first] = own?.endsWith('.js') ? [process.execPath, [own]] : ['npm', []];
  // npm's own talk goes to stderr: standard output may belong to a command that is read by a program.
  const { status } = spawnSync(command, [...first, ...args, ...flags], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  return status === 0;
}

function install() {
  if (isInstalled()) return;
  // A folder installed by hand with `npm ci` is as good as ours.
  if (existsSync(join(ROOT, 'node_modules')) && differencesFromLock().length === 0) return stampInstalled();
  say('Installing packages (once, and after the lock file changes) …');
  if (!npm('ci')) {
    say('');
    say('npm ci did not accept the lock file here. Some registries lack the optional packages of other systems.');
    say('Trying npm install --no-save instead, then comparing every installed version with the lock file …');
    if (!npm('install', '--no-save'))
      stop('The packages could not be installed. The lines above say why; mend that and run the command again.');
  }
  const differences = differencesFromLock();
  if (differences.length > 0) {
    stop(
      'These packages are not what package-lock.json names:',
      ...differences.map((line) => `  ${line}`),
      'Delete node_modules and try again.',
    );
  }
  stampInstalled();
}

/** The demo needs a secret nobody else knows; a deployment brings its own. */
function makeSecret() {
  if (process.env.AUTH_SECRET || process.env.COUNTERCHECK_MODE === 'production' || readEnvFile().AUTH_SECRET) return;
  const before = existsSync(ENV_FILE) ? readFileSync(ENV_FILE, 'utf8') : '';
  writeFileSync(ENV_FILE, `${MADE_FOR_DEMO}\nAUTH_SECRET=${randomBytes(32).toString('base64url')}\n${before}`, { mode: 0o600 });
  chmodSync(ENV_FILE, 0o600);
}

checkNode();
install();
makeSecret();

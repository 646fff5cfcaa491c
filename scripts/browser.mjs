// Finds a Chromium that really starts, or installs one. `node scripts/browser.mjs` prints what it found as JSON.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './yard/root.mjs';

const CACHE = join(ROOT, 'node_modules', '.cache', 'countercheck-chromium');
// Newer ones need a newer Node than this project asks for.
const SHIPPED = '143.0.4';
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'msedge'];
const ENDINGS = process.platform === 'win32' ? ['.exe'] : [''];
const MAC = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

const say = (line) => process.stderr.write(`${line}\n`);

/** Launches the candidate, opens a page and reads from it. Null when that works, else the first line of the reason. */
async function fault(candidate) {
  const { chromium } = await import('@playwright/test');
  let browser;
  try {
    browser = await chromium.launch({
      executablePath: candidate.executablePath,
      args: candidate.args,
      env: { ...process.env, ...candidate.env },
      timeout: 30_000,
    });
    const page = await browser.newPage();
    await page.setContent('<title>ready</title>');
    return (await page.title()) === 'ready' ? null : 'it started but shows no page';
  } catch (error) {
    return String(error.message ?? error).split('\n')[0];
  } finally {
    await browser?.close().catch(() => {});
  }
}

const given = () => (process.env.CHROMIUM_PATH ? [{ how: 'CHROMIUM_PATH', executablePath: process.env.CHROMIUM_PATH }] : []);

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const executablePath = chromium.executablePath();
  return existsSync(executablePath) ? [{ how: "Playwright's own", executablePath }] : [];
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const places = NAMES.flatMap((name) => folders.flatMap((folder) => ENDINGS.map((ending) => join(folder, name + ending))));
  return [...places, ...MAC].filter((place) => existsSync(place)).map((executablePath) => ({ how: 'the system', executablePath }));
}

/** The one that npm ships: Linux on x64 alone. Kept in a folder of its own, so that it is no dependency of the project. */
async function shippedByNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return [];
  const folder = join(CACHE, 'node_modules', '@sparticuz', 'chromium');
  if (!existsSync(join(folder, 'package.json')) || JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version !== SHIPPED) {
    say(`No Chromium on this machine: fetching the one npm ships (@sparticuz/chromium ${SHIPPED}, 64 MB, once) …`);
    mkdirSync(CACHE, { recursive: true });
    const args = [
      'install',
      '--prefix',
      CACHE,
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      `@sparticuz/chromium@${SHIPPED}`,
    ];
    if (spawnSync('npm', args, { cwd: CACHE, stdio: ['ignore', 2, 2] }).status !== 0) return [];
  }
  const main = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).main ?? 'build/index.js';
  // It unpacks into the folder for temporary files under a fixed name: a folder of our own keeps a stale one out.
  const before = process.env.TMPDIR;
  const unpacked = join(CACHE, `unpacked-${SHIPPED}`);
  mkdirSync(unpacked, { recursive: true });
  process.env.TMPDIR = unpacked;
  try {
    const { default: shipped, inflate } = await import(pathToFileURL(join(folder, main)).href);
    const executablePath = await shipped.executablePath();
    const libraries = [];
    for (const pack of ['al2023.tar.br', 'al2.tar.br']) {
      const file = join(folder, 'bin', pack);
      if (inflate && existsSync(file)) libraries.push(join(await inflate(file), 'lib'));
    }
    const path = [...libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
    const how = `npm's @sparticuz/chromium ${SHIPPED}`;
    // In one process, as it is shipped, it ends with a context that had a page with script: so only where it does not start otherwise.
    const several = shipped.args.filter((arg) => arg !== '--single-process');
    return [several, shipped.args].flatMap((args) => [
      { how, executablePath, args },
      { how: `${how} with its own libraries`, executablePath, args, env: { LD_LIBRARY_PATH: path } },
    ]);
  } catch (error) {
    say(`  @sparticuz/chromium: ${String(error.message ?? error).split('\n')[0]}`);
    return [];
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

function fromApt() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0)
    return [];
  say('Installing Chromium with apt-get (about 110 MB) …');
  const options = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
  return onPath();
}

/**
 * The first candidate that starts: `{how, executablePath, args, env}`. Throws with the command to type when none does.
 * A CHROMIUM_PATH that does not start is an error at once: a path somebody gave is never silently passed over.
 */
export async function findBrowser() {
  const failed = [];
  for (const source of [given, playwrightsOwn, onPath, shippedByNpm, fromApt]) {
    for (const candidate of await source()) {
      const reason = await fault(candidate);
      if (reason === null) return { args: [], env: {}, ...candidate };
      failed.push(`  ${candidate.executablePath}: ${reason}`);
    }
    if (source === given && failed.length > 0) break;
  }
  throw new Error(
    [
      failed.length > 0 ? 'No Chromium could be started. Tried:' : 'No Chromium was found and none could be installed.',
      ...failed,
      'Install one with `npx playwright install --with-deps chromium`,',
      'or name one that is installed: CHROMIUM_PATH=/path/to/chromium npm test',
    ].join('\n'),
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    process.stdout.write(`${JSON.stringify(await findBrowser(), null, 2)}\n`);
  } catch (error) {
    say(error.message);
    process.exitCode = 1;
  }
}

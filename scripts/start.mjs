// The first command: builds when the sources changed, fills the demo when the record is empty, serves until it is told to stop.
import './ensure.mjs';
import { buildIfChanged, clearCaches } from './yard/build.mjs';
import { ended, killAll, start, stop, stopAll, tool } from './yard/children.mjs';
import { portFault, untilAnswers } from './yard/port.mjs';
import { demoPeopleRefusal, prepare, settle } from './yard/record.mjs';
import { readSettings } from './yard/settings.mjs';

const PATIENCE = 20_000;
const NEW_PASSWORD = 'npm run -s countercheck -- user password admin@demo.example --password-stdin';
const ADD_PERSON = 'npm run -s countercheck -- user add EMAIL --role admin --password-stdin';
let stopping = false;
const say = (line) => process.stdout.write(`${line}\n`);
// A terminal that was closed takes no more lines, and that is no reason to leave without order.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

// What runs, once it does: a signal may come at any moment before.
let server;
let env;

// People whose passwords were made and not yet shown: they are kept nowhere, so they are shown whatever happens.
let untold = [];

async function refuse(...lines) {
  if (stopping) return new Promise(() => {});
  tellPeople();
  for (const line of lines) process.stderr.write(`${line}\n`);
  await stopAll(2_000);
  process.exit(1);
}

/** npm passes on what the terminal sends to everybody anyway: within this time it is one press of Ctrl+C, later it is the next. */
const ONE_PRESS = 1_000;
let pressed = 0;

async function drain() {
  if (stopping) {
    if (performance.now() - pressed > ONE_PRESS) endAtOnce();
    return;
  }
  stopping = true;
  pressed = performance.now();
  say('\nStopping: finishing what has begun … (Ctrl+C again ends it at once)');
  // The server stops listening, finishes what it has begun and leaves; by force only when that takes too long.
  await stopAll(PATIENCE);
  if (env) await settle(env);
  tellPeople();
  say('Stopped.');
  process.exit(0);
}

/** Whoever asks twice does not want to wait. The record bears it: the next start takes up what was left. */
function endAtOnce() {
  killAll();
  tellPeople();
  say('Ended at once.');
  process.exit(130);
}
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, drain);

// Under npm, an npm that was killed could tell us nothing: a server nobody started would keep the port and the record.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) {
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    drain();
  }, 1000).unref();
}

const settings = readSettings();
if (settings.refusals.length > 0) await refuse('Countercheck does not start:', ...settings.refusals.map((line) => `  ${line}`));

const fault = await portFault(settings.port, settings.host);
if (fault === 'EADDRINUSE') {
  await refuse(
    `Port ${settings.port} is taken by another program (perhaps by a Countercheck that runs already).`,
    `Stop that one, or take another port: PORT=${settings.port + 1} npm start`,
  );
} else if (fault) await refuse(`Port ${settings.port} cannot be listened on (${fault}). Take another one: PORT=3001 npm start`);

const address = `http://localhost:${settings.port}`;
env = {
  ...process.env,
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  // Password hashing would otherwise fill Node's four threads and make every file read wait.
  UV_THREADPOOL_SIZE: process.env.UV_THREADPOOL_SIZE ?? '8',
  COUNTERCHECK_MODE: settings.mode,
  COUNTERCHECK_DIST: settings.distDir,
  DATABASE_URL: settings.databaseUrl,
  PUBLIC_URL: settings.publicUrl,
  NEXTAUTH_URL: process.env.NEXTAUTH_URL ?? settings.publicUrl,
  AUTH_SECRET: settings.secret,
  PORT: String(settings.port),
};

// The record is made ready while the build runs: a refusal comes at once, and a first start is shorter.
const building = buildIfChanged(settings.distDir, () => say('Building (once, and after the sources change) …'));
const record = await prepare(env);
if (!record) await refuse('The record could not be opened. The lines above say why.');
if (settings.mode === 'production' && record.demo)
  await refuse('Countercheck does not start:', `  ${demoPeopleRefusal(settings.databaseUrl)}`);
untold = record.people;
if (!(await building)) await refuse('The build failed. The lines above say where.');
clearCaches(settings.distDir);

const host = settings.host ? ['-H', settings.host] : [];
server = start(process.execPath, [tool('next/dist/bin/next'), 'start', '-p', String(settings.port), ...host], {
  env,
  stdio: ['ignore', 'ignore', 'inherit'],
});
const gone = ended(server);

const ready = await untilAnswers(`http://${settings.host ?? 'localhost'}:${settings.port}/api/health`, gone);
if (!ready && !stopping) {
  await stop(server, 2_000);
  say('The server did not become ready. The lines above say why.');
}
if (ready) say(`\nCountercheck is ready: ${address}`);
if (untold.length > 0) tellPeople();
else if (ready && record.demo) say(`This is the demo. Its passwords were shown at the first start. For a new one:\n  ${NEW_PASSWORD}`);
if (ready && !record.anybody) say(`Nobody may sign in yet. Add a person:\n  ${ADD_PERSON}`);
if (ready) say(`Record: ${settings.databaseUrl}. Stop with Ctrl+C.\n`);

const code = await gone;
if (!stopping) {
  process.stderr.write(`The server ended by itself (${code}).\n`);
  process.exit(1);
}

function tellPeople() {
  if (untold.length === 0) return;
  say('\nThis is a demo. Sign in as one of these people (the passwords are shown this once):');
  const width = Math.max(...untold.map((person) => person.email.length));
  for (const { email, password, role } of untold) say(`  ${email.padEnd(width)}  ${password}  ${role}`);
  say(`Sign in at http://localhost:${settings.port}/sign-in\n`);
  untold = [];
}

import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { buildIfChanged, clearCaches } from '../yard/build.mjs';
import { capture, ended, start, stop, tool } from '../yard/children.mjs';
import { freePort, untilAnswers } from '../yard/port.mjs';
import { ROOT } from '../yard/root.mjs';
import { articleOf } from './newsroom.mjs';
import { emptyApp, fillPublic, MEMBERS, PASSWORD } from './public-record.mjs';

const told = (name, otherwise) => Number(process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise);
const seconds = told('seconds', 60);
const rounds = 3;
const CONNECTIONS = 16;
/** Articles of nine figures, and rulings, that come in each second while readers read. */
const ARTICLES_A_SECOND = 2;
const RULINGS_A_SECOND = 1;
const DIST = '.next-test';
const say = (words) => process.stderr.write(`${words}\n`);

const folder = mkdtempSync(join(tmpdir(), 'countercheck-public-'));
const path = join(folder, 'record.db');

async function serve(cwd, env, port) {
  const server = start(process.execPath, [tool('next/dist/bin/next'), 'start', '-p', String(port)], {
    cwd,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await untilAnswers(`http://127.0.0.1:${port}/`, ended(server));
  return server;
}

const load = async (address, some) => {
  const { output } = await capture(process.execPath, [
    join(ROOT, 'scripts', 'bench', 'load.mjs'),
    address,
    String(some),
    String(CONNECTIONS),
  ]);
  return JSON.parse(output);
};

if (!(await buildIfChanged(DIST, () => say('Building …')))) process.exit(1);
clearCaches(DIST);
const rulings = Math.ceil(seconds * RULINGS_A_SECOND) + 20;
say(`Making a record: a measure of ${MEMBERS} claims, ${rulings} open cases …`);
const { measure, open } = await fillPublic(path, rulings);
say('Building an empty app …');
const empty = await emptyApp(folder);

const [port, emptyPort] = [await freePort(), await freePort()];
const site = `http://127.0.0.1:${port}`;
const env = {
  ...process.env,
  ...{ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', UV_THREADPOOL_SIZE: '8', COUNTERCHECK_MODE: 'demo', COUNTERCHECK_DIST: DIST },
  ...{ DATABASE_URL: `file:${path}`, PUBLIC_URL: site, NEXTAUTH_URL: site, PORT: String(port), LOG_LEVEL: 'warn' },
  AUTH_SECRET: 'a secret for one run of this bench and no longer',
};
const ours = await serve(ROOT, env, port);
const theirs = await serve(empty.app, { ...empty.env, PORT: String(emptyPort) }, emptyPort);

async function signIn(email) {
  const body = new URLSearchParams({ email, password: PASSWORD });
  const answer = await fetch(`${site}/sign-in`, { method: 'POST', body, redirect: 'manual', headers: { origin: site } });
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}
const [ana, ben] = [await signIn('ana@desk.example'), await signIn('ben@desk.example')];

async function post(to, json, cookie) {
  const answer = await fetch(`${site}/api/v1/${to}`, {
    method: 'POST',
    body: JSON.stringify(json),
    headers: { origin: site, cookie, 'content-type': 'application/json' },
  });
  if (!answer.ok) throw new Error(`${to}: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
  return answer.json();
}

const RULING = {
  ...{ verdict: ['supported', 'contradicted'], accepted: 0, reasonCode: 'source-error', evidence: [], noEvidence: true },
  rationale: 'The road office lists each of them by name.',
};
const waits = [];
let mixed = 0;
let published = 0;

/** One case is ruled on by one person and published by another; then its page is asked until it shows that. */
async function ruleOne() {
  const id = open.shift();
  if (id === undefined) return;
  await post(`cases/${id}/rulings`, { revision: 1, ...RULING }, ana);
  await post(`cases/${id}/publications`, { revision: 2 }, ben);
  const began = performance.now();
  published += 1;
  for (;;) {
    const page = await (await fetch(`${site}/cases/${id}`)).text();
    const [settled, accepted] = [page.includes('data-status="settled"'), page.includes('Accepted: ')];
    if (settled !== accepted) mixed += 1;
    if (settled && accepted) break;
    if (performance.now() - began > 10_000) throw new Error(`nobody was told of the ruling on ${site}/cases/${id}: ${page.slice(0, 3000)}`);
    await pause(5);
  }
  waits.push(performance.now() - began);
}

let isWorking = true;
let imported = 0;
const every = async (rate, work) => {
  while (isWorking) {
    const began = performance.now();
    await work();
    await pause(Math.max(0, 1000 / rate - (performance.now() - began)));
  }
};

const bare = createServer((_request, answer) =>
  answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' }).end(body),
);
const redirected = await fetch(`${site}/measures/${measure}`);
const address = redirected.url;
const html = await redirected.text();
const body = gzipSync(html);
const barePort = await freePort();
await new Promise((listening) => bare.listen(barePort, listening));

say(`Warming, then ${rounds} rounds of ${Math.round(seconds / rounds)} seconds each …`);
for (const one of [address, `http://127.0.0.1:${emptyPort}/`]) await load(one, 3);
const quiet = await load(address, 5);
const rows = { ours: [], empty: [] };
for (let round = 0; round < rounds; round += 1) {
  rows.empty.push(await load(`http://127.0.0.1:${emptyPort}/`, seconds / rounds));
  isWorking = true;
  const writers = [
    every(RULINGS_A_SECOND, ruleOne),
    every(ARTICLES_A_SECOND, async () => {
      const { text, outlet, publishedAt, title } = articleOf(imported++);
      await post('articles', { text, outlet, publishedAt, title, newOutlet: true }, ana);
    }),
  ];
  rows.ours.push(await load(address, seconds / rounds));
  isWorking = false;
  await Promise.all(writers);
}

const mean = (list) => list.reduce((sum, one) => sum + one, 0) / list.length;
const round = (value, digits = 1) => Math.round(value * 10 ** digits) / 10 ** digits;
const all = {};
for (const { statuses } of rows.ours) for (const [code, n] of Object.entries(statuses)) all[code] = (all[code] ?? 0) + n;
const result = {
  page: { claims: MEMBERS, htmlKB: round(html.length / 1024), gzipKB: round(body.length / 1024) },
  readers: {
    ours: round(mean(rows.ours.map(({ perSecond }) => perSecond))),
    empty: round(mean(rows.empty.map(({ perSecond }) => perSecond))),
    ratio: round(mean(rows.ours.map(({ perSecond }, at) => perSecond / rows.empty[at].perSecond)), 2),
    quiet: round(quiet.perSecond),
    p99: round(Math.max(...rows.ours.map(({ p99 }) => p99))),
    longest: round(Math.max(...rows.ours.map(({ longest }) => longest))),
    statuses: all,
  },
  meanwhile: { articles: imported, published },
  shown: { times: waits.length, longestMs: round(Math.max(...waits)), mixed },
};
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ public: result })}\n`);
else
  process.stdout.write(
    [
      `A measure page of ${MEMBERS} claims: ${result.page.htmlKB} kB, ${result.page.gzipKB} kB compressed`,
      `While ${imported} articles came in and ${published} rulings were published: ${result.readers.ours} pages a second, ${result.readers.ratio} × the empty static page of the framework (${result.readers.empty}); ${result.readers.quiet} while nothing is written`,
      `p99 ${result.readers.p99} ms, longest ${result.readers.longest} ms; answers by status ${JSON.stringify(all)}`,
      `A published ruling was seen after ${result.shown.longestMs} ms at most, of ${waits.length}; reads that mixed two states: ${mixed}`,
      '',
    ].join('\n'),
  );
bare.close();
await Promise.all([stop(ours, 10_000), stop(theirs, 10_000)]);
rmSync(folder, { recursive: true, force: true });

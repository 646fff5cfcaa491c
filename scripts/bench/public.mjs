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
import { isNginxThere, serveNginx } from './nginx.mjs';
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
const rulings = Math.ceil(seconds * RULINGS_A_SECOND) * 2 + 20;
say(`Making a record: a measure of ${MEMBERS} claims, ${rulings} open cases …`);
const { measure, open } = await fillPublic(path, rulings);
say('Building an empty app …');
const empty = await emptyApp(folder);

const [port, emptyPort, cachePort] = [await freePort(), await freePort(), await freePort()];
const site = `http://127.0.0.1:${port}`;
if (!isNginxThere()) say('There is no nginx on this machine: what stands behind it is left out.');
const env = {
  ...process.env,
  ...{ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', UV_THREADPOOL_SIZE: '8', COUNTERCHECK_MODE: 'demo', COUNTERCHECK_DIST: DIST },
  ...{ DATABASE_URL: `file:${path}`, PUBLIC_URL: site, NEXTAUTH_URL: site, PORT: String(port), LOG_LEVEL: 'warn' },
  ...(isNginxThere() ? { CACHE_URL: `http://127.0.0.1:${cachePort}`, TRUSTED_PROXIES: '1' } : {}),
  AUTH_SECRET: 'a secret for one run of this bench and no longer',
};
const ours = await serve(ROOT, env, port);
const nginx = isNginxThere() ? await serveNginx(folder, { port: cachePort, upstream: port }) : null;
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
const [waits, waitsBehind] = [[], []];
let mixed = 0;
let published = 0;

/** One case is ruled on by one person and published by another; then its page is asked for, where readers are, until it shows that. */
async function ruleOne(front, waits) {
  const id = open.shift();
  if (id === undefined) return;
  await post(`cases/${id}/rulings`, { revision: 1, ...RULING }, ana);
  await post(`cases/${id}/publications`, { revision: 2 }, ben);
  const began = performance.now();
  published += 1;
  for (;;) {
    const page = await (await fetch(`${front}/cases/${id}`)).text();
    const [settled, accepted] = [page.includes('data-status="settled"'), page.includes('Accepted: ')];
    if (settled !== accepted) mixed += 1;
    if (settled && accepted) break;
    if (performance.now() - began > 10_000)
      throw new Error(`nobody was told of the ruling on ${front}/cases/${id}: ${page.slice(0, 3000)}`);
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

/** Readers at `path` of `front`, while articles come in and rulings are published. */
async function underWork(front, path, waits) {
  isWorking = true;
  const writers = [
    every(RULINGS_A_SECOND, () => ruleOne(front, waits)),
    every(ARTICLES_A_SECOND, async () => {
      const { text, outlet, publishedAt, title } = articleOf(imported++);
      await post('articles', { text, outlet, publishedAt, title, newOutlet: true }, ana);
    }),
  ];
  const row = await load(`${front}${path}`, seconds / rounds);
  isWorking = false;
  await Promise.all(writers);
  return row;
}

const bare = createServer((_request, answer) =>
  answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' }).end(body),
);
const redirected = await fetch(`${site}/measures/${measure}`);
const page = new URL(redirected.url).pathname;
const html = await redirected.text();
const body = gzipSync(html);
const barePort = await freePort();
await new Promise((listening) => bare.listen(barePort, listening));
const [emptyPage, barePage] = [`http://127.0.0.1:${emptyPort}/`, `http://127.0.0.1:${barePort}/`];

say(`Warming, then ${rounds} rounds of ${Math.round(seconds / rounds)} seconds each …`);
for (const one of [`${site}${page}`, emptyPage, barePage, ...(nginx ? [`${nginx.url}${page}`] : [])]) await load(one, 3);
const quiet = await load(`${site}${page}`, 5);
const rows = { ours: [], empty: [], bare: [], behind: [] };
for (let round = 0; round < rounds; round += 1) {
  rows.empty.push(await load(emptyPage, seconds / rounds));
  rows.ours.push(await underWork(site, page, waits));
  if (!nginx) continue;
  rows.bare.push(await load(barePage, seconds / rounds));
  rows.behind.push(await underWork(nginx.url, page, waitsBehind));
}

const mean = (list) => list.reduce((sum, one) => sum + one, 0) / list.length;
const round = (value, digits = 1) => Math.round(value * 10 ** digits) / 10 ** digits;
const statusesOf = (some) => {
  const all = {};
  for (const { statuses } of some) for (const [code, n] of Object.entries(statuses)) all[code] = (all[code] ?? 0) + n;
  return all;
};
/** Rounds of one thing beside rounds of another. */
const beside = (some, others) => ({
  perSecond: round(mean(some.map(({ perSecond }) => perSecond))),
  other: round(mean(others.map(({ perSecond }) => perSecond))),
  ratio: round(mean(some.map(({ perSecond }, at) => perSecond / others[at].perSecond)), 2),
  p99: round(Math.max(...some.map(({ p99 }) => p99))),
  longest: round(Math.max(...some.map(({ longest }) => longest))),
  statuses: statusesOf(some),
});
const seen = (some) => ({ times: some.length, longestMs: round(Math.max(...some)) });
const result = {
  page: { claims: MEMBERS, htmlKB: round(html.length / 1024), gzipKB: round(body.length / 1024) },
  readers: { ...beside(rows.ours, rows.empty), quiet: round(quiet.perSecond) },
  ...(nginx ? { behind: { ...beside(rows.behind, rows.bare), shown: seen(waitsBehind) } } : {}),
  meanwhile: { articles: imported, published },
  shown: { ...seen(waits), mixed },
};
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ public: result })}\n`);
else
  process.stdout.write(
    [
      `A measure page of ${MEMBERS} claims: ${result.page.htmlKB} kB, ${result.page.gzipKB} kB compressed`,
      `While ${imported} articles came in and ${published} rulings were published: ${result.readers.perSecond} pages a second, ${result.readers.ratio} × the empty static page of the framework (${result.readers.other}); ${result.readers.quiet} while nothing is written`,
      `p99 ${result.readers.p99} ms, longest ${result.readers.longest} ms; answers by status ${JSON.stringify(result.readers.statuses)}`,
      `A published ruling was seen after ${result.shown.longestMs} ms at most, of ${result.shown.times}; reads that mixed two states: ${mixed}`,
      ...(result.behind
        ? [
            `Behind nginx, with the same work: ${result.behind.perSecond} pages a second, ${result.behind.ratio} × a bare node:http server with the same bytes (${result.behind.other}); p99 ${result.behind.p99} ms; ${JSON.stringify(result.behind.statuses)}`,
            `There a published ruling was seen after ${result.behind.shown.longestMs} ms at most, of ${result.behind.shown.times}`,
          ]
        : []),
      '',
    ].join('\n'),
  );
bare.close();
await Promise.all([stop(ours, 10_000), stop(theirs, 10_000), nginx?.stop()]);
rmSync(folder, { recursive: true, force: true });

// V5: an act and the next item on screen, p95 at most 100 ms and p99 at most 200 ms; pages of the queue, p95 at most 150 ms; of search and of lists, however they are narrowed, at most 100 ms.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OWNER } from '@/db/actor';
import { openDatabase } from '@/db/open';
import { addPerson } from '@/db/people';
import { ENGINE_VERSION } from '@/lib/claim';
import { buildIfChanged, clearCaches } from '../yard/build.mjs';
import { ended, start, stop, tool } from '../yard/children.mjs';
import { freePort, untilAnswers } from '../yard/port.mjs';
import { ENGINE, fillRecord, idOf } from './desk-record.mjs';

const told = (name, otherwise) => process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise;
const cases = Number(told('cases', 2000));
const claims = Number(told('claims', 20_000));
const acts = Number(told('acts', 200));
const json = process.argv.includes('--json');
const DIST = '.next-test';
const PASSWORD = 'a long phrase that only this bench knows';
const EMAIL = 'ana@desk.example';

const given = told('record', null);
const folder = given ?? mkdtempSync(join(tmpdir(), 'countercheck-desk-'));
mkdirSync(folder, { recursive: true });
const path = join(folder, 'record.db');
const say = (words) => process.stderr.write(`${words}\n`);

if (!existsSync(path)) {
  say(`Making a record of ${cases} cases and ${claims} claims …`);
  const db = await openDatabase(`file:${path}`, { owner: true });
  const person = { email: EMAIL, name: 'Ana', role: 'reviewer', password: PASSWORD, demo: true };
  await addPerson(db, person, OWNER, new Date().toISOString());
  await db.close();
  ENGINE.version = ENGINE_VERSION;
  fillRecord(path, cases, claims);
  // The first write works out what readers see of it.
  const filled = await openDatabase(`file:${path}`, { owner: true });
  await filled.write(async () => undefined);
  await filled.close();
}

const port = await freePort();
const site = `http://127.0.0.1:${port}`;
const env = {
  ...process.env,
  ...{ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', UV_THREADPOOL_SIZE: '8', COUNTERCHECK_MODE: 'demo', COUNTERCHECK_DIST: DIST },
  ...{ DATABASE_URL: `file:${path}`, PUBLIC_URL: site, NEXTAUTH_URL: site, PORT: String(port), LOG_LEVEL: 'warn' },
  // The bench is one network, and asks more often than any.
  ...{ RATE_LIMIT_READS: '1000000', RATE_LIMIT_CHECKS: '1000000' },
  AUTH_SECRET: 'a secret for one run of this bench and no longer',
};
if (!(await buildIfChanged(DIST, () => say('Building …')))) process.exit(1);
clearCaches(DIST);
const server = start(process.execPath, [tool('next/dist/bin/next'), 'start', '-p', String(port)], {
  env,
  stdio: ['ignore', 'ignore', 'inherit'],
});
await untilAnswers(`${site}/api/health`, ended(server));

let cookie = '';
async function ask(address, form) {
  const body = form && new URLSearchParams(form);
  const answer = await fetch(new URL(address, site), {
    method: form ? 'POST' : 'GET',
    body,
    redirect: 'manual',
    headers: { origin: site, cookie },
  });
  const text = await answer.text();
  if (answer.status >= 400) throw new Error(`${address}: ${answer.status} ${text.slice(0, 200)}`);
  return { answer, text, to: answer.headers.get('location') };
}

/** A page, and whatever the way there leads over. */
async function page(address) {
  for (let at = address; ; ) {
    const { text, to } = await ask(at);
    if (to === null) return { address: at, text };
    at = to;
  }
}

const signed = await ask('/sign-in', { email: EMAIL, password: PASSWORD });
cookie = signed.answer.headers
  .getSetCookie()
  .map((one) => one.split(';')[0])
  .join('; ');

/** Milliseconds that the processor worked for the server so far; on a machine that others use as well it tells more. Null where it is not told. */
function worked() {
  const stat = `/proc/${server.pid}/stat`;
  if (!existsSync(stat)) return null;
  const fields = readFileSync(stat, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function timed(work) {
  const [began, used] = [performance.now(), worked()];
  const result = await work();
  return { ms: performance.now() - began, result, processor: used === null ? 0 : worked() - used };
}

/** Acts by turns: each is sent as its form sends it, and then the next item is opened. */
const ACTS = [
  { name: 'assign', path: (id) => `queue/${id}/assign`, fields: () => ({ to: 'me' }) },
  { name: 'dismiss', path: (id) => `cases/${id}/dismiss`, fields: (revision) => ({ revision, reason: 'Both are counts of other days.' }) },
  { name: 'put aside', path: (id) => `queue/${id}/snooze`, fields: () => ({ lasting: 'day', reason: 'Waits for the harbour office.' }) },
  { name: 'rule', path: (id) => `cases/${id}/rulings`, fields: (revision) => ({ revision, ...RULING }) },
  { name: 'take', path: (id) => `cases/${id}/take`, fields: (revision) => ({ revision }) },
];
const RULING = {
  ...{ 'verdict.0': 'supported', 'verdict.1': 'contradicted', accepted: '0', reasonCode: 'source-error', noEvidence: 'on' },
  rationale: 'The log of the harbour names each of the boats of that day.',
};

const caseIn = ({ address }) => new URL(address, site).pathname.split('/').at(-1);
const revisionIn = ({ text }) => /name="revision" value="(\d+)"/.exec(text)?.[1] ?? '1';

const times = {};
const note = (name, ms, processor) => {
  times[name] ??= { list: [], processor: 0 };
  times[name].list.push(ms);
  times[name].processor += processor;
};
let here = await page('/review/next?split=conflicts');
const WARM = 30;
for (let n = 0; n < acts + WARM; n += 1) {
  const id = caseIn(here);
  const { name, path: to, fields } = ACTS[n % ACTS.length];
  const next = `/review/next?split=conflicts&from=${id}`;
  const sent = await timed(() => ask(`/api/v1/${to(id)}`, { ...fields(revisionIn(here)), _form: `/review/cases/${id}`, _next: next }));
  const opened = await timed(() => page(sent.result.to));
  here = opened.result;
  if (n < WARM) continue;
  note('V5: act → next', sent.ms + opened.ms, sent.processor + opened.processor);
  note(`  ${name}`, sent.ms, sent.processor);
  note('  next item', opened.ms, opened.processor);
}

const LISTS = {
  queue: ['/review?split=conflicts', '/review?split=articles', '/review?split=mine', '/review?split=snoozed', '/review?split=settled'],
  'queue, narrowed': [
    ...[`/review?split=conflicts&source=Paper+3&kind=contradiction`, '/review?split=conflicts&speaker=Rosa+Lind&who=nobody'],
    ...['/review?split=conflicts&severity=high&age=3', `/review?split=conflicts&measure=${idOf('m', Math.floor(cases / 2))}&flag=any`],
  ],
  activity: ['/review/activity', '/review/activity?who=everybody'],
  search: [
    ...['/search?q=boats', '/search?q=harbour+77', '/search?q=4711', '/search?q=4711+boats+whales', '/search?q=400-410+boats'],
    ...[
      '/search?q=%3E%3D+400+and+%3C+402',
      '/search?q=over+100',
      '/search?q=baots',
      '/search?q=%22in+the+harbour%22',
      '/search?q=Rosa+Lind',
    ],
    ...[
      '/search?q=Paper+3+boats',
      '/search?min=400&max=420&unit=boats',
      '/search.atom?q=boats',
      '/search.json?q=boats',
      '/search.csv?q=boats',
    ],
  ],
  'search, narrowed': [
    ...[`/search?q=boats&source=${idOf('s', 3)}`, '/search?q=boats&state=settled', '/search?q=400-410+boats&state=open'],
    ...[`/search?q=boats&speaker=${idOf('v', 2)}&from=2026-01-01`, '/search?q=harbour&place=varnholm&reason=source-error'],
  ],
  'lists of the desk': [
    ...['/review?split=suggestions', '/review?split=rereadings', '/review?split=second-review', '/review?split=to-publish'],
    ...['/review?split=stale', '/review/measures', '/review/measures?q=boats', '/review/speakers', '/review/sources'],
    ...[`/review/sources/${idOf('s', 3)}`, `/review/speakers/${idOf('v', 2)}`, '/review/notifications', '/review/mentions'],
    ...['/review/stats', '/admin/log'],
  ],
  'API lists': [
    ...['/api/v1/measures', '/api/v1/claims', '/api/v1/cases', '/api/v1/sources', '/api/v1/speakers', '/api/v1/search?q=boats'],
    ...['/api/v1/status', `/api/v1/measures/${idOf('m', 3)}`],
  ],
  lists: [
    ...['/', '/cases', '/measures', '/claims', '/conflicts', '/sources', '/speakers', '/topics', '/places'],
    ...[`/sources/${idOf('s', 3)}`, `/speakers/${idOf('v', 2)}`, '/measures?sort=change', '/measures?sort=claims', '/cases?sort=change'],
    '/claims?sort=as-of',
  ],
  'lists, narrowed': [
    ...['/measures?state=open', `/measures?source=${idOf('s', 3)}&state=open`, `/measures?speaker=${idOf('v', 2)}&reason=source-error`],
    ...['/cases?state=open', '/cases?kind=contradiction&state=open', `/cases?source=${idOf('s', 3)}&verdict=supported`],
    ...['/conflicts?kind=contradiction', `/claims?source=${idOf('s', 3)}`, `/claims?source=${idOf('s', 3)}&speaker=${idOf('v', 2)}`],
    ...['/claims?verdict=supported', '/claims?state=open', '/claims?from=2026-01-01&to=2026-03-01', '/claims?from=1990&to=1991'],
    ...[`/claims?speaker=${idOf('v', 2)}&from=1990&to=1991`, '/claims?place=varnholm', '/measures?place=varnholm&state=settled'],
    ...['/api/v1/claims?state=open', '/api/v1/measures?place=varnholm', '/api/v1/cases?kind=contradiction'],
  ],
};
for (let n = 0; n < Math.max(10, acts / 10); n += 1) {
  for (const [name, addresses] of Object.entries(LISTS)) {
    for (const address of addresses) {
      // What readers may see was moved before each look, so that no page is one that was kept: an act of the queue alone drops none.
      await ask(`/api/v1/measures/${idOf('m', n % cases)}/review`, { review: 'single', _form: '/review' });
      const { ms, processor } = await timed(() => page(address));
      if (n > 1) note(name, ms, processor);
      if (n > 1 && addresses.length > 1) note(`  ${address}`, ms, processor);
    }
  }
}
// N11: 5 KB of prose with a number in every third sentence, checked against the whole record.
const PROSE = 'People came from all over the coast to see them, and the cafes along the quay stayed open until late. ';
for (let n = 0; n < Math.max(20, acts / 5); n += 1) {
  let text = '';
  for (let k = 0; text.length < 5000; k += 1) text += `${120 + n * 31 + k} boats lay in the harbour on that day. ${PROSE.repeat(2)}`;
  const { ms, processor } = await timed(() => ask('/api/v1/check', { text: text.slice(0, 5000) }));
  if (n > 2) note('N11: check of a text of 5 KB', ms, processor);
}
// Through the pages of the list, one after another.
let list = await page('/review?split=conflicts');
for (let n = 0; n < 40; n += 1) {
  const more = /href="([^"]*after=[^"]*)" rel="next"/.exec(list.text)?.[1]?.replaceAll('&amp;', '&');
  if (!more) break;
  const { ms, result, processor } = await timed(() => page(more));
  note('queue, page by page', ms, processor);
  list = result;
}

const share = (sorted, part) => Math.round(10 * sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)]) / 10;
const rows = Object.entries(times).map(([what, { list, processor }]) => {
  const sorted = [...list].sort((a, b) => a - b);
  return {
    what,
    n: list.length,
    p50: share(sorted, 0.5),
    p95: share(sorted, 0.95),
    p99: share(sorted, 0.99),
    processor: Math.round((10 * processor) / list.length) / 10,
  };
});
if (json) process.stdout.write(`${JSON.stringify({ desk: { cases, claims, rows } })}\n`);
else
  for (const { what, n, p50, p95, p99, processor } of rows)
    process.stdout.write(
      `${what.padEnd(64)} ${String(n).padStart(5)} times  p50 ${p50} ms  p95 ${p95} ms  p99 ${p99} ms  (${processor} ms of the processor each)\n`,
    );
await stop(server, 10_000);
if (given === null) rmSync(folder, { recursive: true, force: true });

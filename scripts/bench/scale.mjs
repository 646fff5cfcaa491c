// One record that grows: scale.mjs [--claims=N] [--json]. Articles of made-up events go in through the verbs of the import; at each step the
// cost of an article is printed, that of one claim by itself, the longest time nobody else had a turn, and the memory. Beside the time that
// passed stands that of the processor, in this process alone: on a machine that others use as well it tells more. The first articles of a
// process are told apart, in a record of their own: they pay for code that has not run yet, not for the size of the record.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { openDatabase } from '@/db/open';
import { isReaderReady } from '@/db/reading';
import { articleOf, noteOf, notesBefore } from './newsroom.mjs';

const most = Number(process.argv.find((arg) => arg.startsWith('--claims='))?.slice(9) ?? 20_000);
const json = process.argv.includes('--json');
const CLAIMS_EACH = 9;
const BATCH = 100;
const WARMING = 200;
const FAR = 150_000;
const NOW = new Date(Date.UTC(2040, 0, 1)).toISOString();

const folder = mkdtempSync(join(tmpdir(), 'countercheck-scale-'));
const record = (name) => openDatabase(`file:${join(folder, name)}`, { owner: true });
const round = (value, digits = 1) => Number(value.toFixed(digits));

/** Longest time between two turns of the event loop, in milliseconds, while `work` runs; and what the processor worked in it. */
async function blocked(work) {
  let longest = { ms: 0, processor: 0 };
  let [last, used] = [performance.now(), process.cpuUsage()];
  const timer = setInterval(() => {
    const [now, usedNow] = [performance.now(), process.cpuUsage()];
    if (now - last > longest.ms) longest = { ms: now - last, processor: milliseconds(usedNow) - milliseconds(used) };
    [last, used] = [now, usedNow];
  }, 1);
  await work();
  clearInterval(timer);
  return longest;
}

// As in a large record, from the first article on: below its size a record is grouped as a whole.
const add = (db, inputs) => addArticles(db, inputs, OWNER, NOW, { small: 0 });

/** The articles `from` to `to` of the made-up ones, a batch at a time; seconds it took. */
async function addBatches(db, from, to) {
  const started = performance.now();
  for (let at = from; at < to; at += BATCH) {
    const length = Math.min(BATCH, to - at);
    await add(
      db,
      Array.from({ length }, (_, k) => articleOf(at + k)),
    );
  }
  return (performance.now() - started) / 1000;
}

/** Articles a second of a process that has just started. They are none of those that are measured after them. */
async function firstOfProcess() {
  const db = await record('first.db');
  // As on a server, which starts it when it starts.
  while (!isReaderReady()) await new Promise((done) => setTimeout(done, 20));
  const seconds = await addBatches(db, FAR, FAR + WARMING);
  await db.close();
  return round(WARMING / seconds);
}

async function step(db, from, to) {
  const used = process.cpuUsage();
  let seconds;
  const block = await blocked(async () => {
    seconds = await addBatches(db, from, to);
  });
  const processor = milliseconds(process.cpuUsage(used));
  const [singles, usedBy] = [[], []];
  for (let k = 0; k < notesBefore(to); k += 1) {
    const [one, before] = [performance.now(), process.cpuUsage()];
    await add(db, [noteOf(to, k)]);
    singles.push(performance.now() - one);
    usedBy.push(milliseconds(process.cpuUsage(before)));
  }
  return {
    claims: to * CLAIMS_EACH,
    articlesPerSecond: round((to - from) / seconds),
    processorMs: round(processor / (to - from)),
    oneClaimMs: shares(singles),
    oneClaimProcessorMs: shares(usedBy),
    blockedMs: round(block.ms, 0),
    blockedProcessorMs: round(block.processor, 0),
    memoryMB: round(process.memoryUsage().rss / 1e6, 0),
  };
}

const milliseconds = ({ user, system }) => (user + system) / 1000;

function shares(times) {
  const sorted = [...times].sort((a, b) => a - b);
  // So many of all are at most as long.
  const most = (share) => round(sorted[Math.ceil(sorted.length * share) - 1]);
  return { p50: most(0.5), p99: most(0.99) };
}

const told = ({ claims, articlesPerSecond, processorMs, oneClaimMs, oneClaimProcessorMs, blockedMs, blockedProcessorMs, memoryMB }) =>
  [
    `${String(claims).padStart(9)} claims`,
    `${articlesPerSecond} articles/s (${processorMs} ms of the processor each)`,
    `one claim ${oneClaimMs.p50} ms, p99 ${oneClaimMs.p99} ms (${oneClaimProcessorMs.p50} and ${oneClaimProcessorMs.p99} of the processor)`,
    `nobody's turn ${blockedMs} ms (${blockedProcessorMs} of the processor)`,
    `${memoryMB} MB`,
  ].join('  ');

const first = await firstOfProcess();
if (!json) process.stdout.write(`the first ${WARMING} articles of the process, in a record of their own: ${first} articles/s\n`);
const db = await record('record.db');
const rows = [];
const articles = Math.ceil(most / CLAIMS_EACH);
for (let from = 0, to = Math.min(articles, 200); from < articles; from = to, to = Math.min(articles, to * 2)) {
  const row = await step(db, from, to);
  rows.push(row);
  if (!json) process.stdout.write(`${told(row)}\n`);
}
if (json) process.stdout.write(`${JSON.stringify({ firstArticlesPerSecond: first, scale: rows })}\n`);
await db.close();
rmSync(folder, { recursive: true, force: true });

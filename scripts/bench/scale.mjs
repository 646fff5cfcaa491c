// One record that grows: scale.mjs [--claims=N] [--json]. Articles of made-up events go in through the verbs of the import; at each step the
// cost of an article is printed, that of one claim by itself, the longest time nobody else had a turn, and the memory.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { openDatabase } from '@/db/open';
import { articleOf, noteOf } from './newsroom.mjs';

const most = Number(process.argv.find((arg) => arg.startsWith('--claims='))?.slice(9) ?? 20_000);
const json = process.argv.includes('--json');
const CLAIMS_EACH = 9;
const BATCH = 100;
const SINGLES = 100;
const NOW = new Date(Date.UTC(2040, 0, 1)).toISOString();

const folder = mkdtempSync(join(tmpdir(), 'countercheck-scale-'));
const db = await openDatabase(`file:${join(folder, 'record.db')}`, { owner: true });
const round = (value, digits = 1) => Number(value.toFixed(digits));

/** Longest time between two turns of the event loop, in milliseconds, while `work` runs. */
async function blocked(work) {
  let [longest, last] = [0, performance.now()];
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  await work();
  clearInterval(timer);
  return longest;
}

// As in a large record, from the first article on: below its size a record is grouped as a whole.
const add = (inputs) => addArticles(db, inputs, OWNER, NOW, { small: 0 });

async function step(from, to) {
  const [started, used] = [performance.now(), process.cpuUsage()];
  const block = await blocked(async () => {
    for (let at = from; at < to; at += BATCH) await add(Array.from({ length: Math.min(BATCH, to - at) }, (_, k) => articleOf(at + k)));
  });
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(used);
  const singles = [];
  for (let k = 0; k < SINGLES; k += 1) {
    const one = performance.now();
    await add([noteOf(to, k)]);
    singles.push(performance.now() - one);
  }
  singles.sort((a, b) => a - b);
  return {
    claims: to * CLAIMS_EACH,
    articlesPerSecond: round((to - from) / seconds),
    processorMs: round((user + system) / 1000 / (to - from)),
    oneClaimMs: { p50: round(singles[SINGLES / 2]), p99: round(singles[Math.floor(SINGLES * 0.99)]) },
    blockedMs: round(block, 0),
    memoryMB: round(process.memoryUsage().rss / 1e6, 0),
  };
}

const rows = [];
const articles = Math.ceil(most / CLAIMS_EACH);
for (let from = 0, to = Math.min(articles, 200); from < articles; from = to, to = Math.min(articles, to * 2)) {
  const row = await step(from, to);
  rows.push(row);
  if (!json)
    process.stdout.write(
      `${String(row.claims).padStart(9)} claims  ${row.articlesPerSecond} articles/s, ${row.processorMs} ms of the processor each  one claim ${row.oneClaimMs.p50} ms, p99 ${row.oneClaimMs.p99} ms  nobody's turn ${row.blockedMs} ms  ${row.memoryMB} MB\n`,
    );
}
if (json) process.stdout.write(`${JSON.stringify({ scale: rows })}\n`);
await db.close();
rmSync(folder, { recursive: true, force: true });

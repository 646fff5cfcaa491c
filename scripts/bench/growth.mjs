// One process, single thread. Each kind is read at growing lengths; the ratio is the time of the longest against the one half as long.
import { readArticle } from '@/lib/claim';
import { KINDS } from './hostile.mjs';

const MB = 1e6;
const MOST = 2.3;
const json = process.argv.includes('--json');
const only = process.argv.find((word) => word.startsWith('--only='))?.slice(7);
const top = Number(process.argv.find((word) => word.startsWith('--most='))?.slice(7) ?? MB);
const SIZES = [top / 8, top / 4, top / 2, top];
const context = { publishedAt: '2025-06-02', outlet: null, title: null, language: 'en' };

/** Least processor time in milliseconds of a few readings: what is above it is other work on the machine. */
function least(text, times) {
  let best = Number.POSITIVE_INFINITY;
  for (let k = 0; k < times; k += 1) {
    globalThis.gc?.();
    const from = process.cpuUsage();
    readArticle(text, context);
    const used = process.cpuUsage(from);
    best = Math.min(best, (used.user + used.system) / 1000);
  }
  return best;
}

const rows = [];
for (let k = 0; k < 20; k += 1) readArticle(KINDS['ordinary prose'](5000), context);
for (const [kind, make] of Object.entries(KINDS)) {
  if (only !== undefined && kind !== only) continue;
  least(make(20_000), 2);
  const ms = [];
  for (const size of SIZES) ms.push(Number(least(make(size), 2).toFixed(1)));
  const [half, whole] = ms.slice(-2);
  rows.push({ kind, ms, ratio: Number((whole / half).toFixed(2)) });
  if (!json)
    process.stdout.write(
      `${kind.padEnd(22)} ${ms.map((one) => String(one).padStart(9)).join('')} ms   ratio ${(whole / half).toFixed(2)}\n`,
    );
}
// Below some milliseconds a ratio says nothing.
const steep = rows.filter(({ ratio, ms }) => ratio > MOST && ms.at(-1) > 50);
if (json) process.stdout.write(`${JSON.stringify({ rows, steep: steep.map(({ kind }) => kind) })}\n`);
else
  process.stdout.write(
    steep.length === 0 ? 'every kind grows in a straight line\n' : `steeper than a line: ${steep.map(({ kind }) => kind).join(', ')}\n`,
  );
if (steep.length > 0) process.exitCode = 1;

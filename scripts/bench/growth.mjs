// One process, single thread. Each kind is read at growing lengths. The ratio is what a doubling costs, over the last two doublings.
import { MOST_NUMBERS, readArticle } from '@/lib/claim';
import { readQuantities } from '@/lib/quantity';
import { KINDS } from './hostile.mjs';

const MB = 1e6;
const MOST = 2.3;
const GOAL = 2.1;
const flag = (name) => process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
const json = process.argv.includes('--json');
const only = flag('only');
const most = Number(flag('most') ?? MB);
/** Milliseconds of reading behind each figure: a single collection of garbage weighs little in it. */
const span = Number(flag('span') ?? 100);
const context = { publishedAt: '2025-06-02', outlet: null, title: null, language: 'en' };
// An article is read up to a number of numbers; what one number costs shows where the quantities are read alone.
const read = process.argv.includes('--quantities') ? (text) => readQuantities(text) : (text) => readArticle(text, context);
const note = (line) => {
  if (!json) process.stdout.write(`${line}\n`);
};

/** Processor time in milliseconds of one reading: the mean of as many as fill the span. */
function mean(text) {
  globalThis.gc?.();
  const from = process.cpuUsage();
  for (let times = 1; ; times += 1) {
    read(text);
    const used = process.cpuUsage(from);
    const ms = (used.user + used.system) / 1000;
    if (ms >= span) return ms / times;
  }
}

/** Least of a few means: what is above it is other work on the machine. */
const least = (text, rounds) => Math.min(...Array.from({ length: rounds }, () => mean(text)));

function measured(kind, make, rounds) {
  const bytes = [most / 4, most / 2, most];
  const ms = bytes.map((size) => Number(least(make(size), rounds).toFixed(2)));
  return { kind, bytes, ms, ratio: Number(Math.sqrt(ms[2] / ms[0]).toFixed(2)) };
}

/** Both the last doubling and the two together, so that one collection of garbage at the wrong moment is no finding. */
const isSteep = ({ ratio, ms }) => ratio > MOST && ms[2] / ms[1] > MOST;

for (let k = 0; k < 20; k += 1) read(KINDS['ordinary prose'](5000));
note(`${'kind'.padEnd(22)} ${[most / 4, most / 2, most].map((size) => `${size / 1000} kB`.padStart(12)).join('')}   doubling`);
const rows = [];
for (const [kind, make] of Object.entries(KINDS)) {
  if (only !== undefined && kind !== only) continue;
  mean(make(20_000));
  const first = measured(kind, make, 1);
  // What looks steeper than it may be is looked at again with more patience before it is called so.
  const row = first.ratio > GOAL ? measured(kind, make, 4) : first;
  rows.push(row);
  note(`${kind.padEnd(22)} ${row.ms.map((one) => `${one} ms`.padStart(12)).join('')}     × ${row.ratio.toFixed(2)}`);
}
const steep = rows.filter(isSteep).map(({ kind }) => kind);
const worst = (by) => rows.reduce((one, row) => (by(row) > by(one) ? row : one));
const slowest = worst(({ ms }) => ms[2]);
const steepest = worst(({ ratio }) => ratio);
if (json) process.stdout.write(`${JSON.stringify({ rows, steep, slowest: slowest.kind, mostNumbers: MOST_NUMBERS })}\n`);
note(
  steep.length === 0
    ? `Every kind grows in a straight line; steepest: ${steepest.kind}, × ${steepest.ratio}.`
    : `Steeper than a line: ${steep.join(', ')}.`,
);
note(`Slowest: ${slowest.kind}, ${slowest.ms[2]} ms for ${slowest.bytes[2] / 1000} kB.`);
if (steep.length > 0) process.exitCode = 1;

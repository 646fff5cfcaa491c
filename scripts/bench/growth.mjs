// One process, single thread. Each kind is read at growing lengths. The ratio is what a doubling costs, over the last two doublings.
import { MOST_NUMBERS, readArticle } from '@/lib/claim';
import { readQuantities } from '@/lib/quantity';
import { KINDS } from './hostile.mjs';

const MB = 1e6;
const MOST = 2.3;
const flag = (name) => process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
const json = process.argv.includes('--json');
const only = flag('only');
const top = Number(flag('most') ?? MB);
const LONGEST = 5 * MB;
const context = { publishedAt: '2025-06-02', outlet: null, title: null, language: 'en' };
// An article is read up to a number of numbers; what one number costs shows where the quantities are read alone.
const read = process.argv.includes('--quantities') ? (text) => readQuantities(text) : (text) => readArticle(text, context);
const note = (line) => {
  if (!json) process.stdout.write(`${line}\n`);
};

/** Least processor time in milliseconds of a few readings: what is above it is other work on the machine. */
function least(text, times) {
  let best = Number.POSITIVE_INFINITY;
  for (let k = 0; k < times; k += 1) {
    globalThis.gc?.();
    const from = process.cpuUsage();
    read(text);
    const used = process.cpuUsage(from);
    best = Math.min(best, (used.user + used.system) / 1000);
  }
  return best;
}

function measured(kind, make, most, times) {
  const bytes = [most / 4, most / 2, most];
  const ms = bytes.map((size) => Number(least(make(size), times).toFixed(1)));
  return { kind, bytes, ms, ratio: Number(Math.sqrt(ms[2] / ms[0]).toFixed(2)) };
}

/** What is read in no time says nothing about growth: then as long a text as an article may be. */
const lengthFor = (make) => (least(make(top / 4), 1) < 150 ? Math.min(4 * top, LONGEST) : top);
/** Both the last doubling and the two together, so that one collection of garbage at the wrong moment is no finding. */
const isSteep = ({ ratio, ms }) => ratio > MOST && ms[2] / ms[1] > MOST && ms[2] > 200;

for (let k = 0; k < 20; k += 1) read(KINDS['ordinary prose'](5000));
note(`${'kind'.padEnd(22)}       length         n/4         n/2           n   doubling`);
const rows = [];
for (const [kind, make] of Object.entries(KINDS)) {
  if (only !== undefined && kind !== only) continue;
  read(make(20_000));
  const most = lengthFor(make);
  const first = measured(kind, make, most, 1);
  // A steep one is looked at again with more patience before it is called so.
  const row = isSteep(first) ? measured(kind, make, most, 4) : first;
  rows.push(row);
  const cells = row.ms.map((one) => `${one} ms`.padStart(12)).join('');
  note(`${kind.padEnd(22)} ${`${most / 1000} kB`.padStart(12)}${cells}     × ${row.ratio.toFixed(2)}`);
}
const steep = rows.filter(isSteep).map(({ kind }) => kind);
const slowest = rows.reduce((worst, row) => (row.ms[2] > worst.ms[2] ? row : worst));
if (json) process.stdout.write(`${JSON.stringify({ rows, steep, slowest: slowest.kind, mostNumbers: MOST_NUMBERS })}\n`);
note(steep.length === 0 ? 'Every kind grows in a straight line.' : `Steeper than a line: ${steep.join(', ')}.`);
note(`Slowest: ${slowest.kind}, ${slowest.ms[2]} ms for ${slowest.bytes[2] / 1000} kB.`);
if (steep.length > 0) process.exitCode = 1;

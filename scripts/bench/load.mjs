// Asks one address again and again over kept connections, and prints what came of it: a process of its own, so that it takes no time from whom it asks.
import { Agent, get } from 'node:http';

const [address, seconds, connections] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const end = performance.now() + seconds * 1000;
const times = [];
const statuses = {};
let bytes = 0;

/** One request, read to its end. Resolves to nothing, whatever happens. */
const once = () =>
  new Promise((resolve) => {
    const began = performance.now();
    const done = (status) => {
      times.push(performance.now() - began);
      statuses[status] = (statuses[status] ?? 0) + 1;
      resolve();
    };
    get(address, { agent, headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      answer.on('data', (chunk) => {
        bytes += chunk.length;
      });
      answer.on('end', () => done(answer.statusCode));
      answer.on('error', () => done('broken'));
    }).on('error', () => done('broken'));
  });

async function worker() {
  while (performance.now() < end) await once();
}

await Promise.all(Array.from({ length: connections }, worker));
times.sort((a, b) => a - b);
const share = (part) => times[Math.min(times.length - 1, Math.ceil(times.length * part) - 1)] ?? 0;
process.stdout.write(
  JSON.stringify({
    perSecond: times.length / seconds,
    p50: share(0.5),
    p99: share(0.99),
    longest: times.at(-1) ?? 0,
    statuses,
    bytes: bytes / times.length,
  }),
);

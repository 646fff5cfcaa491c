// One system in one process, single thread. Measured in processor time, because the machine may be shared. Prints one line of JSON.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { textOf } from './texts.mjs';

const [system, peers] = process.argv.slice(2);

/** Each system reads the quantities of a text in the fullest way it offers. */
const SYSTEMS = {
  countercheck: async () => {
    const { readArticle } = await import('@/lib/claim');
    const context = { publishedAt: '2025-06-02', outlet: null, title: null, language: 'en' };
    return (text) => readArticle(text, context).claims.length;
  },
  'countercheck quantities alone': async () => {
    const { readQuantities } = await import('@/lib/quantity');
    return (text) => readQuantities(text).quantities.length;
  },
  'wink-nlp': async () => {
    const need = createRequire(join(peers, 'package.json'));
    const nlp = need('wink-nlp')(need('wink-eng-lite-web-model'));
    return (text) => nlp.readDoc(text).entities().out(nlp.its.detail).length;
  },
  compromise: async () => {
    const need = createRequire(join(peers, 'package.json'));
    const nlp = need('compromise');
    return (text) => nlp(text).numbers().json({ offset: true }).length;
  },
};

const cpu = (from) => {
  const used = process.cpuUsage(from);
  return (used.user + used.system) / 1000;
};

/** Milliseconds of processor time for each text, over rounds that last `budget` milliseconds together. */
function measure(read, texts, budget) {
  const from = process.cpuUsage();
  let count = 0;
  while (cpu(from) < budget) {
    read(texts[count % texts.length]);
    count += 1;
  }
  return cpu(from) / count;
}

const MB = 1e6;
const round = (value, digits) => Number(value.toFixed(digits));
const read = await SYSTEMS[system]();

const first = textOf(100_000, 7)
  .split('\n\n')
  .map((paragraph) => paragraph.trim());
const from = process.cpuUsage();
let bytes = 0;
for (const paragraph of first) {
  read(paragraph);
  bytes += Buffer.byteLength(paragraph);
}
const firstPass = bytes / MB / (cpu(from) / 1000);

const articles = Array.from({ length: 40 }, (_, index) => textOf(5000, 100 + index));
measure(read, articles, 1500);
const article = measure(read, articles, 3000);
const size = articles.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / articles.length;
// Sixteen times the text must take sixteen times as long and no more: 1 is a straight line.
const long = textOf(80_000, 9);
measure(read, [long], 500);
const growth = measure(read, [long], 2000) / Buffer.byteLength(long) / (article / size);

process.stdout.write(
  `${JSON.stringify({
    article5kB: { ms: round((article * 5000) / size, 3) },
    warm: { MBps: round(size / MB / (article / 1000), 3) },
    firstPass: { MBps: round(firstPass, 3) },
    growth: { ratio: round(growth, 2) },
  })}\n`,
);

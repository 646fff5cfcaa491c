// One system in one process, single thread: measure.mjs SYSTEM PEERS [--first]. Prints one line of JSON.
// Processor time, because the machine may be shared. With --first only the first pass, which a process can be asked for only once.
import { scored } from './corpus.mjs';
import { SYSTEMS } from './systems.mjs';
import { articles, lines } from './texts.mjs';

const MB = 1e6;
const [system, peers] = process.argv.slice(2);
const size = (texts) => texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const round = (value, digits) => Number(value.toFixed(digits));

function readAll(read, texts) {
  for (const text of texts) read(text);
}

/** Milliseconds of processor time that the work takes. */
function cost(work) {
  const from = process.cpuUsage();
  work();
  const used = process.cpuUsage(from);
  return (used.user + used.system) / 1000;
}

/**
 * Milliseconds for one pass over the texts, warm: the best of many short spans of passes, since whatever else the machine does only adds to
 * one; or the first where one pass takes that long.
 */
function pass(read, texts, span) {
  const once = () => readAll(read, texts);
  let best = cost(once);
  if (best > 4 * span) return best;
  const passes = Math.max(1, Math.round(span / 8 / Math.max(best, 0.05)));
  for (let left = 6 * span; left > 0; ) {
    const taken = cost(() => Array.from({ length: passes }, once));
    best = Math.min(best, taken / passes);
    left -= taken;
  }
  return best;
}

/** What twice the text costs, up to 1 MB, or up to what the system reads in some seconds. 2 is a straight line. */
function growth(read, msPerByte) {
  const most = Math.min(MB, Math.max(2000, Math.round(1500 / msPerByte)));
  const [half, whole] = [most / 2, most].map((bytes) => articles(bytes, 1)[0]);
  const ratio = pass(read, [whole], 300) / pass(read, [half], 300) / (size([whole]) / size([half]) / 2);
  return { ratio: round(ratio, 2), bytes: size([whole]) };
}

const read = await SYSTEMS[system](peers);
read('A 5 km run cost $3 million in 2020.');
const sentences = lines();
const first = { firstPass: { MBps: round(size(sentences) / MB / (cost(() => readAll(read, sentences)) / 1000), 3) } };

function everything() {
  // A system that needs seconds for an article is read one article.
  const [one, ...others] = articles(5000, 8);
  const slow = cost(() => read(one)) > 2000;
  const texts = slow ? [one] : [one, ...others];
  const perByte = pass(read, texts, 400) / size(texts);
  return {
    article5kB: { ms: round(perByte * 5000, 3) },
    warm: { MBps: round(size(sentences) / MB / (pass(read, sentences, 400) / 1000), 3) },
    ...first,
    growth: growth(read, perByte),
    ...(system === 'countercheck claims' ? {} : { corpus: scored(read) }),
  };
}

process.stdout.write(`${JSON.stringify(process.argv.includes('--first') ? first : everything())}\n`);

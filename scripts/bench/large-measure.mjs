// One process, single thread: how long one measure with many claims takes to compare. Prints lines, or one line of JSON with --json.
// Least of a few passes over claims that are made anew, because the machine may be shared; the first of all is the cold one.
import { compareInSteps } from '@/lib/conflict';
import { largeClaims } from './large-claims.mjs';

const SIZES = [1000, 3000, 10_000];
const PASSES = 7;
const round = (value) => Number(value.toFixed(1));
const byDay = (a, b) => (a.publishedAt < b.publishedAt ? -1 : a.publishedAt > b.publishedAt ? 1 : a.textHash < b.textHash ? -1 : 1);

/** Milliseconds for the whole comparison and for its longest step, and what it found. */
function pass(size, seed) {
  const claims = largeClaims(size, seed).sort(byDay);
  const measure = { id: null, title: '', unit: null, aggregation: 'running', claims: claims.map(({ id }) => id) };
  const steps = compareInSteps({ measures: [measure], suggestions: [] }, claims);
  const ms = [];
  for (;;) {
    const from = performance.now();
    const { done, value } = steps.next();
    ms.push(performance.now() - from);
    if (done) return { ms: ms.reduce((sum, one) => sum + one, 0), step: Math.max(...ms), found: value };
  }
}

function least(size) {
  const passes = Array.from({ length: PASSES }, (_, at) => pass(size, 7 + (at % 3)));
  return passes.reduce((best, one) => (one.ms < best.ms ? one : best));
}

const cold = pass(SIZES.at(-1), 7);
for (let k = 0; k < PASSES; k += 1) pass(SIZES[0], k);
const warm = Object.fromEntries(SIZES.map((size) => [size, least(size)]));
const half = least(SIZES.at(-1) / 2);
const whole = warm[SIZES.at(-1)];
const result = {
  ms: Object.fromEntries(SIZES.map((size) => [size, round(warm[size].ms)])),
  cold: round(cold.ms),
  step: round(whole.step),
  ratio: Number((whole.ms / half.ms).toFixed(2)),
  relations: whole.found.relations.length,
  positions: whole.found.conflicts[0]?.positions.length ?? 0,
};

if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(result)}\n`);
else {
  for (const size of SIZES) process.stdout.write(`${String(size).padStart(6)} claims of one measure: ${result.ms[size]} ms\n`);
  const { step, ratio, relations, positions } = result;
  process.stdout.write(`first of a process: ${result.cold} ms; longest step ${step} ms; twice the claims: × ${ratio}\n`);
  process.stdout.write(`${relations} relations stored, ${positions} positions shown\n`);
}

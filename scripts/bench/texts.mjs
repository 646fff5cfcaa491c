import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXTRACT } from './beside.mjs';

/**
 * Texts to measure with: the sentences of a public benchmark where it lies beside the project, else sentences of our own from a few
 * patterns, with figures and names that never repeat in step. Deterministic, so that two runs and all systems read the same.
 */
const PLACES = ['Port Ellery', 'Tarn Bridge', 'Northfen', 'Valmere', 'Old Quay', 'Saltmarsh', 'Upper Holm'];
const PEOPLE = ['Edda Holm', 'Jonas Reik', 'Pia Sund', 'Ilse Brandt', 'Mayor Tove Lind', 'spokesman Arne Falk'];
const THINGS = ['homes', 'passengers', 'fishing boats', 'pupils', 'jobs', 'visitors', 'solar panels', 'hospital beds'];
const HEDGES = ['', '', '', 'nearly ', 'about ', 'more than ', 'at least ', 'up to ', 'fewer than '];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const PATTERNS = [
  (n, pick) => `${pick(HEDGES)}${n} ${pick(THINGS)} were counted in ${pick(PLACES)} on ${pick(DAYS)}, ${pick(PEOPLE)} said.`,
  (n, pick) => `The harbour of ${pick(PLACES)} handled ${(n / 10).toFixed(1)} million tons last year, ${n % 30} percent more than before.`,
  (n, pick) => `${pick(PEOPLE)} told reporters that the work would cost ${n} million dollars and take ${1 + (n % 40)} months.`,
  (_n, pick) => `Nobody in ${pick(PLACES)} expected the rain to stop, and the ferries stayed where they were.`,
  (n, pick) => `Between ${n} and ${n + 15} ${pick(THINGS)} were lost near ${pick(PLACES)}, according to ${pick(PEOPLE)}.`,
  (n, pick) => `The road from ${pick(PLACES)} is ${n % 90} kilometers long and was closed for ${1 + (n % 6)} days.`,
  (_n, pick) => `In ${pick(PLACES)}, dozens of volunteers cleared the streets while ${pick(PEOPLE)} thanked them.`,
];

/** A stream of sentences: the same seed gives the same stream. */
function* sentences(seed) {
  let state = seed >>> 0 || 1;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const pick = (list) => list[Math.floor(next() * list.length)];
  while (true) {
    const line = pick(PATTERNS)(3 + Math.floor(next() * 900), pick);
    yield line[0].toUpperCase() + line.slice(1);
  }
}

/** A text of at least `bytes` bytes, in paragraphs of four sentences. */
export function textOf(bytes, seed) {
  const parts = [];
  let size = 0;
  for (const line of sentences(seed)) {
    if (size >= bytes) break;
    const part = line + (parts.length % 4 === 3 ? '\n\n' : ' ');
    parts.push(part);
    size += Buffer.byteLength(part);
  }
  return parts.join('').trim();
}

/** Sentences to read one by one: those of the benchmark, or 100 kB of our own paragraphs. */
export function lines() {
  if (EXTRACT === null) return textOf(100_000, 7).split('\n\n');
  const file = readFileSync(join(EXTRACT, 'dev', 'newsquant.jsonl'), 'utf8');
  const rows = file.trim().split('\n');
  return rows.map((row) => JSON.parse(row).text);
}

/** Articles of about so many bytes each, made of the same sentences in their order, from the first again behind the last. */
export function articles(bytes, count) {
  const all = lines();
  let at = 0;
  return Array.from({ length: count }, () => {
    const parts = [];
    for (let size = 0; size < bytes; at += 1) {
      const line = all[at % all.length];
      parts.push(line);
      size += Buffer.byteLength(line) + 1;
    }
    return parts.join(' ');
  });
}

// Reads many texts nobody wrote, and says what went wrong and which took longest. Run by scripts/soak.mjs, through tsx.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compare } from '../../lib/base';
import { readQuantities } from '../../lib/quantity';
import { ROOT } from '../yard/root.mjs';
import { faultOf, inputs } from './inputs.mjs';

const { values } = parseArgs({ options: { texts: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' } } });
const wanted = Number(values.texts);
const seed = Number(values.seed);
/** A text may take this long, in milliseconds: many times what it takes as a rule, for a machine that is busy. */
const allowed = (text) => 2 + text.length * 0.02;
const say = (line) => process.stderr.write(`${line}\n`);

/** Phrases of the corpora, without their meanings. */
const phrases = ['quantities.txt', 'not-quantities.txt', 'naughty.txt'].flatMap((name) =>
  readFileSync(join(ROOT, 'tests', 'corpora', name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '))
    .map((line) => line.replace(/^[a-z]+: |^[^|]* \| /, '').trim())
    .map((line) => line.replace(/\\u([0-9a-f]{4})/g, (_all, code) => String.fromCharCode(Number.parseInt(code, 16)))),
);

function timeOf(text) {
  const from = performance.now();
  readQuantities(text);
  return performance.now() - from;
}

/** Slow once may be the collector's work or another program's; slow four times is the text's own. */
const slowestOf = (text) => Math.min(timeOf(text), timeOf(text), timeOf(text));

const faults = [];
const slow = [];
let characters = 0;
let worst = { milliseconds: 0, text: '' };
const began = performance.now();
const source = inputs(phrases, seed);
for (let done = 1; done <= wanted; done += 1) {
  const text = source.next().value;
  characters += text.length;
  const from = performance.now();
  let fault;
  try {
    fault = faultOf(text, readQuantities(text), compare);
  } catch (error) {
    fault = `it threw: ${error instanceof Error ? error.stack : error}`;
  }
  if (fault) faults.push({ fault, text });
  if (!fault && performance.now() - from > allowed(text)) {
    const milliseconds = slowestOf(text);
    if (milliseconds > allowed(text)) slow.push({ milliseconds, text });
    if (milliseconds > worst.milliseconds) worst = { milliseconds, text };
  }
  if (done % 100_000 === 0) say(`${done} texts read, ${faults.length} faults, ${slow.length} slow`);
}
for (const one of [...faults.slice(0, 20), ...slow.slice(0, 20)]) say(JSON.stringify(one));
const seconds = (performance.now() - began) / 1000;
const result = { texts: wanted, seed, characters, seconds, faults: faults.length, slow: slow.length, slowest: worst.milliseconds };
process.stdout.write(`${JSON.stringify(result)}\n`);
process.exit(faults.length + slow.length === 0 ? 0 : 1);

// Runs as a child process with little memory, no environment and no database: long texts and those of a long import are read here, where
// nobody waits for the loop. One message out once it is ready; then one message in (texts and what is known of them), one message out (their readings, without the quantities
// that nobody keeps).
import { setPriority } from 'node:os';
import { dirname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

// Whoever waits for a page goes first.
setPriority(5);
register({ tsconfig: `${dirname(dirname(fileURLToPath(import.meta.url)))}/tsconfig.json` });
const { readArticle } = await import('../lib/claim/index.ts');
/** So many texts, and what is read often is compiled. */
const WARM = 400;

let isAsked = false;
process.on('message', (texts) => {
  isAsked = true;
  const readings = texts.map(({ text, context }) => readArticle(text, context));
  process.send(readings.map(({ state, claims, doubts }) => ({ state, claims, doubts })));
});

// Whoever started it may read by itself until then.
process.send('ready');

// The first texts of a process take five times as long as those that come later, so it reads the demo's until somebody asks for others.
const { ARTICLES, inputOf } = await import('../db/demo/articles/index.ts');
for (let turn = 0; turn < WARM && !isAsked; turn += 1) {
  const { text, ...context } = inputOf(ARTICLES[turn % ARTICLES.length]);
  readArticle(text, context);
  await nextTurn();
}

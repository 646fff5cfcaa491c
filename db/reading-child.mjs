// Runs as a child process with little memory, no environment and no database: long texts and those of a long import are read here, where
// nobody waits for the loop. One message out once it is ready; then one message in (texts and what is known of them), one message out (their readings, without the quantities
// that nobody keeps).
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

register({ tsconfig: `${dirname(dirname(fileURLToPath(import.meta.url)))}/tsconfig.json` });
const { readArticle } = await import('../lib/claim/index.ts');

// Whoever started it may read by itself until then.
process.send('ready');
process.on('message', (texts) => {
  const readings = texts.map(({ text, context }) => readArticle(text, context));
  process.send(readings.map(({ state, claims, doubts }) => ({ state, claims, doubts })));
});

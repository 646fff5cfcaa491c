// Runs as a child process with little memory, no environment and no database: long texts are read here, where nobody waits for the loop.
// One message in (a text and what is known of it), one message out (its reading, without the quantities that nobody keeps).
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

register({ tsconfig: `${dirname(dirname(fileURLToPath(import.meta.url)))}/tsconfig.json` });
const { readArticle } = await import('../lib/claim/index.ts');

process.on('message', ({ text, context }) => {
  const { state, claims, doubts } = readArticle(text, context);
  process.send({ state, claims, doubts });
});

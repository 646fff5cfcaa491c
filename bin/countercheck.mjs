#!/usr/bin/env node
// The command. Plain JavaScript, so that it runs before anything can read TypeScript; all else is in main.ts.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

// The paths of tsconfig.json ("@/…") must hold from whatever folder the command is called.
register({ tsconfig: `${root}/tsconfig.json` });

const { main } = await import('./main.ts');
await main(process.argv.slice(2));

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

/** What a build is made of. Tests and the command line are not in it. */
const SOURCES = [
  'app',
  'db',
  'lib',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.ts',
  'postcss.config.mjs',
  'package-lock.json',
  'tsconfig.json',
];

function* filesIn(place) {
  const path = join(ROOT, place);
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) return yield place;
  for (const name of readdirSync(path).sort()) yield* filesIn(`${place}/${name}`);
}

/** Changes with every source, the lock file, the configuration and Node's own version line. */
export function sourceHash() {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const place of SOURCES) {
    for (const file of filesIn(place)) hash.update(`\n${file}\n`).update(readFileSync(join(ROOT, file)));
  }
  return hash.digest('hex');
}

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ended, start, tool } from './children.mjs';
import { sourceHash } from './fingerprint.mjs';
import { ROOT } from './root.mjs';

/**
 * Builds into `distDir` unless what lies there was made from exactly these sources. Resolves to false when the build failed.
 * The stamp goes away before a build and comes back after it, so a build cut short is never taken for a whole one.
 */
export async function buildIfChanged(distDir, announce) {
  const stamp = join(ROOT, distDir, 'countercheck-build.json');
  const hash = sourceHash();
  if (existsSync(stamp) && JSON.parse(readFileSync(stamp, 'utf8')).hash === hash) return true;
  announce();
  rmSync(stamp, { force: true });
  const env = { ...process.env, NODE_ENV: 'production', COUNTERCHECK_DIST: distDir, NEXT_TELEMETRY_DISABLED: '1' };
  const child = start(process.execPath, [tool('next/dist/bin/next'), 'build'], { stdio: ['ignore', 'pipe', 'pipe'], env });
  const talk = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk) => talk.push(chunk));
  if ((await ended(child)) !== 0) {
    process.stderr.write(talk.join(''));
    return false;
  }
  mkdirSync(join(ROOT, distDir), { recursive: true });
  writeFileSync(stamp, JSON.stringify({ hash }));
  return true;
}

/** Pages and data cached in the build folder outlive a restart, and may come from another database: they go before each start. */
export function clearCaches(distDir) {
  for (const cache of ['cache/fetch-cache', 'server/route-cache']) rmSync(join(ROOT, distDir, cache), { recursive: true, force: true });
}

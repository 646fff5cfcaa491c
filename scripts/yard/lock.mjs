import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

const STAMP = join(ROOT, 'node_modules', '.countercheck-installed');
const LOCK = join(ROOT, 'package-lock.json');

/** What an installed folder depends on: the lock file and the machine it was installed for. */
function lockHash() {
  return createHash('sha256')
    .update(readFileSync(LOCK))
    .update(`${process.platform}-${process.arch}-${process.versions.modules}`)
    .digest('hex');
}

export const isInstalled = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockHash();
export const stampInstalled = () => writeFileSync(STAMP, lockHash());

/**
 * Packages whose installed version is not the one the lock file names, as "name: installed, not locked".
 * Optional packages may be missing (each platform has its own); a wrong version of one is told all the same.
 */
export function differencesFromLock() {
  const { packages } = JSON.parse(readFileSync(LOCK, 'utf8'));
  const differences = [];
  for (const [place, locked] of Object.entries(packages)) {
    if (place === '' || locked.link) continue;
    const manifest = join(ROOT, place, 'package.json');
    if (!existsSync(manifest)) {
      if (!locked.optional && !locked.devOptional && !locked.peer) differences.push(`${place}: missing, not ${locked.version}`);
      continue;
    }
    const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
    if (version !== locked.version) differences.push(`${place}: ${version}, not ${locked.version}`);
  }
  return differences;
}

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Where a file of Countercheck itself lies. Bundles move this code elsewhere, so its own address is only one of the places to start
 * looking from.
 */
export function projectFile(...parts: string[]): string {
  const starts = [process.env.COUNTERCHECK_ROOT, process.cwd(), ownFolder()].filter((start) => start !== undefined);
  for (const start of starts) {
    for (let folder = start; ; folder = dirname(folder)) {
      if (isProject(folder)) return join(/* turbopackIgnore: true */ folder, ...parts);
      if (folder === dirname(folder)) break;
    }
  }
  throw new Error('The folder of Countercheck was not found: start it from there or set COUNTERCHECK_ROOT.');
}

function isProject(folder: string): boolean {
  const file = join(/* turbopackIgnore: true */ folder, 'package.json');
  return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === 'countercheck';
}

function ownFolder(): string | undefined {
  try {
    return dirname(fileURLToPath(import.meta.url));
  } catch {
    return undefined;
  }
}

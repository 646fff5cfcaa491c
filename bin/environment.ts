import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(import.meta.dirname, '..', '.env.local');

/** Takes up the settings that `npm start` keeps; what the environment says already wins. */
export function loadEnvironment(): void {
  if (existsSync(FILE)) process.loadEnvFile(FILE);
}

/** The secret that the demo made for itself, so that a deployment on it can be told. Such a file says so in its first line. */
export function demoSecret(): string | undefined {
  if (!existsSync(FILE)) return undefined;
  const [first, ...lines] = readFileSync(FILE, 'utf8').split('\n');
  if (!first?.includes('for the demo')) return undefined;
  return lines
    .join('\n')
    .match(/^AUTH_SECRET=(.*)$/m)?.[1]
    ?.trim();
}

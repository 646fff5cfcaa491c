import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

export const ENV_FILE = join(ROOT, '.env.local');

/** First line of a file that `ensure` wrote. Such a secret is for the demo and never counts as a deployment's own. */
export const MADE_FOR_DEMO = '# Made at the first start, for the demo on this machine. A deployment sets its own AUTH_SECRET.';

/** NAME=value lines of .env.local; comments and blank lines are passed over. */
export function readEnvFile(file = ENV_FILE) {
  if (!existsSync(file)) return {};
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  const settings = {};
  for (const line of lines) {
    const match = /^\s*([A-Z][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line);
    if (match) settings[match[1]] = match[2].replace(/^(["'])(.*)\1$/, '$2');
  }
  return settings;
}

const isMadeForDemo = (file = ENV_FILE) => existsSync(file) && readFileSync(file, 'utf8').startsWith(MADE_FOR_DEMO);

/**
 * The settings a start works with: the environment first, then .env.local, then defaults.
 * `refusals` lists what forbids the start, each with its mend.
 */
export function readSettings(env = process.env) {
  const file = readEnvFile();
  const pick = (name) => (env[name] ? env[name] : file[name] || undefined);
  const refusals = [];
  const mode = pick('COUNTERCHECK_MODE') ?? 'demo';
  if (mode !== 'demo' && mode !== 'production') {
    refusals.push(`COUNTERCHECK_MODE is "${mode}". Set it to demo or production, or leave it out for the demo.`);
  }
  const port = Number(pick('PORT') ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    refusals.push(`PORT is "${pick('PORT')}". Give a port from 1 to 65535, for example PORT=3001 npm start.`);
  }
  const ownSecret = env.AUTH_SECRET || (isMadeForDemo() ? undefined : file.AUTH_SECRET);
  if (mode === 'production' && !ownSecret) {
    refusals.push(
      'COUNTERCHECK_MODE is production, but AUTH_SECRET is not set: sessions could be forged. ' +
        'Set AUTH_SECRET to 32 or more random characters (openssl rand -base64 32) and keep it between starts.',
    );
  } else if (mode === 'production' && ownSecret.length < 32) {
    refusals.push('AUTH_SECRET is shorter than 32 characters. Make a longer one: openssl rand -base64 32');
  }
  return {
    mode,
    port,
    secret: mode === 'production' ? ownSecret : env.AUTH_SECRET || file.AUTH_SECRET,
    databaseUrl: pick('DATABASE_URL') ?? 'file:data/countercheck.db',
    publicUrl: (pick('PUBLIC_URL') ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    host: pick('HOST'),
    distDir: pick('COUNTERCHECK_DIST') ?? '.next',
    refusals,
  };
}

import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { giveUp } from './refused';

/** Where a database is. Owner lock and most pragmas belong to files alone. */
export type Place = { kind: 'file'; url: string; path: string } | { kind: 'remote'; url: string };

export const DEFAULT_DATABASE_URL = 'file:data/countercheck.db';

/** Where readers find the site: origin and path, without a slash at the end. */
export const publicUrlOf = (env: NodeJS.ProcessEnv): string =>
  (env.PUBLIC_URL || `http://localhost:${env.PORT || '3000'}`).replace(/(?<!\/)\/+$/, '');

/** Reads a database URL. Relative files count from the working directory, and two spellings of one file are one place. */
export function placeOf(url: string): Place {
  if (/^(https?|libsql|wss?):\/\//.test(url)) return { kind: 'remote', url };
  const path = url.startsWith('file:///')
    ? fileURLToPath(url.split(/[?#]/)[0]!)
    : decodeURIComponent(url.slice('file:'.length).split(/[?#]/)[0]!);
  if (!url.startsWith('file:') || path === '' || path.includes(':memory:')) {
    giveUp(
      422,
      'DatabaseUrl',
      `"${url}" is no database address.`,
      `Use a file ("${DEFAULT_DATABASE_URL}") or a libSQL server ("libsql://…", "https://…").`,
    );
  }
  const full = resolve(path);
  return { kind: 'file', url: pathToFileURL(full).href, path: full };
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The parts in `style/`, in the order of their names, as one file: public pages and the desk share it. */
function read(): { css: string; version: string } {
  const folder = join(process.cwd(), 'app', '_ui', 'style');
  const parts = readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .sort();
  const css = parts.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  return { css, version: createHash('sha256').update(css).digest('base64url').slice(0, 12) };
}

let kept: { css: string; version: string } | undefined;

/** Read once; while developing, at every call. */
export function stylesheet(): { css: string; version: string } {
  if (process.env.NODE_ENV !== 'production') return read();
  kept ??= read();
  return kept;
}

/** Address of the stylesheet: it changes with its content, so that browsers may keep it for a year. */
export const styleHref = (): string => `/style.css?v=${stylesheet().version}`;

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Stylesheet {
  css: string;
  /** Changes with the content. */
  version: string;
}

const kept = new Map<string, Stylesheet>();

/** The parts in a folder beside this file, in the order of their names, as one. Read once; while developing, at every call. */
export function stylesheetOf(folder: 'style' | 'desk'): Stylesheet {
  const known = process.env.NODE_ENV === 'production' ? kept.get(folder) : undefined;
  if (known) return known;
  const place = join(process.cwd(), 'app', '_ui', folder);
  const parts = readdirSync(place)
    .filter((name) => name.endsWith('.css'))
    .sort();
  const css = parts.map((name) => readFileSync(join(place, name), 'utf8')).join('\n');
  const made = { css, version: createHash('sha256').update(css).digest('base64url').slice(0, 12) };
  kept.set(folder, made);
  return made;
}

/** What public pages and the desk share. */
export const stylesheet = (): Stylesheet => stylesheetOf('style');

/** Address of the stylesheet: it changes with its content, so that browsers may keep it for a year. */
export const styleHref = (): string => `/style.css?v=${stylesheet().version}`;

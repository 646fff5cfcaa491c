import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Stylesheet {
  css: string;
  /** Changes with the content. */
  version: string;
}

const kept = new Map<string, Stylesheet>();

/** What a folder takes from those of the public pages: a frame on another site has the same colours and the same charts. */
const TAKEN = { style: [], desk: [], embed: ['style/10-tokens.css', 'style/70-chart.css', 'style/72-chart-words.css'] };

/** The parts in a folder beside this file, in the order of their names, as one. Read once; while developing, at every call. */
export function stylesheetOf(folder: 'style' | 'desk' | 'embed'): Stylesheet {
  const known = process.env.NODE_ENV === 'production' ? kept.get(folder) : undefined;
  if (known) return known;
  const place = join(process.cwd(), 'app', '_ui');
  const own = readdirSync(join(place, folder))
    .filter((name) => name.endsWith('.css'))
    .sort()
    .map((name) => join(folder, name));
  const css = [...TAKEN[folder], ...own].map((name) => readFileSync(join(place, name), 'utf8')).join('\n');
  const made = { css, version: createHash('sha256').update(css).digest('base64url').slice(0, 12) };
  kept.set(folder, made);
  return made;
}

/** What public pages and the desk share. */
export const stylesheet = (): Stylesheet => stylesheetOf('style');

/** What a frame on another site has of it, and its address. */
export const embedStylesheet = (): Stylesheet => stylesheetOf('embed');
export const embedStyleHref = (): string => `/embed.css?v=${embedStylesheet().version}`;

/** Address of the stylesheet: it changes with its content, so that browsers may keep it for a year. */
export const styleHref = (): string => `/style.css?v=${stylesheet().version}`;

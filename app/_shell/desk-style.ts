import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

let kept: { css: string; version: string } | undefined;

/** What the desk adds to the stylesheet it shares with the public pages. Read once; while developing, at every call. */
export function deskStyle(): { css: string; version: string } {
  if (kept && process.env.NODE_ENV === 'production') return kept;
  const css = readFileSync(join(process.cwd(), 'app', '_ui', 'desk.css'), 'utf8');
  kept = { css, version: createHash('sha256').update(css).digest('base64url').slice(0, 12) };
  return kept;
}

/** Its address changes with its content, so that browsers may keep it for a year. */
export const deskStyleHref = (): string => `/desk.css?v=${deskStyle().version}`;

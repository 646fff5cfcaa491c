const SITE = 'http://countercheck.invalid';

/**
 * A path on this site and nothing else: no scheme, no host, no trick with slashes. Null for everything that could lead away. What
 * comes out is judged, not only what went in: taking dots out of "/.//elsewhere" leaves the address of another site.
 */
export function ownPath(value: unknown): string | null {
  if (typeof value !== 'string' || !leadsHere(value) || value.length > 2000) return null;
  if (!URL.canParse(value, SITE)) return null;
  const url = new URL(value, SITE);
  const path = `${url.pathname}${url.search}${url.hash}`;
  return url.origin === SITE && leadsHere(path) ? path : null;
}

const leadsHere = (path: string): boolean => /^\/(?![/\\])/.test(path) && !/[\p{Cc}\\]/u.test(path);

/** The path with `name=value` in its query, replacing what stood there, and with this fragment, else its own. */
export function withQuery(path: string, name: string, value: string, fragment?: string): string {
  const url = new URL(path, SITE);
  url.searchParams.set(name, value);
  return `${pathOf(url)}${url.search}${fragment === undefined ? url.hash : `#${fragment}`}`;
}

/** The path without that name in its query. */
export function withoutQuery(path: string, name: string): string {
  const url = new URL(path, SITE);
  url.searchParams.delete(name);
  return `${pathOf(url)}${url.search}${url.hash}`;
}

/** Two slashes at the beginning would be read as a host. */
const pathOf = (url: URL): string => `/${url.pathname.replace(/^[/\\]+/, '')}`;

/** The browser's next step after a form: a new question, so that reloading sends nothing twice. */
export const seeOther = (path: string, headers: HeadersInit = {}): Response => {
  const response = new Response(null, { status: 303, headers });
  response.headers.set('location', path);
  response.headers.set('cache-control', 'no-store');
  return response;
};

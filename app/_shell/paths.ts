/** A path on this site and nothing else: no scheme, no host, no trick with slashes. Null for everything that could lead away. */
export function ownPath(value: unknown): string | null {
  if (typeof value !== 'string' || !/^\/(?![/\\])/.test(value) || /[\p{Cc}\\]/u.test(value) || value.length > 2000) return null;
  const base = 'http://countercheck.invalid';
  if (!URL.canParse(value, base)) return null;
  const url = new URL(value, base);
  return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : null;
}

/** The path with `name=value` in its query, replacing what stood there, and with this fragment, else its own. */
export function withQuery(path: string, name: string, value: string, fragment?: string): string {
  const url = new URL(path, 'http://countercheck.invalid');
  url.searchParams.set(name, value);
  return `${url.pathname}${url.search}${fragment === undefined ? url.hash : `#${fragment}`}`;
}

/** The path without that name in its query. */
export function withoutQuery(path: string, name: string): string {
  const url = new URL(path, 'http://countercheck.invalid');
  url.searchParams.delete(name);
  return `${url.pathname}${url.search}${url.hash}`;
}

/** The browser's next step after a form: a new question, so that reloading sends nothing twice. */
export const seeOther = (path: string, headers: HeadersInit = {}): Response => {
  const response = new Response(null, { status: 303, headers });
  response.headers.set('location', path);
  response.headers.set('cache-control', 'no-store');
  return response;
};

/** The colours a reader may ask for. That of their system is no choice: nothing is kept of it. */
export type Theme = 'light' | 'dark';

const COOKIE = 'theme';
const A_YEAR = 365 * 24 * 60 * 60;

/** What the reader chose; null where they chose nothing that there is. */
export const themeOf = (request: Request): Theme | null =>
  (/(?:^|;\s*)theme=(light|dark)\s*(?:;|$)/.exec(request.headers.get('cookie') ?? '')?.[1] as Theme | undefined) ?? null;

/** The `Set-Cookie` that keeps a choice for a year, or takes it out of the browser again. */
export const themeCookie = (theme: Theme | null, isSecure: boolean): string =>
  `${COOKIE}=${theme ?? ''}; Path=/; Max-Age=${theme ? A_YEAR : 0}; SameSite=Lax; HttpOnly${isSecure ? '; Secure' : ''}`;

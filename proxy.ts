import { type NextRequest, NextResponse } from 'next/server';

/**
 * Headers of the desk's pages: a policy with a fresh nonce, for scripts of the framework alone. Who may see a page is decided where
 * the page is made, never here. Besides, addresses that are no text in any way of reading them are led to where nothing is: the
 * framework would call them an error of the server.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl;
  if (!isReadable(pathname)) return NextResponse.rewrite(new URL('/nowhere', request.url));
  return /^\/(review|admin)(\/|$)/.test(pathname) ? deskPage(request) : NextResponse.next();
}

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function deskPage(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString('base64');
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  const headers = new Headers(request.headers);
  // A policy sent by the caller must never become the page's.
  headers.delete('content-security-policy-report-only');
  headers.set('content-security-policy', policy);
  headers.set('x-desk-path', `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('cache-control', 'no-store');
  response.headers.set('x-robots-tag', 'noindex');
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  return response;
}

/** API routes stay outside: a matching proxy would cut long bodies without a word. None of their addresses has a "%". */
export const config = { matcher: ['/review', '/review/:path*', '/admin', '/admin/:path*', '/(.*%.*)'] };

import { createHash } from 'node:crypto';
import type { ReactNode } from 'react';
import { styleHref } from '../_ui/stylesheet';
import { deskStyleHref } from './desk-style';
import { settings } from './settings';

/** Signing in may lead to the provider of the house, and browsers hold redirects of forms to this rule too. */
const policy = (script: string | null): string => {
  const { oidc } = settings();
  const forms = oidc ? `'self' ${new URL(oidc.issuer).origin}` : "'self'";
  const scripts = script === null ? "'none'" : `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
  return `default-src 'none'; script-src ${scripts}; style-src 'self'; img-src 'self' data:; form-action ${forms}; base-uri 'none'; frame-ancestors 'none'`;
};

/** A page of the desk that stands alone: no sign-in, rendered once and sent. It needs no script, and has none but that given. */
export async function barePage(
  status: number,
  title: string,
  body: ReactNode,
  headers: HeadersInit = {},
  script: string | null = null,
): Promise<Response> {
  const { renderToStaticMarkup } = await import('react-dom/server');
  const page = (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} · Countercheck`}</title>
        <link rel="stylesheet" href={styleHref()} />
        <link rel="stylesheet" href={deskStyleHref()} />
      </head>
      <body className="desk bare">
        {body}
        {script !== null && <script dangerouslySetInnerHTML={{ __html: script }} />}
      </body>
    </html>
  );
  const response = new Response(`<!doctype html>${renderToStaticMarkup(page)}`, { status, headers });
  response.headers.set('content-type', 'text/html; charset=utf-8');
  response.headers.set('content-security-policy', policy(script));
  response.headers.set('cache-control', 'no-store');
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('x-robots-tag', 'noindex');
  return response;
}

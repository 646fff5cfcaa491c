import type { ReactNode } from 'react';
import { styleHref } from '../_ui/stylesheet';
import { COPY_SCRIPT, COPY_SOURCE } from './copy-script';
import { deskStyleHref } from './desk-style';
import { settings } from './settings';

/** Signing in may lead to the provider of the house, and browsers hold redirects of forms to this rule too. */
const policy = (copies: boolean): string => {
  const { oidc } = settings();
  const forms = oidc ? `'self' ${new URL(oidc.issuer).origin}` : "'self'";
  return `default-src 'none'; script-src ${copies ? COPY_SOURCE : "'none'"}; style-src 'self'; img-src 'self' data:; form-action ${forms}; base-uri 'none'; frame-ancestors 'none'`;
};

/** A page of the desk that stands alone: no sign-in, rendered once and sent. `copies`: it has a button that copies, which needs a script. */
export async function barePage(
  status: number,
  title: string,
  body: ReactNode,
  headers: HeadersInit = {},
  copies = false,
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
        <link rel="stylesheet" href="/theme.css" media="screen" />
      </head>
      <body className="desk bare">{body}</body>
    </html>
  );
  const markup = renderToStaticMarkup(page);
  const whole = copies ? markup.replace('</body>', () => `<script>${COPY_SCRIPT}</script></body>`) : markup;
  const response = new Response(`<!doctype html>${whole}`, { status, headers });
  response.headers.set('content-type', 'text/html; charset=utf-8');
  response.headers.set('content-security-policy', policy(copies));
  response.headers.set('cache-control', 'no-store');
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('x-robots-tag', 'noindex');
  return response;
}

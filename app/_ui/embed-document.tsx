import type { ReactNode } from 'react';
import { embedStyleHref } from './stylesheet';

export interface EmbedHead {
  title: string;
  /** Path of the page that says all of it. */
  canonical: string;
  theme: 'light' | 'dark' | 'auto';
}

/** A page that stands in a frame on another site. Links open outside of the frame: no other page of ours may stand in one. */
export function EmbedDocument({ head, site, children }: { head: EmbedHead; site: { url: string; name: string }; children: ReactNode }) {
  return (
    <html lang="en" data-theme={head.theme === 'auto' ? undefined : head.theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${head.title} · ${site.name}`}</title>
        <meta name="robots" content="noindex" />
        <link rel="canonical" href={`${site.url}${head.canonical}`} />
        <base target="_blank" />
        <link rel="stylesheet" href={embedStyleHref()} />
      </head>
      <body>
        <main>{children}</main>
        <footer>
          <a href={head.canonical}>
            <b aria-hidden="true">≠</b> {site.name}
            <span className="more">: all claims, quotes and sources</span>
          </a>
        </footer>
      </body>
    </html>
  );
}

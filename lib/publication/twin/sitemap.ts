import type { Instant } from '@/lib/base';
import type { Site } from '../claim-review';
import { xml } from '../xml';

/** The most addresses that one part of a sitemap may hold. */
export const SITEMAP_PART = 50_000;

export interface SitemapLine {
  path: string;
  /** When something public last happened to it; null where that is not kept. */
  at: Instant | null;
}

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** One part of a sitemap. */
export const sitemap = (lines: readonly SitemapLine[], site: Site): string =>
  String(
    xml`<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="${NAMESPACE}">\n${lines.map(
      ({ path, at }) => xml`<url><loc>${site.url}${path}</loc>${at === null ? null : xml`<lastmod>${at}</lastmod>`}</url>\n`,
    )}</urlset>\n`,
  );

/** The parts of a sitemap, by path. */
export const sitemapIndex = (parts: readonly SitemapLine[], site: Site): string =>
  String(
    xml`<?xml version="1.0" encoding="utf-8"?>\n<sitemapindex xmlns="${NAMESPACE}">\n${parts.map(
      ({ path, at }) => xml`<sitemap><loc>${site.url}${path}</loc>${at === null ? null : xml`<lastmod>${at}</lastmod>`}</sitemap>\n`,
    )}</sitemapindex>\n`,
  );

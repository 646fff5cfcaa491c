import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { sitemapPart } from '@/db/published';
import { sitemap } from '@/lib/publication';

export const dynamic = 'force-dynamic';

/** One part of the sitemap: at most 50,000 addresses of pages that are public and may be listed. */
export const GET = publicRoute(async ({ read, params, site }): Promise<PublicAnswer> => {
  const [, name] = /^([\w-]+)\.xml$/.exec(params.part ?? '') ?? [];
  const lines = name ? await sitemapPart(read, name) : null;
  return lines ? { kind: 'data', type: 'application/xml; charset=utf-8', body: sitemap(lines, site) } : { kind: 'missing' };
});

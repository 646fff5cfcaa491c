import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { lastPublic, sitemapParts } from '@/db/published';
import { sitemapIndex } from '@/lib/publication';

export const dynamic = 'force-dynamic';

/** Where the parts of the sitemap are. */
export const GET = publicRoute(async ({ read, site }): Promise<PublicAnswer> => {
  const at = await lastPublic(read);
  const parts = (await sitemapParts(read)).map((name) => ({ path: `/sitemaps/${name}.xml`, at: name === 'pages' ? null : at }));
  return { kind: 'data', type: 'application/xml; charset=utf-8', body: sitemapIndex(parts, site) };
});

import { publicRoute } from '@/app/_shell/public-page';

export const dynamic = 'force-dynamic';

/** Public pages may be read by anyone; the desk holds nothing for machines. */
export const GET = publicRoute(async ({ site }) => ({
  kind: 'data',
  type: 'text/plain; charset=utf-8',
  body: `User-agent: *\nDisallow: /review\nDisallow: /admin\nDisallow: /sign-in\nDisallow: /api/\nDisallow: /search\n\nSitemap: ${site.url}/sitemap.xml\n`,
}));

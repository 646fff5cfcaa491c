import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { listedFeeds } from '@/db/published';
import { opml } from '@/lib/publication';

export const dynamic = 'force-dynamic';

/** The feeds as a list to import into a feed reader. */
export const GET = publicRoute(
  async ({ read, site }): Promise<PublicAnswer> => ({
    kind: 'data',
    type: 'text/x-opml; charset=utf-8',
    body: opml(await listedFeeds(read), site),
    download: 'countercheck-feeds.opml',
    cors: true,
  }),
);

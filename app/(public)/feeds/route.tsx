import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { listedFeeds } from '@/db/published';
import { FeedsView } from './feeds-view';

export const dynamic = 'force-dynamic';

export const GET = publicRoute(
  async ({ read }): Promise<PublicAnswer> => ({
    kind: 'page',
    head: {
      title: 'Feeds',
      description: 'What changes, as it changes: feeds of everything, and of each measure, case, source and speaker.',
      canonical: '/feeds',
      alternates: [{ href: '/feeds.opml', type: 'text/x-opml', title: 'All feeds as a list for feed readers' }],
    },
    body: <FeedsView groups={await listedFeeds(read)} />,
  }),
);

import { feedAnswer } from '@/app/_shell/feed-answer';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { listFeed } from '@/db/published';
import { isFeed, twinAsked } from '@/lib/publication';

export const dynamic = 'force-dynamic';

/** Twins of lists: `/feed.atom` of all that happens, `/cases.atom`, `/corrections.atom`, each also as `.feed.json` and `.rss`. */
export const GET = publicRoute(async ({ read, params, site }): Promise<PublicAnswer> => {
  const part = params.list ?? '';
  const asked =
    part === 'feed.json' ? ({ id: 'feed', end: '.feed.json' } as const) : part === 'feed.feed.json' ? null : twinAsked('lists', part);
  const feed = asked && isFeed(asked.end) ? await listFeed(read, asked.id) : null;
  return feed && asked && isFeed(asked.end) ? feedAnswer(asked.end, feed, site) : { kind: 'missing' };
});

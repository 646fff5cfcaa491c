import { lookingIn, lookingWords, SEARCH_QUERY } from '@/app/(public)/search/looking';
import { searchChanges } from '@/db/published';
import type { FeedEnd } from '@/lib/publication';
import { feedAnswer } from './feed-answer';
import { type PublicAnswer, publicRoute } from './public-page';

/** Every search is a feed: what happened to that which it finds, the latest first. */
export const searchFeed = (end: FeedEnd) =>
  publicRoute(async ({ read, query, site }): Promise<PublicAnswer> => {
    const asked = lookingIn(query);
    if (!asked.ok) return { kind: 'wrong', refusal: asked.refusal };
    const subject = {
      title: `search for ${lookingWords(asked.value) || 'nothing'}`,
      base: '/search',
      page: '/search',
      query: String(query),
    };
    return feedAnswer(end, { subject, changes: await searchChanges(read, asked.value) }, site);
  }, SEARCH_QUERY);

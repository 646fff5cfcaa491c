import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { searchChanges } from '@/db/published';
import { atomFeed } from '@/lib/publication';
import { lookingIn, lookingWords, SEARCH_QUERY, sameSearch } from '../search/looking';

export const dynamic = 'force-dynamic';

/** Every search is a feed: what happened to that which it finds, the latest first. */
export const GET = publicRoute(async ({ read, query, site }): Promise<PublicAnswer> => {
  const asked = lookingIn(query);
  if (!asked.ok) return { kind: 'wrong', refusal: asked.refusal };
  const looking = asked.value;
  const about = {
    title: `search for ${lookingWords(looking) || 'nothing'}`,
    path: `/search.atom${sameSearch(query)}`,
    page: `/search${sameSearch(query)}`,
  };
  const body = atomFeed(await searchChanges(read, looking), site, about);
  return { kind: 'data', type: 'application/atom+xml; charset=utf-8', body, cors: true };
}, SEARCH_QUERY);

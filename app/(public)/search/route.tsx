import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { alternatesOf } from '@/app/_ui/twins';
import { filtersTold, searchFound } from '@/db/published';
import { twinsOf } from '@/lib/publication';
import { lookingIn, SEARCH_QUERY, sameSearch } from './looking';
import { SearchView } from './search-view';

export const dynamic = 'force-dynamic';

/** Whatever is typed is words. There is no query language to break. */
export const GET = publicRoute(async ({ read, query }): Promise<PublicAnswer> => {
  const asked = lookingIn(query);
  if (!asked.ok) return { kind: 'wrong', refusal: asked.refusal };
  const looking = asked.value;
  const same = sameSearch(query);
  const found = await searchFound(read, looking);
  return {
    kind: 'page',
    head: {
      title: looking.typed ? `Search: ${looking.typed.slice(0, 80)}` : 'Search',
      description: 'Search questions, claims and articles.',
      canonical: '/search',
      noindex: true,
      ...(same ? { alternates: alternatesOf(twinsOf('search', '/search', same.slice(1))) } : {}),
    },
    body: <SearchView looking={looking} found={found} same={same} told={await filtersTold(read, looking.filters)} />,
  };
}, SEARCH_QUERY);

import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { foundRecords, searchPublic } from '@/db/published';
import { SearchView } from './search-view';

export const dynamic = 'force-dynamic';

/** Whatever is typed is words. There is no query language to break. */
export const GET = publicRoute(
  async ({ read, query }): Promise<PublicAnswer> => {
    const typed = (query.get('q') ?? '').trim();
    const found = await foundRecords(read, typed ? await searchPublic(read, typed) : []);
    return {
      kind: 'page',
      head: {
        title: typed ? `Search: ${typed.slice(0, 80)}` : 'Search',
        description: 'Search questions, claims and articles.',
        canonical: '/search',
        noindex: true,
      },
      body: <SearchView typed={typed} found={found} />,
    };
  },
  ['q'],
);

import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { ID_PATTERN } from '@/db/ids';
import { editionsOf, lastTitle } from '@/db/published';
import { HistoryView } from './history-view';

export const dynamic = 'force-dynamic';

/** The editions of a measure, and a way to hold two of them against each other. */
export const GET = publicRoute(async ({ read, params }): Promise<PublicAnswer> => {
  const id = params.id ?? '';
  const editions = ID_PATTERN.test(id) ? await editionsOf(read, id) : [];
  const title = editions.length > 0 ? await lastTitle(read, id) : null;
  if (title === null) return { kind: 'missing' };
  return {
    kind: 'page',
    head: {
      title: `Editions: ${title}`,
      description: 'What readers saw of this measure, edition by edition.',
      canonical: `/measures/${id}/history`,
    },
    body: <HistoryView id={id} title={title} editions={editions} />,
  };
});

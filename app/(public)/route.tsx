import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { changedMeasures, settledAndOpen } from '@/db/published';
import { gatheredChanges, joinedChanges, measurePage } from '@/lib/publication';
import { FrontView } from './front-view';

export const dynamic = 'force-dynamic';

/** Of so many measures the changes are gathered; fewer of them are shown. */
const MOST_CHANGED = 16;

/** The front page: what is open, what was settled, what happened last. */
export const GET = publicRoute(async ({ read, site }): Promise<PublicAnswer> => {
  const { open, settled } = await settledAndOpen(read, 8);
  const changed = await changedMeasures(read, MOST_CHANGED, [...open, ...settled]);
  const records = [...new Map([...open, ...settled, ...changed].map((record) => [record.id, record])).values()];
  return {
    kind: 'page',
    head: {
      title: site.name,
      description:
        'Numbers in the news that disagree, who said them in which words, and what people decided after looking at the evidence.',
      canonical: '/',
    },
    body: (
      <FrontView
        open={open.map(measurePage)}
        settled={settled.map(measurePage)}
        changes={gatheredChanges(joinedChanges(records)).slice(0, 12)}
      />
    ),
  };
});

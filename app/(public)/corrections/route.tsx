import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { alternatesOf } from '@/app/_ui/twins';
import { correctedMeasures } from '@/db/published';
import { measurePage, twinsOf } from '@/lib/publication';
import { CorrectionsView } from './corrections-view';

export const dynamic = 'force-dynamic';

/** So many questions are looked through; whatever is older stands on the page of its question. */
const MOST = 100;

export const GET = publicRoute(async ({ read }): Promise<PublicAnswer> => {
  const pages = (await correctedMeasures(read, MOST)).map(measurePage);
  return {
    kind: 'page',
    head: {
      title: 'Corrections',
      description: 'What we published and changed or took back: when, why, and by whom.',
      canonical: '/corrections',
      alternates: alternatesOf(twinsOf('lists', '/corrections')),
    },
    body: <CorrectionsView pages={pages} />,
  };
});

import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { correctedMeasures } from '@/db/published';
import { measurePage } from '@/lib/publication';
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
    },
    body: <CorrectionsView pages={pages} />,
  };
});

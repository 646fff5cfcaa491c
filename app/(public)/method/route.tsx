import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { whoMay } from '@/db/operations/who-may';
import { MethodView } from './method-view';

export const dynamic = 'force-dynamic';

export const GET = publicRoute(
  async (): Promise<PublicAnswer> => ({
    kind: 'page',
    head: {
      title: 'Method',
      description: 'What hedges are taken to mean, when two figures conflict, what verdicts say and who decides.',
      canonical: '/method',
    },
    body: <MethodView acts={whoMay()} />,
  }),
);

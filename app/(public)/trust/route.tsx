import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { trustOf } from '@/db/published';
import { trustLines } from '@/lib/publication';
import { TrustView } from './trust-view';

export const dynamic = 'force-dynamic';

export const GET = publicRoute(
  async ({ read }): Promise<PublicAnswer> => ({
    kind: 'page',
    head: {
      title: 'How good we are',
      description: 'What the machine reads right, how far reviewers agree, how long a ruling takes, and what we corrected.',
      canonical: '/trust',
      alternates: [{ href: '/trust.json', type: 'application/json', title: 'The same as data' }],
    },
    body: <TrustView lines={trustLines(await trustOf(read))} />,
  }),
);

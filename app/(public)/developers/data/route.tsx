import { dumpedNames } from '@/app/_shell/dumped';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { DumpView } from './dump-view';

export const dynamic = 'force-dynamic';

/** What there is to take along, and the data dictionary. */
export const GET = publicRoute(
  async (): Promise<PublicAnswer> => ({
    kind: 'page',
    head: {
      title: 'Data',
      description: 'Everything that is public as files, with a dictionary of every table and column.',
      canonical: '/developers/data',
    },
    body: <DumpView files={await dumpedNames()} />,
  }),
);

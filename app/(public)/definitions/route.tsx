import { textPage } from '@/app/_shell/text-page';
import { DefinitionsView } from './definitions-view';

export const dynamic = 'force-dynamic';

export const GET = textPage(
  {
    title: 'Definitions',
    description: 'Every word that these pages use for a verdict, a hedge, a conflict or a reason, printed from the code that uses it.',
    canonical: '/definitions',
  },
  () => <DefinitionsView />,
);

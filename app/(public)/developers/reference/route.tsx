import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { openApi } from '@/db/openapi';
import { ReferenceView } from './reference-view';

export const dynamic = 'force-dynamic';

/** The reference of the API, printed from its OpenAPI document. */
export const GET = publicRoute(
  async ({ site }): Promise<PublicAnswer> => ({
    kind: 'page',
    head: {
      title: 'API reference',
      description: 'Every address under /api/v1, with its parameters and samples.',
      canonical: '/developers/reference',
      alternates: [{ href: '/api/openapi.json', type: 'application/json', title: 'OpenAPI 3.1' }],
    },
    body: <ReferenceView api={openApi(site)} />,
  }),
);

import { preflight } from '@/app/_shell/lookup-route';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { openApi } from '@/db/openapi';

export const dynamic = 'force-dynamic';

/** OpenAPI 3.1 of everything under /api/v1. */
export const GET = publicRoute(
  async ({ site }): Promise<PublicAnswer> => ({
    kind: 'data',
    type: 'application/json',
    body: `${JSON.stringify(openApi(site), null, 1)}\n`,
    cors: true,
  }),
);

export const OPTIONS = (): Response => preflight('GET, HEAD, OPTIONS');

import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { changedMeasures } from '@/db/published';
import { atomFeed, joinedChanges } from '@/lib/publication';

export const dynamic = 'force-dynamic';

/** The last hundred public events, one entry for each. */
export const GET = publicRoute(async ({ read, site }): Promise<PublicAnswer> => {
  const changes = joinedChanges(await changedMeasures(read, 100)).slice(0, 100);
  return { kind: 'data', type: 'application/atom+xml; charset=utf-8', body: atomFeed(changes, site), cors: true };
});

import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { searchFound } from '@/db/published';
import { foundJson } from '@/lib/publication';
import { lookingIn, SEARCH_QUERY } from '../search/looking';

export const dynamic = 'force-dynamic';

/** What the page of the search shows, as data. */
export const GET = publicRoute(async ({ read, query, site }): Promise<PublicAnswer> => {
  const asked = lookingIn(query);
  if (!asked.ok) return { kind: 'wrong', refusal: asked.refusal };
  const body = `${JSON.stringify(foundJson(await searchFound(read, asked.value), site), null, 1)}\n`;
  return { kind: 'data', type: 'application/json; charset=utf-8', body, cors: true };
}, SEARCH_QUERY);

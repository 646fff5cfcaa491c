import { stringify } from 'csv-stringify/sync';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { foundRecords, searchFor } from '@/db/published';
import { claimsCsv, measurePage } from '@/lib/publication';
import { lookingIn, SEARCH_QUERY } from '../search/looking';

export const dynamic = 'force-dynamic';

/** The claims that the search finds, in the columns in which those of a measure are given. */
export const GET = publicRoute(async ({ read, query, site }): Promise<PublicAnswer> => {
  const asked = lookingIn(query);
  if (!asked.ok) return { kind: 'wrong', refusal: asked.refusal };
  const { hits } = await searchFor(read, asked.value);
  const found = await foundRecords(
    read,
    hits.filter(({ kind }) => kind === 'claim'),
  );
  const meant = new Set(found.claims.map(({ id }) => id));
  const rows = claimsCsv(found.measures.map(measurePage), site, ({ id }) => meant.has(id));
  const body = stringify(rows, { record_delimiter: 'windows', quoted_string: false });
  return { kind: 'data', type: 'text/csv; charset=utf-8', body, download: 'countercheck-search.csv', cors: true };
}, SEARCH_QUERY);

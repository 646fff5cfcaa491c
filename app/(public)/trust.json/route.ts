import { publicRoute } from '@/app/_shell/public-page';
import { trustOf } from '@/db/published';
import { READING_QUALITY, trustLines } from '@/lib/publication';

export const dynamic = 'force-dynamic';

/** The page of what we know about ourselves, as data. */
export const GET = publicRoute(async ({ read, site }) => {
  const figures = trustLines(await trustOf(read)).map(({ id, what, value, words, n, of, at }) => ({ id, what, value, words, n, of, at }));
  const { sha256, version } = READING_QUALITY;
  const told = { url: `${site.url}/trust`, set: { sha256, reader: version }, figures };
  return { kind: 'data', type: 'application/json; charset=utf-8', body: `${JSON.stringify(told, null, 1)}\n`, cors: true };
});

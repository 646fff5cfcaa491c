import type { Refusal } from '@/lib/base';
import { database, now } from './database';
import { PUBLIC_HEADERS } from './headers';
import { retryHeader } from './problem';
import { type Ask, finish, type PublicAnswer, siteOf } from './public-page';

/**
 * A page for one reader alone: made anew each time, kept nowhere, and no search engine is told of it.
 * @param told what else is said of it: the refusal it tells of, and headers of its own.
 */
export async function pageAlone(
  path: string,
  answer: (ask: Ask) => Promise<PublicAnswer>,
  told: { refusal?: Refusal; headers?: Record<string, string> } = {},
): Promise<Response> {
  const ask = { params: {}, query: new URLSearchParams(), site: siteOf(), now: now() };
  const page = await (await database()).snapshot((read) => finish(answer, { ...ask, read }, path));
  const headers = { ...PUBLIC_HEADERS, ...page.headers, ...told.headers, ...(told.refusal ? retryHeader(told.refusal) : {}) };
  return new Response(page.body, {
    status: told.refusal?.status ?? page.status,
    headers: { ...headers, 'cache-control': 'no-store', 'x-robots-tag': 'noindex' },
  });
}

import type { ReactElement } from 'react';
import { type Alternate, Document, type Head } from '@/app/_ui/document';
import { EmbedDocument, type EmbedHead } from '@/app/_ui/embed-document';
import { Missing, Wrong } from '@/app/_ui/missing';
import type { Database, Reads } from '@/db/open';
import { nearestTitles, publicHead, publicMoves } from '@/db/published';
import { dayOf, type Instant, type Refusal } from '@/lib/base';
import { measurePath, type Site } from '@/lib/publication';
import { database, now } from './database';
import { beginExchange, logFault } from './exchange';
import { EMBED_HEADERS } from './headers';
import { problemOf } from './problem';
import { failed, finished, reply } from './public-answer';
import { cachedAnswer, type Finished, makeReady } from './public-cache';
import { settings } from './settings';

/** What a public route is asked, and the only hands it has: reads of what is public are made from `read`. */
export interface Ask {
  read: Reads;
  params: Record<string, string>;
  query: URLSearchParams;
  site: Site;
  /** Of today, which citations name as the day on which a page was read. */
  now: Instant;
}

/**
 * What a public route answers. `missing` becomes a 404 with the nearest titles, `wrong` a 422 that says what of the address cannot be and how it is written. `gone`: the address is known, and tells what was here: 410
 * for what was withdrawn, 451 for what the law withholds. `refusal`: what a program is told that asked for data in the place of a page.
 */
export type PublicAnswer =
  | { kind: 'page'; head: Head; body: ReactElement; gone?: 404 | 410 | 451; refusal?: Refusal }
  | { kind: 'embed'; head: EmbedHead; body: ReactElement; gone?: 404 | 410 | 451 }
  | { kind: 'data'; type: string; body: string | Uint8Array<ArrayBuffer>; download?: string; cors?: boolean; gone?: 404 | 410 | 451 }
  | { kind: 'elsewhere'; to: string }
  | { kind: 'moved'; to: string }
  | { kind: 'wrong'; refusal: Refusal }
  | { kind: 'missing' };

/** Nobody mistypes an address longer than this: there is nothing to guess. */
const LONGEST_GUESS = 200;

/** Caches that nobody can tell of a change show what is a second old at most. */
const FRESH = 'public, max-age=0, s-maxage=1, must-revalidate';

export const siteOf = (): Site => ({ url: settings().publicUrl, name: 'Countercheck' });

type Context = { params: Promise<Record<string, string | string[] | undefined>> };

/**
 * A public GET (and HEAD, which the framework derives from it): rendered once for each public head, revalidated by ETag.
 * @param known names of the query's parameters that matter; all others are ignored and make no new entry.
 */
export function publicRoute(answer: (ask: Ask) => Promise<PublicAnswer>, known: string[] = []) {
  return async (request: Request, context: Context): Promise<Response> => {
    const exchange = beginExchange(request);
    try {
      const params = Object.fromEntries(Object.entries((await context.params) ?? {}).map(([name, value]) => [name, String(value ?? '')]));
      const url = new URL(request.url);
      const query = new URLSearchParams(
        known.flatMap((name) => (url.searchParams.get(name) ? [[name, url.searchParams.get(name)!.slice(0, 1000)]] : [])),
      );
      const db = await database();
      const at = now();
      const page = (read: Reads) => finish(answer, { read, params, query, site: siteOf(), now: at }, url.pathname);
      const key = await keyOf(db, `${url.pathname}?${query}`, at);
      const made = await cachedAnswer(key, () => db.snapshot(page));
      // What the day decides is asked for anew each time, and programs are counted by their own routes.
      if (!query.has('day') && !url.pathname.startsWith('/api/')) await makeReady(key, `${url.pathname}${url.search}`);
      return reply(request, made);
    } catch (error) {
      logFault(exchange, error);
      return failed(exchange.requestId);
    }
  };
}

/**
 * What is made is kept under the public head, and for the day: some pages name the day on which they are read. Only where this process alone writes does it
 * hear of every move.
 */
async function keyOf(db: Database, place: string, at: Instant) {
  const moves = db.path === null ? null : publicMoves();
  return { head: `${db.id} ${await publicHead(db.read)}`, day: dayOf(at), moves, place };
}

/** A page is made from one moment of the record, at or after the head it is kept under: it never mixes two states. */
export async function settled(db: Database, place: string, make: (from: Reads) => Promise<Finished>, at = now()): Promise<Finished> {
  return cachedAnswer(await keyOf(db, place, at), () => db.snapshot(make));
}

export async function finish(answer: (ask: Ask) => Promise<PublicAnswer>, ask: Ask, path: string): Promise<Finished> {
  const given = await answer(ask);
  switch (given.kind) {
    case 'page':
      if (given.refusal && isData(path)) return refusedData(given.refusal);
      return finished(given.gone ?? 200, await html(<Document head={given.head} site={ask.site} children={given.body} />), {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': FRESH,
        ...linkHeader(given.head.alternates),
      });
    case 'embed':
      return finished(given.gone ?? 200, await html(<EmbedDocument head={given.head} site={ask.site} children={given.body} />), {
        ...EMBED_HEADERS,
        'content-type': 'text/html; charset=utf-8',
        'cache-control': given.gone === 404 ? 'no-store' : FRESH,
      });
    case 'data':
      return finished(given.gone ?? 200, given.body, {
        'content-type': given.type,
        'cache-control': FRESH,
        ...(given.cors ? { 'access-control-allow-origin': '*' } : {}),
        ...(given.download ? { 'content-disposition': `attachment; filename="${given.download}"` } : {}),
      });
    case 'elsewhere':
      return finished(307, '', { location: given.to, 'cache-control': FRESH });
    case 'moved':
      return finished(308, '', { location: given.to, 'cache-control': FRESH });
    case 'wrong': {
      const { cause, next } = given.refusal;
      if (isData(path)) return refusedData(given.refusal);
      const head: Head = { title: 'This address cannot be read', description: cause, canonical: path, noindex: true };
      const body = await html(<Document head={head} site={ask.site} children={<Wrong cause={cause} next={next} path={path} />} />);
      return finished(422, body, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    }
    case 'missing': {
      const near = path.length > LONGEST_GUESS ? [] : await nearestTitles(ask.read, path);
      const links = near.map(({ id, title }) => ({ title, path: measurePath({ id, title }) }));
      const head: Head = { title: 'Nothing here', description: 'No page has this address.', canonical: '/', noindex: true };
      return finished(404, await html(<Document head={head} site={ask.site} children={<Missing near={links} />} />), {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
      });
    }
  }
}

/** The name of a twin or a picture ends with what it is. */
const isData = (path: string): boolean => /\.[a-z]\w*$/.test(path);

const refusedData = (refusal: Refusal): Finished =>
  finished(refusal.status === 404 ? 404 : 422, `${JSON.stringify(problemOf(refusal, ''), null, 1)}\n`, {
    ...{ 'content-type': 'application/problem+json', 'cache-control': 'no-store', 'access-control-allow-origin': '*' },
  });

/** React's renderer is fetched inside: the bundler refuses it at the top of a route. */
async function html(page: ReactElement): Promise<string> {
  const { renderToStaticMarkup } = await import('react-dom/server');
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}

const linkHeader = (alternates: Alternate[] = []): Record<string, string> =>
  alternates.length === 0 ? {} : { link: alternates.map(({ href, type }) => `<${href}>; rel="alternate"; type="${type}"`).join(', ') };

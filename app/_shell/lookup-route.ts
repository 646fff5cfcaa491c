import { answerOf, askedOf, type Looked, type Lookup, look, lookupAt } from '@/db/lookups';
import { type Reads, Refused } from '@/db/open';
import { operationAt } from '@/db/operations';
import { lastPublic } from '@/db/published';
import { ok, type Refusal, type Result, refusal, refuse } from '@/lib/base';
import { readBody } from './body';
import { callerPrefix } from './caller';
import { database, now } from './database';
import { beginExchange, logFault, logRefusal } from './exchange';
import { faultResponse, problemResponse } from './problem';
import { finished, reply } from './public-answer';
import type { Finished } from './public-cache';
import { settled, siteOf } from './public-page';
import { spend } from './rate-limit';

/** Longer questions are no questions: a text to check goes by POST. */
const LONGEST_QUERY = 4000;

/** Everybody may read what is public, from any page of any site. */
const OPEN_TO_ALL: Record<string, string> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Last-Modified, Link, RateLimit, RateLimit-Policy, Retry-After',
};

/** A lookup that is asked with a body: nothing is kept of it, neither the question nor the answer. */
export async function answerAsked(request: Request, lookup: Lookup): Promise<Response> {
  const exchange = beginExchange(request);
  const rate = spend('checks', callerPrefix(request), Date.now() / 1000);
  const headers = { ...OPEN_TO_ALL, ...rate.headers };
  try {
    const looked = rate.refusal ? { ok: false as const, refusal: rate.refusal } : await asked(request, lookup);
    if (looked.ok)
      return Response.json('found' in looked.value ? looked.value.found : null, { headers: { 'cache-control': 'no-store', ...headers } });
    logRefusal(exchange, looked.refusal);
    return problemResponse(looked.refusal, exchange, headers);
  } catch (error) {
    logFault(exchange, error);
    return faultResponse(exchange);
  }
}

/** More than any question has; a text is refused by its own length. */
const ASKED_LIMIT = 256 * 1024;

async function asked(request: Request, lookup: Lookup): Promise<Result<Looked>> {
  const body = await readBody(request, ASKED_LIMIT);
  if (!body.ok) return body;
  const raw = body.value.kind === 'form' ? body.value.fields : body.value.value;
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return refuse(400, 'InvalidInput', 'The body is no JSON object.', 'Send the fields as {"name": "value"}.');
  return look(await database(), lookup, raw as Record<string, unknown>, { site: siteOf(), now: now() });
}

/** What browsers ask before they read from another site's page. */
export const preflight = (methods: string): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...OPEN_TO_ALL,
      allow: methods,
      'access-control-allow-methods': methods,
      'access-control-allow-headers': 'Accept, Authorization, Content-Type, If-None-Match, MCP-Protocol-Version',
      'access-control-max-age': '86400',
    },
  });

/** A GET under /api/v1: one lookup of the registry, made once for each head of the log, revalidated by ETag. */
export async function answerLookup(request: Request, path: string): Promise<Response> {
  const exchange = beginExchange(request);
  const rate = spend('reads', callerPrefix(request), Date.now() / 1000);
  const headers = { ...OPEN_TO_ALL, ...rate.headers };
  const refused = (why: Refusal) => {
    logRefusal(exchange, why);
    return problemResponse(why, exchange, { ...headers, ...(why.status === 405 ? { allow: 'POST' } : {}) });
  };
  try {
    const found = rate.refusal ? { ok: false as const, refusal: rate.refusal } : await find(request, path);
    if (!found.ok) return refused(found.refusal);
    if (found.value.status === 404 || found.value.status === 410) return refused(JSON.parse(String(found.value.body)) as Refusal);
    const response = reply(request, found.value);
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    return response;
  } catch (error) {
    if (error instanceof Refused) return refused(error.refusal);
    logFault(exchange, error);
    return faultResponse(exchange);
  }
}

async function find(request: Request, path: string): Promise<Result<Finished>> {
  const url = new URL(request.url);
  if (url.search.length > LONGEST_QUERY)
    return refuse(
      414,
      'AddressTooLong',
      `The query has ${url.search.length} characters; ${LONGEST_QUERY} is the most.`,
      'Shorten it; a long text to check goes by POST.',
    );
  const known = lookupAt(path);
  if (known?.lookup.by !== 'GET') return { ok: false, refusal: nothingAt(path) };
  if (!takesJson(request.headers.get('accept')))
    return refuse(406, 'NotAcceptable', 'This address answers in JSON alone.', 'Send "Accept: application/json", or none.');
  const query = Object.fromEntries(url.searchParams);
  const twice = Object.keys(known.names).find((name) => Object.hasOwn(query, name));
  if (twice) return refuse(422, 'UnknownField', `"${twice}" stands in the path already.`, 'Leave it out of the query.', { field: twice });
  const db = await database();
  const asked = askedOf(known.lookup, { ...query, ...known.names }, db.id);
  if (!asked.ok) return asked;
  const place = `${url.pathname}?${new URLSearchParams(Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1)))}`;
  const make = async (read: Reads) => {
    const answer = await answerOf(known.lookup, asked.value, read, { record: db.id, site: siteOf(), now: now() });
    return finish(answer, { url, field: known.lookup.paged, latest: answer.ok ? await lastPublic(read) : null });
  };
  return ok(known.lookup.live ? await db.snapshot(make) : await settled(db, place, make));
}

interface Making {
  url: URL;
  field: Lookup['paged'];
  latest: string | null;
}

function finish(answer: Result<Looked>, { url, field, latest }: Making): Finished {
  // Its number is of each request, so a refusal is put into words when it is sent.
  if (!answer.ok) return finished(answer.refusal.status === 410 ? 410 : 404, JSON.stringify(answer.refusal), {});
  if ('moved' in answer.value) return finished(308, '', { location: `/api/v1/${answer.value.moved}${url.search}` });
  const { found } = answer.value;
  const next = (found as { next?: unknown }).next;
  return finished(200, `${JSON.stringify(found)}\n`, {
    'content-type': 'application/json',
    'cache-control': 'public, max-age=0, must-revalidate',
    ...(latest === null ? {} : { 'last-modified': new Date(latest).toUTCString() }),
    ...(typeof next === 'string' && field ? { link: `<${siteOf().url}${url.pathname}?${following(url, field, next)}>; rel="next"` } : {}),
  });
}

function following(url: URL, field: string, next: string): URLSearchParams {
  const query = new URLSearchParams(url.search);
  query.set(field, next);
  return query;
}

const nothingAt = (path: string): Refusal =>
  operationAt(path) || lookupAt(path)
    ? refusal(
        405,
        'MethodNotAllowed',
        'This is an operation, and operations are asked for by POST alone.',
        'Send POST, or see what can be read at /developers/reference.',
      )
    : refusal(404, 'NotFound', 'There is nothing to read at this address.', 'See what there is at /developers/reference.');

/** Whoever says nothing takes anything, and so does every browser. */
function takesJson(accept: string | null): boolean {
  if (accept === null || accept.trim() === '') return true;
  return accept.split(',').some((one) => {
    const [type, ...parameters] = one.split(';').map((part) => part.trim().toLowerCase());
    const unwanted = parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
    return !unwanted && ['application/json', 'application/*', '*/*'].includes(type as string);
  });
}

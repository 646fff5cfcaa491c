import { beginExchange, logRefusal } from '@/app/_shell/exchange';
import { answerAsked, answerLookup, preflight } from '@/app/_shell/lookup-route';
import { answerOperation } from '@/app/_shell/operation-route';
import { problemResponse } from '@/app/_shell/problem';
import { lookupAt } from '@/db/lookups';
import { operationAt } from '@/db/operations';

export const dynamic = 'force-dynamic';

interface Context {
  params: Promise<{ path: string[] }>;
}

/** What is public may be asked for by everybody: the registry of lookups says what there is, this route only speaks HTTP. */
export async function GET(request: Request, context: Context): Promise<Response> {
  return answerLookup(request, (await context.params).path.join('/'));
}

/** Every write of the product, by the registry of operations; and what is asked with a body. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const { path } = await context.params;
  const lookup = lookupAt(path.join('/'))?.lookup;
  if (lookup?.by === 'POST') return answerAsked(request, lookup);
  return operationAt(path.join('/')) || !lookup ? answerOperation(request, path) : otherwise(request, context);
}

export async function OPTIONS(_request: Request, context: Context): Promise<Response> {
  return preflight(await methodsAt(context));
}

async function methodsAt(context: Context): Promise<string> {
  const path = (await context.params).path.join('/');
  const by = lookupAt(path)?.lookup.by;
  return [...(by === 'GET' ? ['GET', 'HEAD'] : []), ...(by === 'POST' || operationAt(path) ? ['POST'] : []), 'OPTIONS'].join(', ');
}

const WRONG_METHOD = {
  status: 405,
  code: 'MethodNotAllowed',
  cause: 'This address does not answer that method.',
  next: 'Read by GET and write by POST; /developers/reference names the address of each.',
} as const;

async function otherwise(request: Request, context: Context): Promise<Response> {
  const exchange = beginExchange(request);
  logRefusal(exchange, WRONG_METHOD);
  return problemResponse(WRONG_METHOD, exchange, { allow: await methodsAt(context) });
}

export { otherwise as DELETE, otherwise as PATCH, otherwise as PUT };

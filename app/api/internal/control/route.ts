import { timingSafeEqual } from 'node:crypto';
import { CONTROL_LIMIT, readBody } from '@/app/_shell/body';
import { ownerCard } from '@/app/_shell/boot';
import { isLoopback } from '@/app/_shell/caller';
import { database, now } from '@/app/_shell/database';
import { beginExchange, type Exchange, logDone, logFault, logRefusal } from '@/app/_shell/exchange';
import { post } from '@/app/_shell/post';
import { faultResponse, problemResponse } from '@/app/_shell/problem';
import { OWNER } from '@/db/actor';
import { Refused } from '@/db/open';
import { runOperation } from '@/db/operations';
import { ok, type Refusal, type Result, refuse } from '@/lib/base';

export const dynamic = 'force-dynamic';

/**
 * The command line writes through the process that owns the record: `{"operation": id, "input": …}`, from this machine alone, with
 * the secret of the owner's card. Whoever lacks either is told that there is nothing here.
 */
export async function POST(request: Request): Promise<Response> {
  const exchange = beginExchange(request);
  try {
    const result = await carryOut(request, exchange);
    return result.ok ? Response.json(result.value, { headers: { 'cache-control': 'no-store' } }) : refused(result.refusal, exchange);
  } catch (error) {
    if (error instanceof Refused) return refused(error.refusal, exchange);
    logFault(exchange, error);
    return faultResponse(exchange);
  }
}

async function carryOut(request: Request, exchange: Exchange): Promise<Result<unknown>> {
  if (!isLoopback(request) || !knowsSecret(request)) return refuse(404, 'NotFound', 'There is nothing at this address.', 'Check it.');
  exchange.actorId = 'owner';
  const asked = await readBody(request, CONTROL_LIMIT);
  if (!asked.ok) return asked;
  const { operation, input } = (asked.value.kind === 'json' ? (asked.value.value ?? {}) : {}) as Record<string, unknown>;
  if (typeof operation !== 'string') return refuse(400, 'InvalidInput', 'No operation was named.', 'Send {"operation": …, "input": …}.');
  const result = await runOperation({ db: await database(), actor: OWNER, now: now(), post: post() }, operation, input);
  if (result.ok) logDone(exchange, operation);
  return result.ok ? ok(result.value) : result;
}

function knowsSecret(request: Request): boolean {
  const given = Buffer.from((request.headers.get('authorization') ?? '').replace(/^Bearer /, ''));
  const secret = Buffer.from(ownerCard()?.secret ?? '');
  return secret.length > 0 && given.length === secret.length && timingSafeEqual(given, secret);
}

function refused(refusal: Refusal, exchange: Exchange): Response {
  logRefusal(exchange, refusal);
  return problemResponse(refusal, exchange);
}

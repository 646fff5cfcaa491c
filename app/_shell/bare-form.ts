import { ANONYMOUS } from '@/db/actor';
import type { Fields } from '@/db/drafts';
import { runOperation } from '@/db/operations';
import type { Refusal } from '@/lib/base';
import { callerPrefix } from './caller';
import { database, now } from './database';
import { beginExchange, logDone, logRefusal } from './exchange';
import { post } from './post';
import { problemOf, problemResponse } from './problem';
import { problemPage } from './problem-page';
import { openForm } from './sign-in';

/** What a bare page does with its form: which operation it is, what stands in its place when it is refused, and when it is done. */
interface BareForm {
  operation: string;
  refused(refusal: Refusal, fields: Fields): Promise<Response>;
  done(value: unknown): Promise<Response> | Response;
}

/** A form of somebody who has no account yet, or no password any more: guarded by its origin like every other, carried out as nobody. */
export async function answerBareForm(request: Request, { operation, refused, done }: BareForm): Promise<Response> {
  const exchange = beginExchange(request);
  const opened = await openForm(request);
  if (!opened.ok) {
    logRefusal(exchange, opened.refusal);
    return problemPage(problemOf(opened.refusal, exchange.requestId));
  }
  const { fields, json } = opened.value;
  const context = { db: await database(), actor: ANONYMOUS, now: now(), network: callerPrefix(request), post: post() };
  const result = await runOperation(context, operation, fields);
  if (result.ok) {
    logDone(exchange, operation);
    return json ? Response.json(result.value) : done(result.value);
  }
  logRefusal(exchange, result.refusal);
  return json ? problemResponse(result.refusal, exchange) : refused(result.refusal, fields);
}

import { type Actor, ANONYMOUS } from '@/db/actor';
import { checkSeen } from '@/db/drafts';
import { Refused } from '@/db/open';
import { draftForm, inputOfFields, mayRun, type Operation, operationAt, runOperation } from '@/db/operations';
import { type Person, storedSession } from '@/db/people';
import { ok, type Refusal, type Result, refuse } from '@/lib/base';
import { currentActor, sessionId } from './actor';
import { BODY_LIMIT, type Body, isForm, readBody } from './body';
import { callerPrefix } from './caller';
import { database, now } from './database';
import { beginExchange, type Exchange, logDone, logFault, logRefusal } from './exchange';
import { formDone, formFault, formRefused, typedFields } from './form-answer';
import { checkOrigin } from './origin';
import { post } from './post';
import { faultResponse, problemResponse } from './problem';
import { keepingLimit, SIGN_IN_LIMIT } from './resume-limit';

/** What is known of a write so far. When it is refused: the later, the more there is to be kept for its writer. */
export interface Attempt {
  exchange: Exchange;
  operation?: Operation;
  body?: Body;
  actor?: Person;
  /** The instant of the act: it is found again by it. */
  at?: string;
  /** What the operation was given, with the names of the address in it. */
  input?: unknown;
}

/**
 * One write, asked for by a form or by JSON: origin, address, person, body, then the operation itself. Forms are answered with the
 * next page (303), JSON with the result or problem+json; a refusal is logged once, and an unknown error tells nothing but its number.
 */
export async function answerOperation(request: Request, path: string[]): Promise<Response> {
  const attempt: Attempt = { exchange: beginExchange(request) };
  const form = isForm(request);
  try {
    const result = await carryOut(request, path.join('/'), attempt);
    if (!result.ok) return await refused(result.refusal, attempt, form);
    if (!attempt.operation!.passing) logDone(attempt.exchange, attempt.operation!.id);
    return form ? await formDone(attempt, result.value) : Response.json(result.value, { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    if (error instanceof Refused) return refused(error.refusal, attempt, form);
    logFault(attempt.exchange, error);
    return form ? formFault(attempt) : faultResponse(attempt.exchange);
  }
}

async function refused(refusal: Refusal, attempt: Attempt, form: boolean): Promise<Response> {
  logRefusal(attempt.exchange, refusal);
  return form ? formRefused(attempt, refusal) : problemResponse(refusal, attempt.exchange);
}

async function carryOut(request: Request, path: string, attempt: Attempt): Promise<Result<unknown>> {
  const origin = checkOrigin(request);
  if (!origin.ok) return origin;
  const found = operationAt(path);
  if (!found || found.operation.who === 'owner')
    return refuse(404, 'OperationUnknown', 'There is no such operation.', 'Check the address.');
  attempt.operation = found.operation;
  // Nothing of a body is read for somebody who may not send it, but a form whose writer's session or role ended while it was filled in.
  const allowed = await whoMay(attempt);
  if (!allowed.ok)
    return isForm(request) && (!attempt.actor || found.operation.draft === 'kept') ? kept(request, found.names, attempt, allowed) : allowed;
  const limit = found.operation.who === 'anyone' ? SIGN_IN_LIMIT : BODY_LIMIT;
  const read = await readInto(attempt, request, found.names, limit);
  if (!read.ok) return read;
  // A body may take minutes to arrive, and a session may end meanwhile.
  const still = await whoMay(attempt);
  if (!still.ok) return still;
  const seen = await isSeen(attempt);
  if (!seen.ok) return seen;
  attempt.at = now();
  const sid = await sessionId();
  const from = { network: callerPrefix(request), session: sid === null ? null : storedSession(sid), post: post() };
  return runOperation({ db: await database(), actor: still.value, now: attempt.at, ...from }, found.operation.id, attempt.input);
}

/** A form says which of its writer's drafts it was opened upon: a later one of another window is shown to them before anything is sent. */
async function isSeen({ operation, body, actor, input }: Attempt): Promise<Result<null>> {
  if (body?.kind !== 'form' || !actor || operation!.draft !== 'kept' || typeof body.fields._version !== 'string') return ok(null);
  const sent = { form: draftForm(operation!.id, input), fields: typedFields(body.fields), seen: body.fields._version };
  return checkSeen(await database(), actor.id, sent);
}

/** Who asks, if they may ask for the operation at this moment. */
async function whoMay(attempt: Attempt): Promise<Result<Actor>> {
  const actor = await currentActor();
  attempt.exchange.actorId = actor?.id ?? null;
  attempt.actor = actor ?? undefined;
  const allowed = mayRun(attempt.operation!.who, actor ?? ANONYMOUS);
  return allowed.ok ? ok(actor ?? ANONYMOUS) : allowed;
}

async function readInto(attempt: Attempt, request: Request, names: Record<string, string>, limit: number): Promise<Result<null>> {
  const body = await readBody(request, limit);
  if (!body.ok) return body;
  attempt.body = body.value;
  const input = inputOf(body.value, attempt.operation!, names);
  if (!input.ok) return input;
  attempt.input = input.value;
  return ok(null);
}

/** The form goes into the page that asks to sign in, or a draft; where it is too much for the page, that says so. */
async function kept(request: Request, names: Record<string, string>, attempt: Attempt, refusal: Result<never>): Promise<Result<never>> {
  const read = await readInto(attempt, request, names, await keepingLimit());
  if (read.ok || attempt.actor) return refusal;
  const cause = 'You are not signed in, and what you sent could not be kept in this page.';
  return refuse(401, 'SignInNeeded', cause, 'Sign in in another window, then go back in this one and send it again.');
}

/** The address names what is acted on, and wins over anything of that name in the body. */
function inputOf(body: Body, operation: Operation, names: Record<string, string>): Result<unknown> {
  if (body.kind === 'form') {
    const typed = typedFields(body.fields);
    // A form may be kept unsent: then its fields are the thing, and the name of its draft comes from the frame.
    if (operation.id === 'drafts.save') return ok({ form: body.fields._draft, fields: typed, version: body.fields._version });
    return ok({ ...(inputOfFields(typed) as object), ...names });
  }
  if (typeof body.value !== 'object' || body.value === null || Array.isArray(body.value))
    return refuse(400, 'InvalidInput', 'The body is no JSON object.', 'Send the fields as {"name": "value"}.');
  return ok({ ...body.value, ...names });
}

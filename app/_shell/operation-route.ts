import { type Actor, ANONYMOUS } from '@/db/actor';
import { type Holder, holderOf } from '@/db/api-keys';
import { checkSeen, type Fields } from '@/db/drafts';
import { Refused } from '@/db/open';
import {
  draftForm,
  inputOfFields,
  mayRun,
  type Operation,
  type OperationContext,
  operationAt,
  runOperation,
  scopeOf,
} from '@/db/operations';
import { type Person, storedSession } from '@/db/people';
import { type Sending, sendOnce } from '@/db/sent-once';
import { ok, type Refusal, type Result, refuse } from '@/lib/base';
import { currentActor, sessionId } from './actor';
import { BODY_LIMIT, type Body, isForm, readBody } from './body';
import { callerPrefix } from './caller';
import { database, now } from './database';
import { beginExchange, type Exchange, logDone, logFault, logRefusal } from './exchange';
import { formDone, formFault, formRefused, typedFields, withoutSecrets } from './form-answer';
import { checkOrigin } from './origin';
import { post } from './post';
import { faultResponse, problemResponse } from './problem';
import { type Spent, spend } from './rate-limit';
import { keepingLimit, SIGN_IN_LIMIT } from './resume-limit';

/** What is known of a write so far. When it is refused: the later, the more there is to be kept for its writer. */
export interface Attempt {
  exchange: Exchange;
  operation?: Operation;
  body?: Body;
  actor?: Person;
  /** The key it was sent with, in the place of a session. */
  key?: string;
  /** The instant of the act: it is found again by it. */
  at?: string;
  /** What the operation was given, with the names of the address in it. */
  input?: unknown;
  /** What is left of the minute, for a key. */
  rate?: Spent;
}

/**
 * One write, asked for by a form or by JSON: origin, address, person, body, then the operation itself. Forms are answered with the
 * next page (303), JSON with the result or problem+json; a refusal is logged once, and an unknown error tells nothing but its number.
 */
export async function answerOperation(request: Request, path: string[]): Promise<Response> {
  const attempt: Attempt = { exchange: beginExchange(request), key: keyOf(request) };
  const form = isForm(request);
  try {
    const result = await carryOut(request, path.join('/'), attempt);
    if (!result.ok) return await refused(result.refusal, attempt, form);
    if (!attempt.operation!.passing) logDone(attempt.exchange, attempt.operation!.id);
    return form
      ? await formDone(attempt, result.value)
      : Response.json(result.value, { headers: { 'cache-control': 'no-store', ...attempt.rate?.headers } });
  } catch (error) {
    if (error instanceof Refused) return refused(error.refusal, attempt, form);
    logFault(attempt.exchange, error);
    return form ? formFault(attempt) : faultResponse(attempt.exchange);
  }
}

async function refused(refusal: Refusal, attempt: Attempt, form: boolean): Promise<Response> {
  logRefusal(attempt.exchange, refusal);
  return form ? formRefused(attempt, refusal) : problemResponse(refusal, attempt.exchange, attempt.rate?.headers);
}

async function carryOut(request: Request, path: string, attempt: Attempt): Promise<Result<unknown>> {
  // No browser sends a key by itself: with one it matters to nobody from where a request comes.
  const origin = attempt.key === undefined ? checkOrigin(request) : ok(null);
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
  const { limit: counted, input } = found.operation;
  // What cannot be read is kept nowhere, and counts for nothing.
  if (counted && input.safeParse(attempt.input).success) attempt.rate = spend(counted, callerPrefix(request), Date.now() / 1000);
  if (attempt.rate?.refusal) return { ok: false, refusal: attempt.rate.refusal };
  attempt.at = now();
  const sid = attempt.key === undefined ? await sessionId() : null;
  const from = { network: callerPrefix(request), session: sid === null ? null : storedSession(sid), post: post() };
  return run(request, attempt, { db: await database(), actor: still.value, now: attempt.at, ...from });
}

/** Runs it; what its sender gave a key of their own is done once, however often it is sent. */
async function run(request: Request, attempt: Attempt, context: OperationContext): Promise<Result<unknown>> {
  const { id, secret } = attempt.operation!;
  const sending = sendingOf(request, attempt);
  if (!sending.ok) return sending;
  if (sending.value === null) return runOperation(context, id, attempt.input);
  const once = await sendOnce(context.db, sending.value, context.now);
  if (!once.ok) return once;
  if ('before' in once.value) return ok(once.value.before);
  const done = await runOperation({ ...context, db: once.value.db }, id, attempt.input);
  await once.value.settle(done, secret === true);
  return done;
}

const OWN_KEY = /^[\w.:-]{8,100}$/;

/** Sent under a key of its sender's choice: by a header, or by a hidden field of a form. */
function sendingOf(request: Request, { operation, actor, body, input }: Attempt): Result<Sending | null> {
  const told = request.headers.get('idempotency-key') ?? (body?.kind === 'form' ? body.fields._once : undefined);
  if (told === undefined || told === null || !actor) return ok(null);
  if (typeof told === 'string' && OWN_KEY.test(told))
    return ok({ person: actor.id, key: told, operation: operation!.id, input: withoutSecrets((input ?? {}) as Fields) });
  const cause = 'The Idempotency-Key is no word of 8 to 100 letters and digits.';
  return refuse(422, 'InvalidField', cause, 'Send a random one, such as a UUID.', { field: 'Idempotency-Key' });
}

/** A form says which of its writer's drafts it was opened upon: a later one of another window is shown to them before anything is sent. */
async function isSeen({ operation, body, actor, input }: Attempt): Promise<Result<null>> {
  if (body?.kind !== 'form' || !actor || operation!.draft !== 'kept' || typeof body.fields._version !== 'string') return ok(null);
  const sent = { form: draftForm(operation!.id, input), fields: typedFields(body.fields), seen: body.fields._version };
  return checkSeen(await database(), actor.id, sent);
}

/** Who asks, if they may ask for the operation at this moment. */
async function whoMay(attempt: Attempt): Promise<Result<Actor>> {
  const holder = attempt.key === undefined ? null : await holderOf(await database(), attempt.key, now());
  if (holder && !holder.ok) return holder;
  // It is asked twice who may; the request counts once.
  if (holder) attempt.rate ??= spend('writes', holder.value.id, Date.now() / 1000);
  if (attempt.rate?.refusal) return { ok: false, refusal: attempt.rate.refusal };
  const actor = holder ? holder.value.person : await currentActor();
  attempt.exchange.actorId = actor?.id ?? null;
  attempt.actor = actor ?? undefined;
  const inScope = holder ? withinScope(holder.value, attempt.operation!.id) : ok(null);
  if (!inScope.ok) return inScope;
  const allowed = mayRun(attempt.operation!.who, actor ?? ANONYMOUS);
  return allowed.ok ? ok(actor ?? ANONYMOUS) : allowed;
}

/** A key opens what it was made for. */
function withinScope({ scopes }: Holder, operation: string): Result<null> {
  const scope = scopeOf(operation);
  if (scope !== null && scopes.includes(scope)) return ok(null);
  return scope === null
    ? refuse(403, 'KeyScope', 'No key does this: it is for a person who is signed in.', 'Sign in, and do it at the desk.')
    : refuse(403, 'KeyScope', `This key was not made for “${scope}”.`, 'Ask an administrator for a key that is.');
}

const keyOf = (request: Request): string | undefined => /^Bearer +(\S{1,200})$/i.exec(request.headers.get('authorization') ?? '')?.[1];

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

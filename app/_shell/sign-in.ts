import { cookies } from 'next/headers';
import { type Fields, saveDraft } from '@/db/drafts';
import { checkSession, revokeSession } from '@/db/people';
import { ok, type Refusal, type Result, refuse } from '@/lib/base';
import { sessionId } from './actor';
import { reportFor, sessionCookie } from './auth';
import { isForm, readBody } from './body';
import { callerOf } from './caller';
import { database, now } from './database';
import { type Exchange, logDone, logRefusal } from './exchange';
import { callNextAuth } from './next-auth-call';
import { checkOrigin } from './origin';
import { ownPath, seeOther, withQuery } from './paths';
import { problemOf, problemResponse, retryHeader } from './problem';
import { problemPage } from './problem-page';
import { unpackResume } from './resume';
import { keptLimit, SIGN_IN_LIMIT } from './resume-limit';
import { signInPage } from './sign-in-page';

const FAILED: Refusal = {
  status: 401,
  code: 'SignInFailed',
  cause: 'Address or password is not right.',
  next: 'Check both and try again.',
};

/** The one value of a field. */
export const one = (fields: Fields, name: string): string => [fields[name] ?? ''].flat()[0] ?? '';

/** The guarded fields of a form or JSON body: foreign pages and other content types do not come past here. */
export async function openForm(request: Request, limit = SIGN_IN_LIMIT): Promise<Result<{ fields: Fields; json: boolean }>> {
  const origin = checkOrigin(request);
  if (!origin.ok) return origin;
  const body = await readBody(request, limit);
  if (!body.ok) return body;
  if (body.value.kind === 'form') return ok({ fields: body.value.fields, json: false });
  const { value } = body.value;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse(400, 'InvalidInput', 'The body is no JSON object.', 'Send {"email": "…", "password": "…"}.');
  const given = Object.entries(value).filter(([, field]) => field !== null);
  const wrong = given.find(([, field]) => typeof field !== 'string');
  if (wrong) return refuse(422, 'InvalidField', `"${wrong[0]}" is no text.`, 'Send each field as text.', { field: wrong[0] });
  return ok({ fields: Object.fromEntries(given) as Fields, json: true });
}

function turnAway(request: Request, refusal: Refusal, exchange: Exchange): Promise<Response> | Response {
  logRefusal(exchange, refusal);
  return isForm(request) ? problemPage(problemOf(refusal, exchange.requestId)) : problemResponse(refusal, exchange);
}

/** Signs in by address and password. The session is a new one, and an old one of this browser ends. */
export async function signIn(request: Request, exchange: Exchange): Promise<Response> {
  const carries = new URL(request.url).searchParams.has('kept');
  const opened = await openForm(request, carries ? await keptLimit() : SIGN_IN_LIMIT);
  if (!opened.ok) return turnAway(request, opened.refusal, exchange);
  const { fields, json } = opened.value;
  const [email, next, resume] = [one(fields, 'email'), ownPath(one(fields, 'next')) ?? '/review', one(fields, 'resume') || null];
  const before = await sessionId();
  const report = reportFor(callerOf(request));
  const given = { email, password: one(fields, 'password'), code: one(fields, 'code'), step: one(fields, 'step') };
  const answer = await callNextAuth(['callback', 'credentials'], given, report);
  const person = await personIn(answer.setCookies);
  if (!person) {
    const refusal = report.refusal ?? FAILED;
    logRefusal(exchange, refusal);
    if (json) return problemResponse(refusal, exchange);
    const step = typeof refusal.details?.step === 'string' ? refusal.details.step : null;
    return signInPage({ status: refusal.status, next, email, refusal, resume, step, headers: retryHeader(refusal) });
  }
  if (before !== null) await revokeSession(await database(), before, now());
  exchange.actorId = person.id;
  logDone(exchange, 'sign-in');
  const headers = withCookies(answer.setCookies.filter((cookie) => cookie.startsWith(`${sessionCookie()}=`)));
  if (json) return Response.json({ id: person.id, name: person.name, role: person.role }, { headers });
  return seeOther(await landing(resume, next, person), headers);
}

/** Sends the browser to the provider of the house. */
export async function signInByProvider(request: Request, exchange: Exchange): Promise<Response> {
  const opened = await openForm(request);
  if (!opened.ok) return turnAway(request, opened.refusal, exchange);
  const next = ownPath(one(opened.value.fields, 'next')) ?? '/review';
  const answer = await callNextAuth(['signin', 'oidc'], { callbackUrl: next });
  return seeOther(answer.location ?? '/sign-in?error=provider', withCookies(answer.setCookies));
}

/** Ends this session, in the record first: the cookie alone would prove nothing. */
export async function signOut(request: Request, exchange: Exchange): Promise<Response> {
  const origin = checkOrigin(request);
  if (!origin.ok) return turnAway(request, origin.refusal, exchange);
  const sid = await sessionId();
  if (sid !== null) await revokeSession(await database(), sid, now());
  (await cookies()).delete({ name: sessionCookie(), path: '/', secure: sessionCookie().startsWith('__Host-') });
  logDone(exchange, 'sign-out');
  return seeOther('/sign-in');
}

/** Who the new cookie belongs to: what next-auth answers is believed only if the record knows the session. */
async function personIn(setCookies: string[]) {
  const line = setCookies.findLast((cookie) => cookie.startsWith(`${sessionCookie()}=`));
  const sid = line ? await sessionId(decodeURIComponent(line.slice(line.indexOf('=') + 1).split(';')[0]!)) : null;
  return sid === null ? null : checkSession(await database(), sid, now());
}

/** Back to the form that was sent too late, with everything that was typed, or on to where the person wanted to go. */
async function landing(resume: string | null, next: string, person: Exclude<Awaited<ReturnType<typeof personIn>>, null>): Promise<string> {
  const resumable = unpackResume(resume);
  if (!resumable) return next;
  const { draft, page, fields } = resumable;
  const saved = await saveDraft(await database(), person.id, { form: draft, fields }, now());
  return saved.ok ? withQuery(page, 'draft', draft) : page;
}

function withCookies(setCookies: string[]): Headers {
  const headers = new Headers();
  for (const cookie of setCookies) headers.append('set-cookie', cookie);
  return headers;
}

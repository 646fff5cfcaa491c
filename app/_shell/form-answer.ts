import { actAt } from '@/db/acts';
import type { Fields } from '@/db/drafts';
import { dropDraft, saveDraft } from '@/db/drafts';
import { draftForm, mayRun } from '@/db/operations';
import type { Refusal, Result } from '@/lib/base';
import { database, now } from './database';
import type { Attempt } from './operation-route';
import { ownPath, seeOther, withoutQuery, withQuery } from './paths';
import { faultOf, problemOf, retryHeader } from './problem';
import { problemPage } from './problem-page';
import { packResume } from './resume';
import { shownOnce } from './shown-once';
import { signInPage } from './sign-in-page';

/** What a form says about itself: the page it stands on, where to go afterwards, the name of its draft and which one it was opened upon. Never part of an input. */
const FRAME = ['_form', '_next', '_draft', '_version', '_once'];

/** The fields a person typed. */
export const typedFields = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([name]) => !FRAME.includes(name)));

/** What is kept of a form never holds what lets somebody in. */
const SECRET = ['password', 'old', 'code', 'token', 'secret'];
export const withoutSecrets = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !SECRET.includes(name)));

const fieldsOf = ({ body }: Attempt): Fields => (body?.kind === 'form' ? body.fields : {});
const pageOf = (attempt: Attempt): string | null => ownPath(fieldsOf(attempt)._form);
const isKeeping = ({ operation }: Attempt): boolean => operation!.id === 'drafts.save';

/** The name of the draft: that of the operation and its subject, or a closer one that the form gives itself. */
function draftOf(attempt: Attempt): string {
  const [wide, given] = [draftForm(attempt.operation!.id, attempt.input), String(fieldsOf(attempt)._draft ?? '')];
  if (isKeeping(attempt)) return given;
  return attempt.operation!.draft === 'none' && given.startsWith(`${wide}:`) ? given : wide;
}

/** On to the page that shows what changed. */
export async function formDone(attempt: Attempt, value: unknown): Promise<Response> {
  const { operation, actor } = attempt;
  // Where the operation keeps drafts, it has dropped this one itself.
  if (actor && operation!.draft === 'none' && !isKeeping(attempt)) await dropDraft(await database(), actor.id, draftOf(attempt));
  const once = shownOnce(operation!.id, value);
  if (once !== null) return once;
  const next = ownPath(filled(fieldsOf(attempt)._next, value)) ?? pageOf(attempt) ?? '/review';
  return seeOther(withQuery(withoutQuery(next, 'draft'), 'done', said(operation!.id, value) + (await undoable(attempt))));
}

/** "~1204": the act, where it can be taken back. The next page offers that. */
async function undoable({ operation, actor, at }: Attempt): Promise<string> {
  if (typeof operation!.undo !== 'function' || !actor || at === undefined) return '';
  const act = await actAt((await database()).read, actor.id, operation!.id, at);
  return act ? `~${act.seq}` : '';
}

/** `{id}` in the next path is what the operation answered under that name. */
function filled(next: unknown, value: unknown): unknown {
  if (typeof next !== 'string') return next;
  const answer = (value ?? {}) as Record<string, unknown>;
  return next.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(answer[name] ?? '')));
}

/**
 * The act, as the next page will word it. An article that was there already is told apart from a new one, one of whose readings something was
 * said comes with how many of these words stand, a word that yields from one that
 * holds, and an opinion from the ruling that two of them make.
 */
function said(operation: string, value: unknown): string {
  // Of a person: the page says their name.
  const { id } = (value ?? {}) as { id?: unknown };
  if (operation.startsWith('people.') && typeof id === 'string') return `${operation}@${id}`;
  const { created, followed, waits, awaits, left, again, refused, judged } = (value ?? {}) as Record<string, unknown>;
  if (typeof left === 'number' && left > 0) return `${operation}.left`;
  if (again === true) return `${operation}.again`;
  if (Array.isArray(refused) && refused.length > 0) return `${operation}.part`;
  if (created === false) return `${operation}.unchanged${judged === undefined ? '' : '.unjudged'}`;
  if (isJudged(judged)) return `${operation}.judged.${judged.stood}.${judged.said}`;
  if (followed === false) return `${operation}.${waits === true ? 'waits' : 'set-aside'}`;
  if (operation === 'cases.rule' && awaits !== null) return `${operation}.${awaits === 'third' ? 'differs' : 'waits'}`;
  return operation;
}

const isJudged = (judged: unknown): judged is Record<'stood' | 'said', number> => typeof judged === 'object' && judged !== null;

/** Back to the form with everything that was typed, wherever there is a form and a person to keep it for; else a page of its own. */
export async function formRefused(attempt: Attempt, refusal: Refusal): Promise<Response> {
  const page = pageOf(attempt);
  if (refusal.code === 'SignInNeeded') return signInAgain(attempt, page, refusal);
  if (attempt.actor && attempt.operation && !mayRun(attempt.operation.who, attempt.actor).ok) return keptAside(attempt, refusal);
  if (page !== null && attempt.actor) {
    await keep(attempt, refusal);
    return seeOther(withQuery(withoutQuery(page, 'done'), 'draft', draftOf(attempt), placeOf(refusal)));
  }
  return problemPage(problemOf(refusal, attempt.exchange.requestId), retryHeader(refusal));
}

/** The page of the form may not be this person's any more, if their role changed meanwhile: what they typed waits until it is again. */
async function keptAside(attempt: Attempt, refusal: Refusal): Promise<Response> {
  const typed = Object.values(typedFields(fieldsOf(attempt))).some((value) => String(value).trim() !== '');
  const saved = typed && attempt.body !== undefined && (await keepDraft(attempt, refusal)).ok;
  const next = saved ? `${refusal.next} What you typed is kept as your draft and stands in its form once you may send it.` : refusal.next;
  return problemPage(problemOf({ ...refusal, next }, attempt.exchange.requestId));
}

/** Where the page opens: at the first of several fields, each of which says what it needs, else at the note that says it all. */
const placeOf = ({ field, faults }: Refusal): string => (field !== undefined && faults !== undefined ? `f-${field}` : 'problem');

/**
 * Operations with long texts keep what was typed themselves, but for what never came to them; that and the rest is kept here, and a password
 * nowhere. A draft that was kept by another window goes along in the refusal.
 */
async function keep(attempt: Attempt, refusal: Refusal): Promise<void> {
  if (attempt.operation!.draft === 'none' || refusal.code === 'DraftMoved') await keepDraft(attempt, refusal);
}

async function keepDraft(attempt: Attempt, refusal: Refusal): Promise<Result<unknown>> {
  const fields = withoutSecrets(typedFields(fieldsOf(attempt)));
  return saveDraft(await database(), attempt.actor!.id, { form: draftOf(attempt), fields, refusal }, now());
}

/** Nothing is written for somebody who is nobody: what was typed stays in the page that asks for the password. */
function signInAgain(attempt: Attempt, page: string | null, refusal: Refusal): Promise<Response> {
  const fields = withoutSecrets(typedFields(fieldsOf(attempt)));
  const resume = page === null ? null : packResume({ draft: draftOf(attempt), page, fields });
  return signInPage({ status: 401, next: page ?? '/review', email: '', refusal: resume === null ? refusal : null, resume });
}

export const formFault = ({ exchange }: Attempt): Promise<Response> => problemPage(faultOf(exchange.requestId));

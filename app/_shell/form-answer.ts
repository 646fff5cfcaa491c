import { actAt } from '@/db/acts';
import type { Fields } from '@/db/drafts';
import { dropDraft, saveDraft } from '@/db/drafts';
import { draftForm } from '@/db/operations';
import type { Refusal } from '@/lib/base';
import { database, now } from './database';
import type { Attempt } from './operation-route';
import { ownPath, seeOther, withoutQuery, withQuery } from './paths';
import { faultOf, problemOf, retryHeader } from './problem';
import { problemPage } from './problem-page';
import { packResume } from './resume';
import { signInPage } from './sign-in-page';

/** What a form says about itself: the page it stands on, where to go afterwards, the name of its draft. Never part of an input. */
const FRAME = ['_form', '_next', '_draft'];

/** The fields a person typed. */
export const typedFields = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([name]) => !FRAME.includes(name)));

const fieldsOf = ({ body }: Attempt): Fields => (body?.kind === 'form' ? body.fields : {});
const pageOf = (attempt: Attempt): string | null => ownPath(fieldsOf(attempt)._form);
const isKeeping = ({ operation }: Attempt): boolean => operation!.id === 'drafts.save';
const draftOf = (attempt: Attempt): string =>
  isKeeping(attempt) ? String(fieldsOf(attempt)._draft) : draftForm(attempt.operation!.id, attempt.input);

/** On to the page that shows what changed. */
export async function formDone(attempt: Attempt, value: unknown): Promise<Response> {
  const { operation, actor } = attempt;
  // Where the operation keeps drafts, it has dropped this one itself.
  if (operation!.draft === 'none' && !isKeeping(attempt)) await dropDraft(await database(), actor!.id, draftOf(attempt));
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

/** The act, as the next page will word it. An article that was there already is told apart from a new one, and a word that yields from one that holds. */
function said(operation: string, value: unknown): string {
  const { created, followed, waits, left, refused } = (value ?? {}) as Record<string, unknown>;
  if (typeof left === 'number' && left > 0) return `${operation}.left`;
  if (Array.isArray(refused) && refused.length > 0) return `${operation}.part`;
  if (created === false) return `${operation}.unchanged`;
  if (followed === false) return `${operation}.${waits === true ? 'waits' : 'set-aside'}`;
  return operation;
}

/** Back to the form with everything that was typed, wherever there is a form and a person to keep it for; else a page of its own. */
export async function formRefused(attempt: Attempt, refusal: Refusal): Promise<Response> {
  const page = pageOf(attempt);
  if (refusal.code === 'SignInNeeded') return signInAgain(attempt, page, refusal);
  if (page !== null && attempt.actor) {
    await keep(attempt, refusal);
    return seeOther(withQuery(withoutQuery(page, 'done'), 'draft', draftOf(attempt), placeOf(refusal)));
  }
  return problemPage(problemOf(refusal, attempt.exchange.requestId), retryHeader(refusal));
}

/** Where the page opens: at the first of several fields, each of which says what it needs, else at the note that says it all. */
const placeOf = ({ field, faults }: Refusal): string => (field !== undefined && faults !== undefined ? `f-${field}` : 'problem');

/** Operations with long texts keep what was typed themselves; for the rest it is kept here, and a password nowhere. */
async function keep(attempt: Attempt, refusal: Refusal): Promise<void> {
  if (attempt.operation!.draft === 'kept') return;
  const { password: _, ...fields } = typedFields(fieldsOf(attempt));
  await saveDraft(await database(), attempt.actor!.id, { form: draftOf(attempt), fields, refusal }, now());
}

/** Nothing is written for somebody who is nobody: what was typed stays in the page that asks for the password. */
function signInAgain(attempt: Attempt, page: string | null, refusal: Refusal): Promise<Response> {
  const { password: _, ...fields } = typedFields(fieldsOf(attempt));
  const resume = page === null ? null : packResume({ draft: draftOf(attempt), page, fields });
  return signInPage({ status: 401, next: page ?? '/review', email: '', refusal: resume === null ? refusal : null, resume });
}

export const formFault = ({ exchange }: Attempt): Promise<Response> => problemPage(faultOf(exchange.requestId));

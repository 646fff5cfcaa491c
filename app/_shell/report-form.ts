import { ANONYMOUS } from '@/db/actor';
import { runOperation } from '@/db/operations';
import { ok, type Refusal, type Result } from '@/lib/base';
import { readBody } from './body';
import { callerPrefix } from './caller';
import { database, now } from './database';
import { checkOrigin } from './origin';
import { spend } from './rate-limit';

const FIELDS = ['page', 'what', 'words', 'contact'] as const;

/** What stands in the form of a report. */
export type TypedReport = Record<(typeof FIELDS)[number], string>;

export const NOTHING_TYPED: TypedReport = { page: '', what: '', words: '', contact: '' };

/** More than the form has room for. */
const LIMIT = 32 * 1024;

/** The code of the receipt; or why it was not taken, with what was typed and what is left of the minute. */
export type Received = { code: string } | { typed: TypedReport; refusal: Refusal; headers: Record<string, string> };

/** Takes the form of a report, from a page of ours alone: it goes through the same operation as everything else that is written. */
export async function receiveReport(request: Request): Promise<Received> {
  const rate = spend('reports', callerPrefix(request), Date.now() / 1000);
  const sent = await fieldsOf(request);
  if (!sent.ok) return { typed: NOTHING_TYPED, refusal: sent.refusal, headers: rate.headers };
  const typed = sent.value;
  if (rate.refusal) return { typed, refusal: rate.refusal, headers: rate.headers };
  // A line end is one sign, whatever browsers make of it.
  const input = { ...typed, words: typed.words.replace(/\r\n?/g, '\n') };
  const done = await runOperation({ db: await database(), actor: ANONYMOUS, now: now() }, 'reports.send', input);
  return done.ok ? { code: (done.value as { code: string }).code } : { typed, refusal: done.refusal, headers: rate.headers };
}

async function fieldsOf(request: Request): Promise<Result<TypedReport>> {
  const origin = checkOrigin(request);
  if (!origin.ok) return origin;
  const body = await readBody(request, LIMIT);
  if (!body.ok) return body;
  const fields = body.value.kind === 'form' ? body.value.fields : {};
  const typed = { ...NOTHING_TYPED };
  for (const name of FIELDS) if (typeof fields[name] === 'string') typed[name] = fields[name];
  return ok(typed);
}

import { ok, type Refusal, type Result, refuse } from '@/lib/base';
import { readBody } from './body';
import { callerPrefix } from './caller';
import { database, now } from './database';
import { beginExchange, logFault, logRefusal } from './exchange';
import { PUBLIC_HEADERS } from './headers';
import { retryHeader } from './problem';
import { failed } from './public-answer';
import { type Ask, finish, type PublicAnswer, siteOf } from './public-page';
import { spend } from './rate-limit';

/** What a public form was sent: its fields as `query`, and the refusal where it was too much or too often. */
export interface Sent extends Ask {
  refusal: Refusal | null;
}

/** What is answered, and the refusal that it tells of, for the status. */
export interface SentAnswer {
  answer: PublicAnswer;
  refusal: Refusal | null;
}

/** More than any such form has. */
const FORM_LIMIT = 128 * 1024;
/** A longer address goes by POST. */
const LONGEST_TYPED = 2000;

/**
 * A public page made of what its reader typed, by address or by form: made for them alone, counted, and kept nowhere. It writes nothing and
 * no cookie comes into it, so it matters to nobody from where it is sent.
 */
export function publicForm(make: (sent: Sent) => Promise<SentAnswer>, known: string[]) {
  return async (request: Request): Promise<Response> => {
    const exchange = beginExchange(request);
    try {
      const typed = await typedIn(request, known);
      const query = typed.ok ? typed.value : new URLSearchParams();
      const rate = query.size === 0 ? null : spend('checks', callerPrefix(request), Date.now() / 1000);
      const refusal = typed.ok ? (rate?.refusal ?? null) : typed.refusal;
      const db = await database();
      const path = new URL(request.url).pathname;
      let told: Refusal | null = refusal;
      const page = await db.snapshot((read) =>
        finish(
          async (ask) => {
            const made = await make({ ...ask, refusal });
            told = made.refusal;
            return made.answer;
          },
          { read, params: {}, query, site: siteOf(), now: now() },
          path,
        ),
      );
      const why = told as Refusal | null;
      if (why) logRefusal(exchange, why);
      return new Response(page.body, {
        status: why?.status ?? page.status,
        headers: { ...PUBLIC_HEADERS, ...page.headers, ...rate?.headers, ...(why ? retryHeader(why) : {}), 'cache-control': 'no-store' },
      });
    } catch (error) {
      logFault(exchange, error);
      return failed(exchange.requestId);
    }
  };
}

async function typedIn(request: Request, known: string[]): Promise<Result<URLSearchParams>> {
  if (request.method === 'POST') {
    const body = await readBody(request, FORM_LIMIT);
    if (!body.ok) return body;
    const fields = body.value.kind === 'form' ? body.value.fields : {};
    return ok(chosen((name) => (typeof fields[name] === 'string' ? fields[name] : null), known));
  }
  const url = new URL(request.url);
  if (url.search.length > 3 * LONGEST_TYPED || known.some((name) => (url.searchParams.get(name)?.length ?? 0) > LONGEST_TYPED))
    return refuse(
      414,
      'AddressTooLong',
      `No address has room for more than ${LONGEST_TYPED} characters of text.`,
      'Paste the text below and send it.',
    );
  return ok(chosen((name) => url.searchParams.get(name), known));
}

const chosen = (of: (name: string) => string | null, known: string[]): URLSearchParams =>
  new URLSearchParams(known.flatMap((name) => (of(name) ? [[name, of(name) as string]] : [])));

import { cookies, headers } from 'next/headers';
import NextAuth from 'next-auth';
import { authOptions, type SignInReport } from './auth';

/** What next-auth wants to send to the browser. */
export interface AuthAnswer {
  setCookies: string[];
  location: string | null;
  body: unknown;
}

/** The few members of an answer that next-auth touches when it is called as `NextAuth(request, answer, options)`. */
function collector() {
  const answer: AuthAnswer = { setCookies: [], location: null, body: null };
  const res = {
    status: () => res,
    getHeader: (name: string) => (name.toLowerCase() === 'set-cookie' ? answer.setCookies : undefined),
    setHeader: (name: string, value: string | string[]) => {
      if (name.toLowerCase() === 'set-cookie') answer.setCookies = [value].flat();
      if (name.toLowerCase() === 'location') answer.location = String(value);
      return res;
    },
    json: (body: unknown) => {
      answer.body = body;
    },
    send: (body: unknown) => {
      answer.body = body;
    },
    end: () => {},
  };
  return { answer, res };
}

async function ask(method: 'GET' | 'POST', steps: string[], body: object, jar: Record<string, string>, report?: SignInReport) {
  const { answer, res } = collector();
  const req = { method, query: { nextauth: steps }, body, cookies: jar, headers: Object.fromEntries(await headers()) };
  await NextAuth(req as never, res as never, authOptions(report));
  return answer;
}

const jarOf = (setCookies: string[]): Record<string, string> =>
  Object.fromEntries(setCookies.map((line) => line.split(';')[0]!.split(/=(.*)/s).slice(0, 2).map(decodeURIComponent)));

/**
 * Posts to next-auth from inside. Its own token against forged forms is fetched and given back here, because our forms are guarded
 * by their origin and the sign-in page must work without script.
 */
export async function callNextAuth(steps: string[], fields: Record<string, string>, report?: SignInReport): Promise<AuthAnswer> {
  const own = Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]));
  const token = await ask('GET', ['csrf'], {}, own);
  const { csrfToken } = token.body as { csrfToken: string };
  const answer = await ask('POST', steps, { ...fields, csrfToken }, { ...own, ...jarOf(token.setCookies) }, report);
  return { ...answer, setCookies: [...token.setCookies, ...answer.setCookies] };
}

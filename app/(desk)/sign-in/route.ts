import { sessionId } from '@/app/_shell/actor';
import { database } from '@/app/_shell/database';
import { beginExchange } from '@/app/_shell/exchange';
import { ownPath } from '@/app/_shell/paths';
import { signIn } from '@/app/_shell/sign-in';
import { signInPage } from '@/app/_shell/sign-in-page';
import { wasEnded } from '@/db/people';

export const dynamic = 'force-dynamic';

/** next-auth sends people here with one word for what went wrong; the words for people are ours. */
const PROVIDER_REFUSED = {
  status: 401,
  code: 'SignInRefused',
  cause: 'The sign-in through the provider did not work, it has not verified your address, or nobody here has that address.',
  next: 'Try again, or ask an administrator to add your address to the desk.',
} as const;

const NOTES: Record<string, string> = {
  reset: 'Your new password is kept. Sign in with it.',
};

const noteOf = (done: string | null): string | undefined => (done !== null && Object.hasOwn(NOTES, done) ? NOTES[done] : undefined);

/** Who comes with a session that somebody ended did not sign out: that takes the cookie along. */
async function endedNote(): Promise<string | undefined> {
  const sid = await sessionId();
  return sid !== null && (await wasEnded((await database()).read, sid)) ? ENDED : undefined;
}

const ENDED =
  'Your session was ended: your password was changed, or you or an administrator ended it elsewhere. Sign in again, with the new password if there is one.';

export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const failed = query.get('error') !== null;
  return signInPage({
    status: failed ? 401 : 200,
    next: ownPath(query.get('next')) ?? '/review',
    email: '',
    refusal: failed ? PROVIDER_REFUSED : null,
    resume: null,
    note: noteOf(query.get('done')) ?? (await endedNote()),
    done: query.get('done') !== null,
  });
}

export const POST = (request: Request): Promise<Response> => signIn(request, beginExchange(request));

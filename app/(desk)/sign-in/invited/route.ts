import { answerBareForm } from '@/app/_shell/bare-form';
import { database, now } from '@/app/_shell/database';
import { invitedPage, overPage } from '@/app/_shell/link-pages';
import { one } from '@/app/_shell/sign-in';
import { signInPage } from '@/app/_shell/sign-in-page';
import { openLink } from '@/db/links';
import type { Refusal } from '@/lib/base';

export const dynamic = 'force-dynamic';

async function show(token: string, refusal: Refusal | null, name = ''): Promise<Response> {
  const link = await openLink((await database()).read, 'invitation', token, now());
  return link
    ? invitedPage(token, link, refusal, name)
    : overPage({ href: '/sign-in', words: 'Sign in, or ask an administrator for another' });
}

export const GET = (request: Request): Promise<Response> => show(new URL(request.url).searchParams.get('token') ?? '', null);

export const POST = (request: Request): Promise<Response> =>
  answerBareForm(request, {
    operation: 'people.accept-invitation',
    refused: (refusal, fields) => show(one(fields, 'token'), refusal, one(fields, 'name')),
    // Answered at once and not by way of another address: no e-mail address stands in one.
    done: (value) =>
      signInPage({
        ...{ status: 200, next: '/review', refusal: null, resume: null, done: true },
        email: (value as { email: string }).email,
        note: 'You have joined the desk. Sign in with the password you chose.',
      }),
  });

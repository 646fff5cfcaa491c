import { answerBareForm } from '@/app/_shell/bare-form';
import { database, now } from '@/app/_shell/database';
import { overPage, resetPage } from '@/app/_shell/link-pages';
import { seeOther } from '@/app/_shell/paths';
import { one } from '@/app/_shell/sign-in';
import { openLink } from '@/db/links';

export const dynamic = 'force-dynamic';

const OVER = { href: '/sign-in/forgot', words: 'Ask for a new one' };

export async function GET(request: Request): Promise<Response> {
  const token = new URL(request.url).searchParams.get('token') ?? '';
  const link = await openLink((await database()).read, 'reset', token, now());
  return link ? resetPage(token, null) : overPage(OVER);
}

export const POST = (request: Request): Promise<Response> =>
  answerBareForm(request, {
    operation: 'people.reset-password',
    refused: async (refusal, fields) => (refusal.code === 'LinkOver' ? overPage(OVER) : resetPage(one(fields, 'token'), refusal)),
    done: () => seeOther('/sign-in?done=reset'),
  });

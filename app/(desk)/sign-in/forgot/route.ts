import { answerBareForm } from '@/app/_shell/bare-form';
import { askedPage, forgotPage } from '@/app/_shell/link-pages';
import { one } from '@/app/_shell/sign-in';

export const dynamic = 'force-dynamic';

export const GET = (): Promise<Response> => forgotPage(null);

export const POST = (request: Request): Promise<Response> =>
  answerBareForm(request, {
    operation: 'people.ask-reset',
    refused: (refusal, fields) => forgotPage(refusal, one(fields, 'email')),
    done: askedPage,
  });

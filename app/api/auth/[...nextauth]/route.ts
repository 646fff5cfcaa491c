import NextAuth from 'next-auth';
import { authOptions, reportFor } from '@/app/_shell/auth';
import { callerOf } from '@/app/_shell/caller';
import { beginExchange, logRefusal } from '@/app/_shell/exchange';
import { problemResponse } from '@/app/_shell/problem';
import { settings } from '@/app/_shell/settings';

export const dynamic = 'force-dynamic';

/** Of all the addresses of next-auth browsers need where the provider sends people back, and the two it leads on to when that fails. */
const OPEN = ['callback/oidc', 'error', 'signin'];

export async function GET(request: Request, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  const steps = (await context.params).nextauth;
  if (settings().oidc && OPEN.includes(steps.join('/')))
    return NextAuth(request as never, context as never, authOptions(reportFor(callerOf(request))));
  const exchange = beginExchange(request);
  const refusal = { status: 404, code: 'NotFound', cause: 'There is nothing at this address.', next: 'Sign in at /sign-in.' } as const;
  logRefusal(exchange, refusal);
  return problemResponse(refusal, exchange);
}

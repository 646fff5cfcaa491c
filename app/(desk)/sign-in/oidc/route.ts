import { beginExchange } from '@/app/_shell/exchange';
import { signInByProvider } from '@/app/_shell/sign-in';

export const dynamic = 'force-dynamic';

export const POST = (request: Request): Promise<Response> => signInByProvider(request, beginExchange(request));

import { beginExchange } from '@/app/_shell/exchange';
import { signOut } from '@/app/_shell/sign-in';

export const dynamic = 'force-dynamic';

export const POST = (request: Request): Promise<Response> => signOut(request, beginExchange(request));

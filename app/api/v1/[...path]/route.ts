import { beginExchange, logRefusal } from '@/app/_shell/exchange';
import { answerOperation } from '@/app/_shell/operation-route';
import { problemResponse } from '@/app/_shell/problem';

export const dynamic = 'force-dynamic';

/** Every write of the product: the registry says what there is, this route only speaks HTTP. */
export async function POST(request: Request, context: { params: Promise<{ path: string[] }> }): Promise<Response> {
  return answerOperation(request, (await context.params).path);
}

const WRITES_ONLY = {
  status: 405,
  code: 'MethodNotAllowed',
  cause: 'Operations are asked for by POST alone.',
  next: 'Send POST, or read the public pages: each measure has a .json and a .csv.',
} as const;

function otherwise(request: Request): Response {
  const exchange = beginExchange(request);
  logRefusal(exchange, WRITES_ONLY);
  return problemResponse(WRITES_ONLY, exchange, { allow: 'POST' });
}

export { otherwise as DELETE, otherwise as GET, otherwise as PATCH, otherwise as PUT };

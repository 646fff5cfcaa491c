import { beginExchange, logRefusal } from '@/app/_shell/exchange';
import { problemResponse } from '@/app/_shell/problem';
import { publicRoute } from '@/app/_shell/public-page';

export const dynamic = 'force-dynamic';

/**
 * Where the proxy leads addresses that cannot be read ("/measures/%"). It has a name of its own, without parts to fill in: for any
 * other route the framework would try to decode the address again, and fail.
 */
export const GET = publicRoute(async () => ({ kind: 'missing' }));

export function POST(request: Request): Response {
  const exchange = beginExchange(request);
  const refusal = { status: 404, code: 'NotFound', cause: 'This address cannot be read.', next: 'Check what follows each "%".' } as const;
  logRefusal(exchange, refusal);
  return problemResponse(refusal, exchange);
}

import { callerPrefix } from '@/app/_shell/caller';
import { beginExchange, logFault, logRefusal } from '@/app/_shell/exchange';
import { faultResponse, problemResponse } from '@/app/_shell/problem';
import { spend } from '@/app/_shell/rate-limit';
import { settings } from '@/app/_shell/settings';
import { serveTools } from '@/app/_shell/tools';
import { type Refusal, refusal } from '@/lib/base';

export const dynamic = 'force-dynamic';

/**
 * The Model Context Protocol over Streamable HTTP: each request by itself, answered as JSON, nothing kept between two. Its tools read, and
 * none of them writes.
 */
async function answer(request: Request): Promise<Response> {
  const exchange = beginExchange(request);
  const caller = callerPrefix(request);
  const rate = spend('reads', caller, Date.now() / 1000);
  const why = rate.refusal ?? foreign(request.headers.get('origin'));
  if (why) {
    logRefusal(exchange, why);
    return problemResponse(why, exchange, rate.headers);
  }
  try {
    const answered = await serveTools(request, caller);
    for (const [name, value] of Object.entries({ ...rate.headers, 'cache-control': 'no-store' })) answered.headers.set(name, value);
    return answered;
  } catch (error) {
    logFault(exchange, error);
    return faultResponse(exchange);
  }
}

/** A page of another site must not ask through its reader's browser; a program names no origin. */
function foreign(origin: string | null): Refusal | null {
  if (origin === null || origin === new URL(settings().publicUrl).origin) return null;
  return refusal(403, 'BadOrigin', 'This request came from a page of another site.', 'Ask from a program: it sends no Origin.');
}

export { answer as DELETE, answer as GET, answer as POST };

import { ok, type Result, refuse } from '@/lib/base';
import { settings } from './settings';

/**
 * A write that rides on a cookie must come from our own pages. Browsers say so in `Sec-Fetch-Site`; older ones and plain http
 * send `Origin` alone, which then has to be ours exactly. Neither given is refused too: our own forms always send one.
 */
export function checkOrigin(request: Request): Result<null> {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  const ours = new URL(settings().publicUrl).origin;
  const asked = request.headers.get('host');
  // By its other name (127.0.0.1 for localhost) we are still ourselves, if the browser vouches for it.
  const known =
    origin === ours || (site === 'same-origin' && asked !== null && (origin === `http://${asked}` || origin === `https://${asked}`));
  if (origin !== null && !known) return foreign(origin, ours);
  if (site !== null && site !== 'same-origin') return foreign(site, ours);
  if (site === null && origin === null) return foreign('nowhere', ours);
  return ok(null);
}

const foreign = (from: string, ours: string): Result<never> =>
  refuse(
    403,
    'BadOrigin',
    `This request came from ${from === 'nowhere' ? 'no page at all' : 'another site'}, so it was not carried out.`,
    `Open ${ours} and send the form from there. If that is where you are, the operator has to set PUBLIC_URL to the address you use.`,
  );

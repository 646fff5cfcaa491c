import { now } from '@/app/_shell/database';
import { PUBLIC_HEADERS } from '@/app/_shell/headers';
import { siteOf } from '@/app/_shell/public-page';
import { settings } from '@/app/_shell/settings';
import { dayAfter } from '@/lib/base';

export const dynamic = 'force-dynamic';

const DAYS = 180;

/** RFC 9116: where to say that something is unsafe. It is made at each request, as it may not be older than it says. */
export function GET(): Response {
  const { contact } = settings();
  const site = siteOf();
  const own = contact === null ? [] : [`Contact: ${/^https?:/.test(contact) ? contact : `mailto:${contact}`}`];
  const lines = [
    ...own,
    `Contact: ${site.url}/report?about=%2F.well-known%2Fsecurity.txt`,
    `Expires: ${dayAfter(now(), DAYS)}T00:00:00.000Z`,
    'Preferred-Languages: en',
    `Canonical: ${site.url}/.well-known/security.txt`,
  ];
  return new Response(`${lines.join('\n')}\n`, {
    headers: { ...PUBLIC_HEADERS, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}

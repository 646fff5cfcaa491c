import { deskStyle } from '@/app/_shell/desk-style';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Response {
  const { css, version } = deskStyle();
  // Under its own version it never changes; asked for by any other name it may.
  const pinned = new URL(request.url).searchParams.get('v') === version;
  const headers = {
    'content-type': 'text/css; charset=utf-8',
    'cache-control': pinned ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
  };
  return new Response(css, { headers });
}

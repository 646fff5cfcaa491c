import { stylesheet } from '@/app/_ui/stylesheet';

export const dynamic = 'force-dynamic';

/** The one stylesheet. Its address carries a hash of its content, so it may be kept for a year. */
export function GET(request: Request): Response {
  const { css, version } = stylesheet();
  const asked = new URL(request.url).searchParams.get('v');
  return new Response(css, {
    headers: {
      'content-type': 'text/css; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': asked === version ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
      etag: `W/"${version}"`,
    },
  });
}

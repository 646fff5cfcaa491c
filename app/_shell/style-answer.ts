import type { Stylesheet } from '@/app/_ui/stylesheet';

/** A stylesheet whose address carries a hash of its content, so it may be kept for a year; asked for by another name, it may not. */
export function styleAnswer({ css, version }: Stylesheet, request: Request): Response {
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

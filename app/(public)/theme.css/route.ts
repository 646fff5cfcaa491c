import { PUBLIC_HEADERS } from '@/app/_shell/headers';
import { themeOf } from '@/app/_shell/theme';

export const dynamic = 'force-dynamic';

/**
 * The colours that this reader chose, and nothing where they chose none: the one answer to readers that looks at a cookie, so that pages are
 * the same for all and may be kept. A page waits for it before it is drawn, as for any stylesheet, and so never shows the other colours first.
 */
export function GET(request: Request): Response {
  const theme = themeOf(request);
  return new Response(theme ? `:root{color-scheme:${theme}}` : '', {
    headers: { ...PUBLIC_HEADERS, 'content-type': 'text/css; charset=utf-8', 'cache-control': 'private, no-cache', vary: 'Cookie' },
  });
}

import { dayOf } from '@/lib/base';
import { type Ask, type PublicAnswer, publicRoute } from './public-page';

/** What a frame on another site is asked, besides: on which day, which alone decides whether a figure is old, and in which colours. */
export interface EmbedAsk extends Ask {
  today: string;
  theme: 'light' | 'dark' | 'auto';
}

type Handler = ReturnType<typeof publicRoute>;

/**
 * A public route for frames: one page a day for each head of the log, as a figure grows old without anybody writing. Whoever asks for a
 * theme we do not have gets that of their system.
 */
export function embedRoute(answer: (ask: EmbedAsk) => Promise<PublicAnswer>): Handler {
  const GET = publicRoute(
    (ask) => {
      const theme = ask.query.get('theme');
      return answer({ ...ask, today: ask.query.get('day')!, theme: theme === 'light' || theme === 'dark' ? theme : 'auto' });
    },
    ['theme', 'day'],
  );
  return (request, context) => {
    const url = new URL(request.url);
    url.searchParams.set('day', dayOf(new Date().toISOString()));
    if (!['light', 'dark'].includes(url.searchParams.get('theme') ?? '')) url.searchParams.delete('theme');
    return GET(new Request(url, { headers: request.headers, method: request.method }), context);
  };
}

/** Nothing public has this id, or nothing any more: said in the frame, with the way to what there is. */
export const emptyFrame = (theme: EmbedAsk['theme'], canonical: string, gone: 404 | 410): PublicAnswer => ({
  kind: 'embed',
  head: { title: 'Nothing here', canonical, theme },
  body: (
    <>
      <h1>{gone === 404 ? 'Nothing is published here' : 'No longer published'}</h1>
      <p>
        {gone === 404 ? 'What this frame was to show is not on record.' : 'What stood here was taken back. Its address says when, and why.'}
      </p>
    </>
  ),
  gone,
});

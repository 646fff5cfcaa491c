import { ID_PATTERN } from '@/db/ids';
import { dayOf } from '@/lib/base';
import { type Moments, momentQuery, nothingThenWords } from '@/lib/publication';
import { askedFor, MOMENTS } from './asked';
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
    ['theme', 'day', ...MOMENTS],
  );
  return (request, context) => {
    const url = new URL(request.url);
    url.searchParams.set('day', dayOf(new Date().toISOString()));
    if (!['light', 'dark'].includes(url.searchParams.get('theme') ?? '')) url.searchParams.delete('theme');
    return GET(new Request(url, { headers: request.headers, method: request.method }), context);
  };
}

/** What a frame shows at the moments it is asked for, or the frame that says why nothing. What moved is shown where it stands today. */
export async function framed<Found>(
  ask: EmbedAsk,
  canonical: string,
  asked: Parameters<typeof askedFor<Found>>[2],
): Promise<{ answer: PublicAnswer } | (Found & { moments: Moments })> {
  const id = ask.params.id ?? '';
  if (!ID_PATTERN.test(id)) return { answer: emptyFrame(ask.theme, '/measures', 404) };
  const result = await askedFor(ask, id, asked);
  const empty = (gone: 404 | 410, why?: string) => ({ answer: emptyFrame(ask.theme, canonical, gone, why) });
  if (!result.ok) return empty(404, `${result.refusal.cause} ${result.refusal.next}`);
  switch (result.value.kind) {
    case 'unknown':
      return { answer: emptyFrame(ask.theme, '/measures', 404) };
    case 'nothing':
      return empty(404, nothingThenWords(result.value.moments, result.value.why));
    case 'moved':
      return { answer: { kind: 'moved', to: `/embed/${result.value.to}${momentQuery(result.value.moments)}` } };
    case 'found':
      return result.value;
  }
}

/** Nothing public has this id, or nothing any more, or nothing as of then: said in the frame, with the way to what there is. */
export const emptyFrame = (theme: EmbedAsk['theme'], canonical: string, gone: 404 | 410, why?: string): PublicAnswer => ({
  kind: 'embed',
  head: { title: 'Nothing here', canonical, theme },
  body: (
    <>
      <h1>{why ? 'Nothing to show' : gone === 404 ? 'Nothing is published here' : 'No longer published'}</h1>
      <p>
        {why ??
          (gone === 404
            ? 'What this frame was to show is not on record.'
            : 'What stood here was taken back. Its address says when, and why.')}
      </p>
    </>
  ),
  gone,
});

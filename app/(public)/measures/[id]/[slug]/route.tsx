import { askedFor, MOMENTS, nothingThen, sameQuery } from '@/app/_shell/asked';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { MomentNote } from '@/app/_ui/moment-note';
import { cardOf, oembedLinks } from '@/app/_ui/shared-as';
import { ID_PATTERN } from '@/db/ids';
import { askedAlike, editionNow, measureAsked } from '@/db/published';
import { measurePage, measurePath, phraseText } from '@/lib/publication';
import { MeasureView } from './measure-view';

export const dynamic = 'force-dynamic';

/** The page of a measure. The id decides; a wrong slug, or the id of a question that became part of another, leads to the right one. */
export const GET = publicRoute(async ({ read, params, query, site }): Promise<PublicAnswer> => {
  const id = params.id ?? '';
  if (!ID_PATTERN.test(id)) return { kind: 'missing' };
  const result = await askedFor({ read, query }, id, measureAsked);
  if (!result.ok) return { kind: 'wrong', refusal: result.refusal };
  const asked = result.value;
  if (asked.kind === 'unknown') return { kind: 'missing' };
  if (asked.kind === 'moved') return { kind: 'moved', to: sameQuery(`/${asked.to}`, { query }) };
  const path = measurePath({ id, title: asked.title });
  if (path !== `/measures/${id}/${params.slug}`) return { kind: 'moved', to: sameQuery(path, { query }) };
  if (asked.kind === 'nothing') return nothingThen(asked, { title: asked.title, path });
  const { record, edition, moments, isPast } = asked;
  const page = measurePage(record);
  const twin = (end: string) => sameQuery(`/measures/${id}${end}`, { query });
  return {
    kind: 'page',
    head: {
      title: page.title,
      description: phraseText(page.answer.sentence),
      canonical: path,
      noindex: isPast,
      alternates: [
        { href: twin('.json'), type: 'application/json', title: 'This measure as JSON' },
        { href: twin('.csv'), type: 'text/csv', title: 'Its claims as CSV' },
        { href: `/measures/${id}.atom`, type: 'application/atom+xml', title: 'What happens to it, as a feed' },
        { href: twin('.svg'), type: 'image/svg+xml', title: 'Its chart' },
        ...oembedLinks(site, path),
      ],
      card: cardOf(page),
    },
    body: (
      <>
        {isPast ? <MomentNote moments={moments} edition={edition} measure={id} today={path} /> : null}
        <MeasureView
          site={site}
          page={page}
          alike={isPast ? [] : (await askedAlike(read, record)).map(measurePage)}
          edition={isPast ? null : await editionNow(read, id)}
        />
      </>
    ),
  };
}, MOMENTS);

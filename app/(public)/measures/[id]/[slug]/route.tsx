import { askedFor, MOMENTS, nothingThen } from '@/app/_shell/measure-asked';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { MomentNote } from '@/app/_ui/moment-note';
import { cardOf, oembedLinks } from '@/app/_ui/shared-as';
import { ID_PATTERN } from '@/db/ids';
import { askedAlike, editionNow, measureRecord, measureToday } from '@/db/published';
import { measurePage, measurePath, momentWords, phraseText } from '@/lib/publication';
import { editionOf, MeasureView, SKIPS } from './measure-view';

export const dynamic = 'force-dynamic';

/** The page of a measure. The id decides; a wrong slug, or the id of a question that became part of another, leads to the right one. */
export const GET = publicRoute(async ({ read, params, query, site }): Promise<PublicAnswer> => {
  const id = ID_PATTERN.test(params.id ?? '') ? await measureToday(read, params.id!) : null;
  const today = id && (await measureRecord(read, id));
  if (!today) return { kind: 'missing' };
  const path = measurePath(today);
  if (path !== `/measures/${params.id}/${params.slug}`) return { kind: 'moved', to: query.size > 0 ? `${path}?${query}` : path };
  const asked = await askedFor({ read, query }, today.id);
  if (!asked.ok) return { kind: 'wrong', refusal: asked.refusal };
  const { record, edition, moments, isPast } = asked.value;
  if (record === null) return nothingThen(moments, { title: today.title, path });
  const page = measurePage(record);
  const then = momentWords(moments);
  const now = isPast ? null : await editionNow(read, today.id);
  const twin = (end: string) => `/measures/${today.id}${end}${query.size > 0 ? `?${query}` : ''}`;
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
        { href: `/measures/${today.id}.atom`, type: 'application/atom+xml', title: 'What happens to it, as a feed' },
        { href: `/measures/${today.id}.svg`, type: 'image/svg+xml', title: 'Its chart' },
        ...oembedLinks(site, page.path),
      ],
      card: cardOf(page),
      skips: SKIPS,
      state: now ? editionOf(today.id, now) : then ? { path: `${path}?${query}`, words: then } : undefined,
    },
    body: (
      <>
        {isPast ? <MomentNote moments={moments} edition={edition} today={path} /> : null}
        <MeasureView site={site} page={page} alike={isPast ? [] : (await askedAlike(read, record)).map(measurePage)} edition={now} />
      </>
    ),
  };
}, MOMENTS);

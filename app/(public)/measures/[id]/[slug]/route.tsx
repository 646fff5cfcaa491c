import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { cardOf, oembedLinks } from '@/app/_ui/shared-as';
import { ID_PATTERN } from '@/db/ids';
import { askedAlike, measureRecord, measureToday } from '@/db/published';
import { measurePage, measurePath, phraseText } from '@/lib/publication';
import { MeasureView } from './measure-view';

export const dynamic = 'force-dynamic';

/** The page of a measure. The id decides; a wrong slug, or the id of a question that became part of another, leads to the right one. */
export const GET = publicRoute(async ({ read, params, site }): Promise<PublicAnswer> => {
  const id = ID_PATTERN.test(params.id ?? '') ? await measureToday(read, params.id!) : null;
  const record = id && (await measureRecord(read, id));
  if (!record) return { kind: 'missing' };
  if (measurePath(record) !== `/measures/${params.id}/${params.slug}`) return { kind: 'moved', to: measurePath(record) };
  const page = measurePage(record);
  return {
    kind: 'page',
    head: {
      title: page.title,
      description: phraseText(page.answer.sentence),
      canonical: page.path,
      alternates: [
        { href: `/measures/${record.id}.json`, type: 'application/json', title: 'This measure as JSON' },
        { href: `/measures/${record.id}.csv`, type: 'text/csv', title: 'Its claims as CSV' },
        { href: `/measures/${record.id}.atom`, type: 'application/atom+xml', title: 'What happens to it, as a feed' },
        { href: `/measures/${record.id}.svg`, type: 'image/svg+xml', title: 'Its chart' },
        ...oembedLinks(site, page.path),
      ],
      card: cardOf(page),
    },
    body: <MeasureView page={page} alike={(await askedAlike(read, record)).map(measurePage)} site={site} />,
  };
});

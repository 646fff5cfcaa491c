import { askedFor, MOMENTS, nothingThen } from '@/app/_shell/measure-asked';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { MomentNote } from '@/app/_ui/moment-note';
import { cardOf, oembedLinks } from '@/app/_ui/shared-as';
import { alternatesOf } from '@/app/_ui/twins';
import { ID_PATTERN } from '@/db/ids';
import { askedAlike, editionNow, measureRecord, measureToday } from '@/db/published';
import { citedMeasure, datasetOf, measurePage, measurePath, phraseText, twinsOf } from '@/lib/publication';
import { MeasureView } from './measure-view';

export const dynamic = 'force-dynamic';

/** The page of a measure. The id decides; a wrong slug, or the id of a question that became part of another, leads to the right one. */
export const GET = publicRoute(async ({ read, params, query, site, now }): Promise<PublicAnswer> => {
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
  const shown = isPast ? edition : await editionNow(read, today.id);
  return {
    kind: 'page',
    head: {
      title: page.title,
      description: phraseText(page.answer.sentence),
      canonical: path,
      noindex: isPast,
      alternates: [...alternatesOf(twinsOf('measures', `/measures/${today.id}`, String(query))), ...oembedLinks(site, page.path)],
      card: cardOf(page),
      jsonLd: datasetOf(page, shown, site),
    },
    body: (
      <>
        {isPast ? <MomentNote moments={moments} edition={edition} today={path} /> : null}
        <MeasureView
          site={site}
          page={page}
          alike={isPast ? [] : (await askedAlike(read, record)).map(measurePage)}
          edition={isPast ? null : shown}
          cited={citedMeasure(page, shown, site)}
          now={now}
        />
      </>
    ),
  };
}, MOMENTS);

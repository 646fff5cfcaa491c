import { askedFor, MOMENTS, nothingThen, sameQuery } from '@/app/_shell/asked';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { MomentNote } from '@/app/_ui/moment-note';
import { cardOf, oembedLinks } from '@/app/_ui/shared-as';
import { alternatesOf } from '@/app/_ui/twins';
import { ID_PATTERN } from '@/db/ids';
import { askedAlike, differencePath, editionNow, measureAsked, neighboursOf } from '@/db/published';
import { citedMeasure, datasetOf, measurePage, measurePath, momentWords, phraseText, twinsOf } from '@/lib/publication';
import { editionOf, MeasureView, SKIPS } from './measure-view';

export const dynamic = 'force-dynamic';

/** The page of a measure. The id decides; a wrong slug, or the id of a question that became part of another, leads to the right one. */
export const GET = publicRoute(async ({ read, params, query, site, now }): Promise<PublicAnswer> => {
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
  const then = momentWords(moments);
  const shown = isPast ? edition : await editionNow(read, id);
  const mark = isPast ? null : shown;
  return {
    kind: 'page',
    head: {
      title: page.title,
      description: phraseText(page.answer.sentence),
      canonical: path,
      noindex: isPast,
      alternates: [...alternatesOf(twinsOf('measures', `/measures/${id}`, String(query))), ...oembedLinks(site, path)],
      card: cardOf(page),
      jsonLd: datasetOf(page, shown, site),
      skips: SKIPS,
      state: mark ? editionOf(id, mark) : then ? { path: `${path}?${query}`, words: then } : undefined,
    },
    body: (
      <>
        {isPast ? <MomentNote moments={moments} edition={edition} measure={id} today={path} /> : null}
        <MeasureView
          site={site}
          page={page}
          alike={isPast ? [] : (await askedAlike(read, record)).map(measurePage)}
          edition={mark}
          cited={citedMeasure(page, shown, site)}
          now={now}
          neighbours={isPast ? null : await neighboursOf(read, record)}
          difference={isPast || !page.correction ? null : await differencePath(read, id, page.correction.at)}
        />
      </>
    ),
  };
}, MOMENTS);

import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { EditionNote } from '@/app/_ui/edition-note';
import { ID_PATTERN } from '@/db/ids';
import { editionRecord } from '@/db/published';
import { citedMeasure, measurePage, phraseText } from '@/lib/publication';
import { editionOf, MeasureView, SKIPS } from '../../[slug]/measure-view';

export const dynamic = 'force-dynamic';

/** One edition of a measure: what readers saw from one moment to the next, under an address that keeps showing it, also where the measure went on to another. */
export const GET = publicRoute(async ({ read, params, site, now }): Promise<PublicAnswer> => {
  const [id, number] = [params.id ?? '', Number(params.number)];
  const edition = ID_PATTERN.test(id) && /^[1-9]\d{0,8}$/.test(params.number ?? '') ? await editionRecord(read, id, number) : null;
  if (!edition?.record) return { kind: 'missing' };
  const page = measurePage(edition.record);
  return {
    kind: 'page',
    head: {
      title: `Edition ${number}: ${page.title}`,
      description: phraseText(page.answer.sentence),
      canonical: `/measures/${id}`,
      noindex: true,
      skips: SKIPS,
      state: editionOf(id, edition.mark),
    },
    body: (
      <>
        <EditionNote id={id} edition={edition} />
        <MeasureView site={site} page={page} alike={[]} edition={edition.mark} cited={citedMeasure(page, edition.mark, site)} now={now} />
      </>
    ),
  };
});

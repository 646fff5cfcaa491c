import { caseTwin } from '@/app/_shell/case-twin';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { Reuse } from '@/app/_ui/reuse';
import { cardOf, oembedLinks } from '@/app/_ui/shared-as';
import { alternatesOf } from '@/app/_ui/twins';
import { ID_PATTERN } from '@/db/ids';
import { caseMeasure, editionNow } from '@/db/published';
import { citedCase, measurePage, measurePath, phraseText, twinAsked, twinPath, twinsOf } from '@/lib/publication';
import { CaseView } from './case-view';
import { WithdrawnView } from './withdrawn-view';

export const dynamic = 'force-dynamic';

/** `/cases/{id}`, and with an ending the same in another format: of what was withdrawn the tombstone, else the case with the measure that holds it. */
export const GET = publicRoute(async ({ read, params, site, now }): Promise<PublicAnswer> => {
  const twin = twinAsked('cases', params.id ?? '');
  const id = twin?.id ?? '';
  const record = twin && ID_PATTERN.test(id) ? await caseMeasure(read, id) : null;
  if (!twin || !record) return { kind: 'missing' };
  if (record.case === null || record.case.id !== id) {
    const today = record.case ? `/cases/${record.case.id}` : twin.end ? `/measures/${record.id}` : measurePath(record);
    return { kind: 'moved', to: twin.end ? twinPath(today, twin.end) : today };
  }
  const { withdrawal, standing } = record.case;
  const page = measurePage(record);
  const gone = standing.status === 'withdrawn' && withdrawal !== null ? withdrawal : null;
  const edition = await editionNow(read, record.id);
  if (twin.end !== null) return caseTwin(twin.end, { page, held: record.case, gone, edition }, { site, now });
  const alternates = alternatesOf(twinsOf('cases', `/cases/${id}`));
  if (gone)
    return {
      kind: 'page',
      head: {
        title: `Ruling withdrawn: ${page.title}`,
        description: 'The ruling that was published here was withdrawn.',
        canonical: `/cases/${id}`,
        noindex: true,
        alternates,
      },
      body: <WithdrawnView page={page} withdrawal={gone} />,
      gone: 410,
    };
  return {
    kind: 'page',
    head: {
      title: `Case: ${page.title}`,
      description: phraseText(page.answer.sentence),
      canonical: `/cases/${id}`,
      alternates: [...alternates, ...oembedLinks(site, `/cases/${id}`)],
      card: cardOf(page),
    },
    body: (
      <>
        <CaseView page={page} held={record.case} />
        <Reuse twins={twinsOf('cases', `/cases/${id}`)} cited={citedCase(page, id, edition, site)} site={site} now={now} />
      </>
    ),
  };
});

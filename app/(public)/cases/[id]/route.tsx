import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { cardOf, oembedLinks } from '@/app/_ui/shared-as';
import { ID_PATTERN } from '@/db/ids';
import { caseMeasure, differencePath, editionNow } from '@/db/published';
import { measurePage, measurePath, phraseText, withdrawalJson } from '@/lib/publication';
import { CaseView } from './case-view';
import { WithdrawnView } from './withdrawn-view';

export const dynamic = 'force-dynamic';

/** `/cases/{id}`, and `{id}.json`: of what was withdrawn the tombstone, else the measure that holds the case. */
export const GET = publicRoute(async ({ read, params, site }): Promise<PublicAnswer> => {
  const [id = '', twin] = (params.id ?? '').split('.');
  const record = ID_PATTERN.test(id) && (twin === undefined || params.id === `${id}.json`) ? await caseMeasure(read, id) : null;
  if (!record) return { kind: 'missing' };
  const end = twin === undefined ? '' : '.json';
  if (record.case === null || record.case.id !== id)
    return {
      kind: 'moved',
      to: record.case ? `/cases/${record.case.id}${end}` : end ? `/measures/${record.id}.json` : measurePath(record),
    };
  const { withdrawal, standing } = record.case;
  const page = measurePage(record);
  const gone = standing.status === 'withdrawn' && withdrawal !== null ? withdrawal : null;
  if (twin !== undefined) {
    if (!gone) return { kind: 'elsewhere', to: `/measures/${record.id}.json` };
    const told = { id, url: `${site.url}/cases/${id}`, status: 'withdrawn', title: page.title, measure: `${site.url}${page.path}` };
    const body = `${JSON.stringify({ ...told, ...withdrawalJson(gone) }, null, 1)}\n`;
    return { kind: 'data', type: 'application/json; charset=utf-8', body, cors: true, gone: 410 };
  }
  if (gone)
    return {
      kind: 'page',
      head: {
        title: `Ruling withdrawn: ${page.title}`,
        description: 'The ruling that was published here was withdrawn.',
        canonical: `/cases/${id}`,
        noindex: true,
        alternates: [{ href: `/cases/${id}.json`, type: 'application/json', title: 'The same as data' }],
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
      alternates: oembedLinks(site, `/cases/${id}`),
      card: cardOf(page),
    },
    body: (
      <CaseView
        page={page}
        held={record.case}
        edition={await editionNow(read, record.id)}
        difference={page.correction && (await differencePath(read, record.id, page.correction.at))}
      />
    ),
  };
});

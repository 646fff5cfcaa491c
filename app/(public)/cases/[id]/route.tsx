import { askedFor, MOMENTS, nothingThen, sameQuery } from '@/app/_shell/asked';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { MomentNote } from '@/app/_ui/moment-note';
import { cardOf, oembedLinks } from '@/app/_ui/shared-as';
import { ID_PATTERN } from '@/db/ids';
import { caseAsked } from '@/db/published';
import { measurePage, type PublicCase, phraseText, withdrawalJson } from '@/lib/publication';
import { CaseView } from './case-view';
import { WithdrawnView } from './withdrawn-view';

export const dynamic = 'force-dynamic';

/** `/cases/{id}`, and `{id}.json`: of what was withdrawn the tombstone, else the measure that holds the case. */
export const GET = publicRoute(async ({ read, params, query, site }): Promise<PublicAnswer> => {
  const [id = '', twin] = (params.id ?? '').split('.');
  if (!ID_PATTERN.test(id) || (twin !== undefined && params.id !== `${id}.json`)) return { kind: 'missing' };
  const end = twin === undefined ? '' : '.json';
  const result = await askedFor({ read, query }, id, caseAsked);
  if (!result.ok) return { kind: 'wrong', refusal: result.refusal };
  const asked = result.value;
  const path = `/cases/${id}`;
  if (asked.kind === 'nothing') return nothingThen(asked, { title: `Case: ${asked.title}`, path });
  if (asked.kind === 'moved') return { kind: 'moved', to: sameQuery(`/${asked.to}${end}`, { query }) };
  if (asked.kind === 'unknown') return { kind: 'missing' };
  const { record, isPast, moments, edition } = asked;
  const held = record.case as PublicCase;
  const { withdrawal, standing } = held;
  const page = measurePage(record);
  const gone = standing.status === 'withdrawn' && withdrawal !== null ? withdrawal : null;
  if (twin !== undefined) {
    if (!gone) return { kind: 'elsewhere', to: sameQuery(`/measures/${record.id}.json`, { query }) };
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
      canonical: path,
      noindex: isPast,
      alternates: oembedLinks(site, `/cases/${id}`),
      card: cardOf(page),
    },
    body: (
      <>
        {isPast ? <MomentNote moments={moments} edition={edition} measure={asked.record.id} today={path} /> : null}
        <CaseView page={page} held={held} />
        <p className="quiet">
          <a href={`${path}/history`}>History of this case</a>
        </p>
      </>
    ),
  };
}, MOMENTS);

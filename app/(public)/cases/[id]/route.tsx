import { askedFor, MOMENTS, nothingThen, sameQuery } from '@/app/_shell/asked';
import { caseTwin } from '@/app/_shell/case-twin';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { MomentNote } from '@/app/_ui/moment-note';
import { Reuse } from '@/app/_ui/reuse';
import { cardOf, oembedLinks } from '@/app/_ui/shared-as';
import { alternatesOf } from '@/app/_ui/twins';
import { ID_PATTERN } from '@/db/ids';
import { caseAsked, differencePath, editionNow } from '@/db/published';
import { citedCase, measurePage, type PublicCase, phraseText, twinAsked, twinsOf } from '@/lib/publication';
import { CaseView } from './case-view';
import { WithdrawnView } from './withdrawn-view';

export const dynamic = 'force-dynamic';

/** `/cases/{id}`, and with an ending the same in another format: of what was withdrawn the tombstone, else the case with the measure that holds it. */
export const GET = publicRoute(async ({ read, params, query, site, now }): Promise<PublicAnswer> => {
  const twin = twinAsked('cases', params.id ?? '');
  if (!twin || !ID_PATTERN.test(twin.id)) return { kind: 'missing' };
  const { id, end } = twin;
  const result = await askedFor({ read, query }, id, caseAsked);
  if (!result.ok) return { kind: 'wrong', refusal: result.refusal };
  const asked = result.value;
  const path = `/cases/${id}`;
  if (asked.kind === 'nothing') return nothingThen(asked, { title: `Case: ${asked.title}`, path });
  if (asked.kind === 'moved') return { kind: 'moved', to: sameQuery(`/${asked.to}${end ?? ''}`, { query }) };
  if (asked.kind === 'unknown') return { kind: 'missing' };
  const { record, isPast, moments } = asked;
  const held = record.case as PublicCase;
  const { withdrawal, standing } = held;
  const page = measurePage(record);
  const gone = standing.status === 'withdrawn' && withdrawal !== null ? withdrawal : null;
  const edition = isPast ? asked.edition : await editionNow(read, record.id);
  if (end !== null) return caseTwin(end, { page, held, gone, edition }, { site, now });
  const twins = twinsOf('cases', path, String(query));
  const alternates = alternatesOf(twins);
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
      canonical: path,
      noindex: isPast,
      alternates: [...alternates, ...oembedLinks(site, path)],
      card: cardOf(page),
    },
    body: (
      <>
        {isPast ? <MomentNote moments={moments} edition={edition} measure={record.id} today={path} /> : null}
        <CaseView
          page={page}
          held={held}
          edition={isPast ? null : edition}
          difference={isPast || !page.correction ? null : await differencePath(read, record.id, page.correction.at)}
        />
        <p className="quiet">
          <a href={`${path}/history`}>History of this case</a>
        </p>
        <Reuse twins={twins} cited={citedCase(page, id, edition, site)} site={site} now={now} />
      </>
    ),
  };
}, MOMENTS);

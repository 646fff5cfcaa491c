import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { At } from '@/app/_ui/words';
import { ID_PATTERN } from '@/db/ids';
import { caseVersion } from '@/db/published';
import { measurePage, phraseText } from '@/lib/publication';
import { CaseView } from '../../case-view';
import { WithdrawnView } from '../../withdrawn-view';

export const dynamic = 'force-dynamic';

/** A case as readers saw it from one moment to the next, under an address that keeps showing it; of what was withdrawn since, the tombstone. */
export const GET = publicRoute(async ({ read, params }): Promise<PublicAnswer> => {
  const id = params.id ?? '';
  const isNumber = /^[1-9]\d{0,8}$/.test(params.number ?? '');
  const found = ID_PATTERN.test(id) && isNumber ? await caseVersion(read, id, Number(params.number)) : null;
  if (!found) return { kind: 'missing' };
  const { version, versions, record, held } = found;
  const page = measurePage(record);
  const gone = held.standing.status === 'withdrawn' ? held.withdrawal : null;
  const others = versions.filter(({ number }) => Math.abs(number - version.number) === 1);
  return {
    kind: 'page',
    head: {
      title: `Version ${version.number} of the case: ${page.title}`,
      description: gone ? 'The ruling that was published here was withdrawn.' : phraseText(page.answer.sentence),
      canonical: `/cases/${id}`,
      noindex: true,
    },
    body: (
      <>
        <aside className="note moment" role="note" aria-label="Version">
          <p>
            <strong>Version {version.number} of this case</strong>, which readers saw from <At instant={version.at} /> on. What was
            withdrawn or withheld since is left out.
          </p>
          <p>
            {others.map(({ number }) => (
              <span key={number}>
                <a href={`/cases/${id}/v/${number}`}>Version {number}</a> ·{' '}
              </span>
            ))}
            <a href={`/cases/${id}/history`}>All versions</a> · <a href={`/cases/${id}`}>As it is today</a>
          </p>
        </aside>
        {gone ? <WithdrawnView page={page} withdrawal={gone} /> : <CaseView page={page} held={held} edition={null} difference={null} />}
      </>
    ),
    ...(gone ? { gone: 410 } : {}),
  };
});

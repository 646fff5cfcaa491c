import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { StackTable } from '@/app/_ui/stack-table';
import { At, StatusChip } from '@/app/_ui/words';
import { ID_PATTERN } from '@/db/ids';
import { caseVersions, lastTitle } from '@/db/published';
import { countWords } from '@/lib/publication';

export const dynamic = 'force-dynamic';

/** What readers saw of a case, from one moment to the next. */
export const GET = publicRoute(async ({ read, params }): Promise<PublicAnswer> => {
  const id = params.id ?? '';
  const found = ID_PATTERN.test(id) ? await caseVersions(read, id) : null;
  const title = found && (await lastTitle(read, found.measureId));
  if (!found || title === null) return { kind: 'missing' };
  return {
    kind: 'page',
    head: {
      title: `History of the case: ${title}`,
      description: 'What readers saw of this case, from one moment to the next.',
      canonical: `/cases/${id}/history`,
      noindex: true,
    },
    body: (
      <>
        <header>
          <p className="kicker">
            <a href={`/cases/${id}`}>Case</a>
          </p>
          <h1>History: {title}</h1>
          <p className="lede">
            Each line is the case as readers saw it from one moment to the next, under an address that keeps showing it. What was withdrawn
            or withheld since is left out.
          </p>
        </header>
        <StackTable
          caption={countWords(found.versions.length, 'version')}
          columns={['Version', 'Since', 'Where it stood', 'Edition of the measure', 'Entry of the log']}
          rows={found.versions.toReversed().map(({ number, at, status, edition, entry }) => ({
            key: String(number),
            cells: [
              <a key="n" href={`/cases/${id}/v/${number}`}>
                {number}
              </a>,
              <At key="at" instant={at} />,
              <StatusChip key="s" status={status} />,
              <a key="e" href={`/measures/${found.measureId}/v/${edition}`}>
                {edition}
              </a>,
              entry,
            ],
          }))}
        />
      </>
    ),
  };
});

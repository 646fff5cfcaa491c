import type { ReactNode } from 'react';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { StackTable } from '@/app/_ui/stack-table';
import { At, VerdictChip } from '@/app/_ui/words';
import { ID_PATTERN } from '@/db/ids';
import { type ClaimStep, claimGone, claimRecord, claimSteps } from '@/db/published';
import { type ClaimPage, claimPage, type MeasureRecord } from '@/lib/publication';
import { GoneView } from '../gone-view';

export const dynamic = 'force-dynamic';

/** What happened to a claim for readers: when it came, how it was read, in which measure it stood, and what was ruled on it. */
export const GET = publicRoute(async ({ read, params }): Promise<PublicAnswer> => {
  const id = params.id ?? '';
  if (!ID_PATTERN.test(id)) return { kind: 'missing' };
  const found = await claimRecord(read, id);
  const gone = found ? null : await claimGone(read, id);
  const head = { canonical: `/claims/${id}`, noindex: true };
  if (gone)
    return {
      kind: 'page',
      head: { ...head, title: 'Claim no longer public', description: 'The claim that was here is no longer public.' },
      body: <GoneView gone={gone} />,
      gone: 410,
    };
  if (!found) return { kind: 'missing' };
  const page = claimPage(found.record, id, found.context) as ClaimPage;
  return {
    kind: 'page',
    head: { ...head, title: `History: ${page.title}`, description: 'What happened to this claim, step by step.' },
    body: <HistoryView page={page} lines={linesOf(await claimSteps(read, id), found.record, id)} />,
  };
});

const WORDS: Record<ClaimStep['what'], string> = { added: 'Public', changed: 'Read otherwise', gone: 'No longer in the measure' };

interface Line {
  at: string;
  what: ReactNode;
  figure: string | null;
  measure: string;
  edition: number | null;
}

/** Steps and rulings in one order, the newest first. */
function linesOf(steps: ClaimStep[], record: MeasureRecord, id: string): Line[] {
  const ruled = (record.case?.publications ?? []).flatMap(({ at, kind, ruling }): Line[] => {
    const position = ruling.positions.findIndex((claims) => claims.includes(id));
    const verdict = ruling.verdicts[position];
    if (!verdict) return [];
    const what = (
      <>
        {kind === 'correction' ? 'Corrected ruling' : 'Ruling published'}: <VerdictChip verdict={verdict} />
      </>
    );
    return [{ at, what, figure: null, measure: record.id, edition: null }];
  });
  const told = steps.map(
    ({ at, what, figure, measureId, edition }): Line => ({ at, what: WORDS[what], figure, measure: measureId, edition }),
  );
  // What happened together stands as it came.
  return [...told, ...ruled].sort((x, y) => x.at.localeCompare(y.at)).reverse();
}

function HistoryView({ page, lines }: { page: ClaimPage; lines: Line[] }) {
  return (
    <>
      <header>
        <p className="kicker">
          <a href={page.row.path}>Claim</a>
        </p>
        <h1>History: {page.title}</h1>
      </header>
      <StackTable
        caption="What readers saw of this claim, the newest first"
        columns={['When', 'What', 'Figure', 'Measure']}
        rows={lines.map(({ at, what, figure, measure, edition }, index) => ({
          key: String(index),
          cells: [
            <At key="at" instant={at} />,
            what,
            figure ?? '–',
            edition === null ? (
              <a key="m" href={`/measures/${measure}`}>
                the measure
              </a>
            ) : (
              <a key="m" href={`/measures/${measure}/v/${edition}`}>
                edition {edition}
              </a>
            ),
          ],
        }))}
      />
    </>
  );
}

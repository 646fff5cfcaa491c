import { type ListKind, listAsked, listQuery } from '@/app/_shell/list-asked';
import { listPage } from '@/app/_shell/list-page';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { ConflictFigures } from '@/app/_ui/conflicts';
import { StackTable } from '@/app/_ui/stack-table';
import { StatusChip } from '@/app/_ui/words';
import { caseList } from '@/db/published';
import { conflictId, conflictsOf, countWords, failedSums, KIND_WORDS, type MeasurePage, measurePage } from '@/lib/publication';

export const dynamic = 'force-dynamic';

const KIND: ListKind = {
  path: '/conflicts',
  filters: ['kind', 'state', 'topic', 'place', 'source', 'speaker'],
  orders: ['change'],
};

const ABOUT = {
  title: 'Conflicts',
  lede: 'Pairs of figures that cannot both stand, each with the kind of its conflict. Those of one question are one case.',
  one: 'case',
  more: 'Conflicts of other cases',
  empty: {
    will: 'A conflict appears here when accepted reports of one figure contradict each other.',
    href: '/measures',
    action: 'See what is on record',
  },
};

/** So many of one case stand in the list. */
const MOST_EACH = 4;

export const GET = publicRoute(async ({ read, query }): Promise<PublicAnswer> => {
  const asked = await listAsked({ query }, KIND);
  if (!asked.ok) return { kind: 'wrong', refusal: asked.refusal };
  const { filters, after } = asked.value;
  const page = await caseList(read, { filters, order: 'change', after });
  return listPage({ read }, { kind: KIND, asked: asked.value, page, about: ABOUT }, (words) => (
    <StackTable
      caption={`Conflicts of ${words}, those of the case changed last first`}
      columns={['Question', 'Figures', 'Kind', 'Standing']}
      rows={page.items.map(measurePage).flatMap(rowsOf)}
    />
  ));
}, listQuery(KIND));

function rowsOf(page: MeasurePage) {
  const conflicts = conflictsOf(page);
  const address = `/cases/${page.record.case?.id}`;
  const question = <a href={address}>{page.title}</a>;
  const standing = <StatusChip status={page.answer.status} />;
  const [sum] = failedSums(page);
  if (conflicts.length === 0 && sum)
    return [
      {
        key: page.record.id,
        cells: [
          question,
          sum.expression,
          <a key="kind" href={`${address}#checks`}>
            {KIND_WORDS['parts-do-not-sum']}
          </a>,
          standing,
        ],
      },
    ];
  if (conflicts.length === 0) return [{ key: page.record.id, cells: [question, 'No pair of them stands apart today.', '–', standing] }];
  return conflicts.slice(0, MOST_EACH).map((conflict, index) => ({
    key: conflictId(conflict),
    cells: [
      <span key="question">
        {question}
        {index === 0 && conflicts.length > MOST_EACH ? (
          <span className="quiet"> {countWords(conflicts.length, 'conflict')} in all</span>
        ) : null}
      </span>,
      <ConflictFigures key="figures" conflict={conflict} />,
      <a key="kind" href={`/conflicts/${conflictId(conflict)}`}>
        {conflict.kind}
      </a>,
      standing,
    ],
  }));
}

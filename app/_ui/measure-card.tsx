import { countWords, type MeasurePage, marked, reportedWords } from '@/lib/publication';
import { Around } from './around';
import { Sparkline } from './chart';
import { Versus } from './figures';
import { Marked } from './marked';
import type { SortHead } from './sort-heads';
import { StackTable } from './stack-table';
import { StatusChip } from './words';

/** So many figures of a measure stand on a card, and in a row of a table. */
const ON_CARD = 4;
const IN_ROW = 3;

const More = ({ left }: { left: number }) => (left > 0 ? <p className="quiet">and {countWords(left, 'other figure')}</p> : null);

/** One measure in a list: its question, its figures side by side, where it stands. */
function MeasureCard({ page, href, heading: Heading }: { page: MeasurePage; href?: string; heading: 'h2' | 'h3' }) {
  const { answer } = page;
  return (
    <li className="card">
      <StatusChip status={answer.status} />
      <Heading>
        <a href={href ?? page.path}>{page.title}</a>
      </Heading>
      <Versus figures={answer.figures.slice(0, ON_CARD)} form={answer.form} />
      <More left={answer.figures.length - ON_CARD} />
      {page.reason ? (
        <p>
          <Around sentence={page.reason} words={page.decision.dismissal?.reason ?? null} />
        </p>
      ) : null}
      <p className="quiet">{page.counts.words}</p>
    </li>
  );
}

/** `heading`: the level below the one the list stands under. */
export function Cards({ pages, href, heading }: { pages: MeasurePage[]; href?: (page: MeasurePage) => string; heading: 'h2' | 'h3' }) {
  return (
    <ul className="cards">
      {pages.map((page) => (
        <MeasureCard key={page.record.id} page={page} href={href?.(page)} heading={heading} />
      ))}
    </ul>
  );
}

const COLUMNS = ['Question', 'Figures', 'Standing', 'Claims'];

/** Many measures in a table: question, answer in figures, standing, counts. Words that were sought are marked in the questions. */
export function MeasureTable({
  pages,
  caption,
  sought = [],
  heads,
}: {
  pages: MeasurePage[];
  caption: string;
  sought?: string[];
  heads?: SortHead[];
}) {
  const named = new Map<string, number>();
  for (const { title } of pages) named.set(title, (named.get(title) ?? 0) + 1);
  const rows = pages.map((page) => ({ key: page.record.id, cells: cells(page, (named.get(page.title) ?? 0) > 1, sought) }));
  return <StackTable className="measures" caption={caption} columns={COLUMNS} heads={heads} rows={rows} />;
}

/** @param shared another question of the table is put in the same words: then it is said by whom and of when each is told. */
const cells = (page: MeasurePage, shared: boolean, sought: readonly string[]) => [
  <span key="question">
    <a href={page.path}>{sought.length > 0 ? <Marked runs={marked(page.title, sought)} /> : page.title}</a>
    {shared && page.answer.figures[0] ? <span className="quiet"> {toldBy(page.answer.figures[0])}</span> : null}
  </span>,
  <span key="figures">
    {page.answer.figures.slice(0, IN_ROW).map((figure, index) => (
      <span key={figure.claim}>
        {index > 0 ? page.decision.dismissal ? ' · ' : <span className="differs"> ≠ </span> : null}
        <a href={`/claims/${figure.claim}`}>{figure.label}</a>
      </span>
    ))}
    {page.answer.figures.length > IN_ROW ? <span className="quiet"> and {page.answer.figures.length - IN_ROW} more</span> : null}
    <Sparkline page={page} />
  </span>,
  <StatusChip key="standing" status={page.answer.status} />,
  <span key="claims">
    {page.counts.claims}{' '}
    <span className="quiet">
      {page.counts.articles === page.counts.origins
        ? `from ${countWords(page.counts.sources, 'source')}`
        : `in ${reportedWords(page.counts)}`}
    </span>
  </span>,
];

/** By whom and of when a figure is told. */
export const toldBy = ({ speaker, source, others, asOf }: MeasurePage['answer']['figures'][number]): string =>
  `${speaker ? `${speaker} in ` : ''}${source}${others}${asOf ? `, as of ${asOf}` : ''}`;

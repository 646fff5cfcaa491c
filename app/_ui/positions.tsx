import {
  countWords,
  type Difference,
  type Likeness,
  type MeasurePage,
  type PositionView,
  type RulingView,
  reportedWords,
  type Status,
  sharedQuotes,
  type Why,
} from '@/lib/publication';
import { Around } from './around';
import { FigureLink } from './figures';
import { Noted } from './noted';
import { StackTable } from './stack-table';
import { demoWords, GivenVerdict, Quote } from './words';

/** The positions side by side, each in its own words; never blended into one voice. */
export function Positions({ positions, status }: { positions: PositionView[]; status: Status }) {
  return (
    <ol className="positions">
      {positions.map((position) => (
        <li key={position.letter} data-accepted={position.accepted || undefined}>
          <span className="quiet">
            Position {position.letter}
            {position.accepted ? ', accepted' : ''}
            {position.verdict && status === 'reopened' ? ' ·' : ''}
          </span>{' '}
          {position.verdict ? <GivenVerdict verdict={position.verdict} status={status} /> : null}
          <h3>{position.label}</h3>
          {position.reported.origins < position.reported.articles ? <p className="quiet">{reportedWords(position.reported)}</p> : null}
          <Quotes quotes={sharedQuotes(position.rows)} />
        </li>
      ))}
    </ol>
  );
}

/** So many quotes of a position are read at once; so many more open below, and the data has the rest. */
const [AT_ONCE, FOLDED] = [4, 60];

function Quotes({ quotes }: { quotes: ReturnType<typeof sharedQuotes> }) {
  // One alone is not worth a fold.
  const cut = quotes.length > AT_ONCE + 1 ? AT_ONCE : quotes.length;
  return (
    <>
      <QuoteList quotes={quotes.slice(0, cut)} />
      {quotes.length > cut ? (
        <details>
          <summary>{quotes.length - cut} more quotes</summary>
          <QuoteList quotes={quotes.slice(cut, cut + FOLDED)} />
          {quotes.length > cut + FOLDED ? (
            <p className="quiet">{quotes.length - cut - FOLDED} more are in the data of this measure.</p>
          ) : null}
        </details>
      ) : null}
    </>
  );
}

const QuoteList = ({ quotes }: { quotes: ReturnType<typeof sharedQuotes> }) => (
  <ul className="evidence-list">
    {quotes.map(({ passage, rows: [row, ...others] }) => (
      <li key={row.id}>
        <Quote passage={passage} language={row.claim.article.language} cite={row.claim.article.url} href={(claim) => `/claims/${claim}`} />
        <p className="quiet">
          {row.speaker ? `${row.speaker}${row.speakerInferred ? ' (inferred)' : ''}, in ` : ''}
          <a href={`/articles/${row.claim.article.id}#c-${row.id}`}>{row.source}</a>, published {row.published}
          {demoWords(row.claim.article)}
          <Noted article={row.claim.article} />
          {[row, ...others].some(({ claim }) => claim.byHand !== null) ? ' · read by a person' : ''}
        </p>
      </li>
    ))}
  </ul>
);

/**
 * Why the figures differ: as long as nobody ruled, in the words of the machine. `ruling`: the one in force, whose reason comes before them;
 * what the machine thought is then marked as such, and what it held possible is left out.
 */
export function WhyTheyDiffer({ why, ruling }: { why: Why; ruling: RulingView | null }) {
  if (ruling)
    return (
      <>
        <p className="lede">
          {ruling.reason}. <bdi>{ruling.oneLine}</bdi>
        </p>
        <p className="quiet">What the machine found before a person ruled: {why.explanation}</p>
      </>
    );
  return (
    <>
      <p className="lede">{why.explanation}</p>
      <dl className="facts">
        {why.kind ? (
          <>
            <dt>Kind</dt>
            <dd>{why.kind}</dd>
          </>
        ) : null}
        {why.gap ? (
          <>
            <dt>Gap</dt>
            <dd>
              {why.gap.absolute}
              {why.gap.percent ? ` (${why.gap.percent})` : ''}
            </dd>
          </>
        ) : null}
      </dl>
      {why.possibleReasons.length > 0 ? (
        <>
          <p>Possible reasons, none of them established:</p>
          <ul>
            {why.possibleReasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

interface DifferenceProps {
  differences: Difference[];
  positions: PositionView[];
  /** The heading above says already what the table shows. */
  headed?: boolean;
}

/** A sign and a word, never the sign alone. */
const LIKENESS: Record<Likeness, { sign: string; words: string }> = {
  same: { sign: '=', words: 'the same' },
  partly: { sign: '≈', words: 'the same in part' },
  unsaid: { sign: '⚠\ufe0e', words: 'not said by all' },
  differs: { sign: '✕', words: 'different' },
};

/** Field by field what each position says, and whether they say the same: where they differ at once, and what is the same below it. */
export function DifferenceTable({ differences, positions, headed = false }: DifferenceProps) {
  const sorted = [...differences].sort((a, b) => Number(a.same) - Number(b.same));
  return (
    <div className="table-wrap">
      <StackTable
        className={headed ? 'calm values' : 'values'}
        caption={headed ? 'Field by field' : 'What differs, field by field'}
        columns={['Field', ...positions.map((position) => `Position ${position.letter}`), 'They say']}
        rows={sorted.map(({ field, values, likeness }) => ({
          key: field,
          cells: [
            field,
            ...values,
            <span key="likeness" className={likeness === 'differs' ? 'differs' : 'same'}>
              <span aria-hidden="true">{LIKENESS[likeness].sign} </span>
              {LIKENESS[likeness].words}
            </span>,
          ],
        }))}
      />
    </div>
  );
}

/** So many pairs are told on a page, the graver first: a measure of sixty claims has more than a thousand. */
const MOST_PAIRS = 40;

/** Compared pairs with the row of the decision table that decided each. */
export function Relations({ page }: { page: MeasurePage }) {
  const rest = page.relations.length - MOST_PAIRS;
  return (
    <>
      <ul>
        {page.relations.slice(0, MOST_PAIRS).map((relation) => (
          <li key={`${relation.a.id} ${relation.b.id}`}>
            <FigureLink row={relation.a} noun /> <span className="quiet">in {relation.a.source}</span> and{' '}
            <FigureLink row={relation.b} noun /> <span className="quiet">in {relation.b.source}</span>:{' '}
            <strong className={relation.alert ? 'differs' : undefined}>{relation.kind}</strong>.{' '}
            <Around sentence={relation.explanation} words={page.decision.dismissal?.reason ?? null} />
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <p className="quiet">
          {countWords(rest, 'more pair')} in the <a href={`/measures/${page.record.id}.json`}>JSON</a>.
        </p>
      ) : null}
    </>
  );
}

import { type ClaimRow, type Status, writtenIn } from '@/lib/publication';
import { FigureLink } from './figures';
import { Noted } from './noted';
import { StackTable } from './stack-table';
import { demoWords, GivenVerdict, Pieces } from './words';

const COLUMNS = ['Figure', 'In these words', 'Said by', 'Reported by', 'As of', 'Verdict'];

/** Every claim of a measure: the table behind the chart, one row for each mark. */
export function ClaimsTable({ rows, status, caption }: { rows: ClaimRow[]; status: Status; caption: string }) {
  return (
    <StackTable
      className="claims"
      caption={caption}
      columns={COLUMNS}
      rows={rows.map((row) => ({ key: row.id, id: `c-${row.id}`, cells: cells(row, status) }))}
    />
  );
}

const cells = (row: ClaimRow, status: Status) => {
  const { claim } = row;
  return [
    <span key="figure">
      <FigureLink row={row} noun />
      {claim.byHand ? (
        <>
          <br />
          <span className="quiet">{claim.byHand.act === 'added' ? 'added by a person' : 'corrected by a person'}</span>
        </>
      ) : null}
    </span>,
    <span key="quote" className="quote" {...writtenIn(claim.article.language)}>
      “{claim.quote.cutBefore ? '… ' : ''}
      <Pieces pieces={claim.quote.pieces} />
      {claim.quote.cutAfter ? ' …' : ''}”
    </span>,
    <span key="speaker">
      {row.speaker && claim.speakerId ? <a href={`/speakers/${claim.speakerId}`}>{row.speaker}</a> : (row.speaker ?? 'nobody named')}
      {row.speakerInferred ? (
        <>
          {' '}
          <span className="basis" data-basis="inferred">
            inferred
          </span>
        </>
      ) : null}
    </span>,
    <span key="source">
      <a href={`/articles/${claim.article.id}#c-${row.id}`}>{row.source}</a>
      <br />
      <span className="quiet">
        {claim.article.agency ? `text of ${claim.article.agency.name}, ` : ''}published {row.published}
        {demoWords(claim.article)}
        <Noted article={claim.article} />
      </span>
    </span>,
    <span key="as-of">
      {claim.asOf ? <time dateTime={claim.asOf}>{row.asOf}</time> : row.asOf}
      <br />
      <span className="quiet">{row.basis}</span>
    </span>,
    row.verdict ? (
      <GivenVerdict key="verdict" verdict={row.verdict} status={status} />
    ) : (
      <span key="verdict" className="quiet">
        {row.retracted ? 'taken back, counts for nothing' : row.contested ? 'contested, no ruling yet' : 'no ruling'}
      </span>
    ),
  ];
};

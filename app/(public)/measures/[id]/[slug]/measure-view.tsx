import { ChartFigure } from '@/app/_ui/chart-figure';
import { ClaimsTable } from '@/app/_ui/claims-table';
import { Ruling, Steps } from '@/app/_ui/decision';
import { Versus } from '@/app/_ui/figures';
import { History } from '@/app/_ui/history';
import { Checks, DifferenceTable, Positions, Relations, WhyTheyDiffer } from '@/app/_ui/positions';
import { PhraseWords, StatusChip } from '@/app/_ui/words';
import { countWords, dayWords, listWords, type MeasurePage } from '@/lib/publication';

/** Answer first, then why, then everything it rests on. */
export function MeasureView({ page }: { page: MeasurePage }) {
  const { answer, decision, record } = page;
  return (
    <>
      <header>
        <Notices page={page} />
        <h1>{page.title}</h1>
        <div className="answer" data-form={answer.form}>
          <p className="sentence">
            <PhraseWords phrase={answer.sentence} />
          </p>
          <p className="quiet">
            <StatusChip status={answer.status} /> {page.counts.words}
          </p>
          {page.reason ? <p className="reason">{page.reason}</p> : null}
        </div>
        {answer.figures.length > 1 ? <Versus figures={answer.figures} form={answer.form} /> : null}
      </header>
      <ChartFigure page={page} />
      {page.positions.length > 0 ? (
        <section id="positions">
          <h2>{page.positions.length > 1 ? 'The positions' : 'The position'}</h2>
          <Positions positions={page.positions} />
          {record.case ? (
            <p>
              <a href={`/cases/${record.case.id}`}>Read the case</a>
            </p>
          ) : null}
        </section>
      ) : null}
      {page.why ? (
        <section id="why">
          <h2>Why they differ</h2>
          <WhyTheyDiffer why={page.why} />
          {page.differences.length > 0 ? <DifferenceTable differences={page.differences} positions={page.positions} /> : null}
        </section>
      ) : null}
      {page.checks.length > 0 ? (
        <section id="checks">
          <h2>Sums checked</h2>
          <Checks page={page} />
        </section>
      ) : null}
      <section id="claims" className="full">
        <h2>Every claim</h2>
        <ClaimsTable rows={page.rows} caption={`${countWords(page.rows.length, 'claim')}, one row for each, by as-of date`} />
        {page.relations.length > 0 ? (
          <details>
            <summary>How the pairs compare ({page.relations.length})</summary>
            <Relations page={page} />
          </details>
        ) : null}
      </section>
      <section id="counted">
        <h2>What is counted</h2>
        <dl className="facts">
          <dt>In the sources’ words</dt>
          <dd>{listWords(page.counted.nouns)}</dd>
          {page.counted.unit ? (
            <>
              <dt>Unit</dt>
              <dd>{page.counted.unit}</dd>
            </>
          ) : null}
          <dt>How it adds up</dt>
          <dd>
            {page.counted.aggregation}. {page.counted.meaning}
          </dd>
          <dt>Does not count</dt>
          <dd>
            Figures for another place, actor or direction; plans and forecasts beside reports of what is. Such claims stand under questions
            of their own.
          </dd>
        </dl>
      </section>
      <section id="decision">
        <h2>How this was decided</h2>
        <Steps decision={decision} />
        {decision.ruling ? (
          <Ruling ruling={decision.ruling} heading={decision.ruling.kind === 'correction' ? 'The corrected ruling' : 'The ruling'} />
        ) : null}
        {decision.earlier.length > 0 ? (
          <details>
            <summary>Earlier rulings, replaced ({decision.earlier.length})</summary>
            {decision.earlier.map((ruling) => (
              <Ruling
                key={ruling.publicationId}
                ruling={ruling}
                heading={`Published ${dayWords(ruling.publishedAt)}, no longer in force`}
              />
            ))}
          </details>
        ) : null}
        <p>
          <strong>What would change this:</strong> a new article whose accepted claim contradicts{' '}
          {decision.ruling ? 'the accepted position reopens the case by itself' : 'these opens a case by itself'}; so would a primary paper
          that says what was counted.
        </p>
      </section>
      <section id="history">
        <h2>History</h2>
        <History changes={page.changes} />
      </section>
      <section id="reuse" className="reuse">
        <h2>Reuse</h2>
        <p>
          The same figures, ids and words as data: <a href={`/measures/${record.id}.json`}>JSON</a>,{' '}
          <a href={`/measures/${record.id}.csv`}>CSV</a>. Changes as they happen: <a href="/feed.atom">Atom feed</a>.
        </p>
      </section>
    </>
  );
}

/** Corrections and reviews stand above everything else. */
export function Notices({ page }: { page: MeasurePage }) {
  const standing = page.record.case?.standing;
  return (
    <>
      {page.correction ? (
        <aside className="note correction" role="note" aria-label="Correction">
          <p>
            <strong>Correction, {dayWords(page.correction.at)}.</strong> {page.correction.notice} <a href="#decision">What changed</a>
          </p>
        </aside>
      ) : null}
      {standing?.status === 'reopened' ? (
        <aside className="note reopened" role="note" aria-label="Under review again">
          <p>
            <strong>Under review again since {dayWords(standing.at)}.</strong> The last published ruling stays below until a new one
            replaces it.
          </p>
        </aside>
      ) : null}
    </>
  );
}

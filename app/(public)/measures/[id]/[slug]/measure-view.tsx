import { Around } from '@/app/_ui/around';
import { AskedAlike } from '@/app/_ui/asked-alike';
import { ChartFigure } from '@/app/_ui/chart-figure';
import { Checks } from '@/app/_ui/checks';
import { Cite, DatasetFacts } from '@/app/_ui/cite';
import { ClaimsTable } from '@/app/_ui/claims-table';
import { Dismissal, Ruling, Steps } from '@/app/_ui/decision';
import { Versus } from '@/app/_ui/figures';
import { History } from '@/app/_ui/history';
import { Related, WhoHasNot } from '@/app/_ui/neighbours';
import { Notices } from '@/app/_ui/notices';
import { PositionTable } from '@/app/_ui/position-table';
import { Positions, Relations, WhyTheyDiffer } from '@/app/_ui/positions';
import { Report } from '@/app/_ui/report';
import { Pictures, Snippets } from '@/app/_ui/snippets';
import { Twins } from '@/app/_ui/twins';
import { At, PhraseWords } from '@/app/_ui/words';
import type { Neighbours } from '@/db/published';
import type { Instant } from '@/lib/base';
import {
  CHANGE_WORDS,
  type Cited,
  copiedMeasure,
  countWords,
  dayWords,
  type EditionMark,
  gatheredChanges,
  groupedDigits,
  instantWords,
  type MeasurePage,
  type RulingView,
  rowsShown,
  type Site,
  twinsOf,
  WOULD_CHANGE_WORDS,
} from '@/lib/publication';
import { About, RangeLine, Standing, Strip } from './answer-parts';
import { Counted } from './counted';

const HEADINGS: Record<RulingView['kind'], string> = {
  publication: 'The ruling',
  correction: 'The corrected ruling',
  anew: CHANGE_WORDS.anew,
};

/** The answer comes before all else by keyboard, too. */
export const SKIPS: [href: string, words: string][] = [['#answer', 'Skip to answer']];

/** Which edition somebody holds in their hands, and where it stays. */
export const editionOf = (id: string, { number, at }: EditionMark): { path: string; words: string } => ({
  path: `/measures/${id}/v/${number}`,
  words: `Edition ${number}, since ${instantWords(at)}`,
});

interface Shown {
  page: MeasurePage;
  /** Others that are asked in the same words. */
  alike: MeasurePage[];
  /** Which one this is; null where that is said elsewhere. */
  edition: EditionMark | null;
  /** What of it is cited. */
  cited: Cited;
  now: Instant;
  /** What stands around it today; null for another moment. */
  neighbours?: Neighbours | null;
  /** Path of the comparison that shows the last correction. */
  difference?: string | null;
  site: Site;
}

/** Answer first, then why, then everything it rests on. */
export function MeasureView({ page, alike, edition, cited, now, neighbours = null, difference = null, site }: Shown) {
  const { answer, decision, record } = page;
  const isOpen = answer.status === 'open' || answer.status === 'reopened';
  const twins = twinsOf('measures', `/measures/${record.id}`);
  const rows = rowsShown(page);
  return (
    <>
      <header>
        <Notices page={page} difference={difference} />
        <About page={page} />
        <h1>{page.title}</h1>
        <div className="answer" id="answer" data-form={answer.form}>
          <p className="sentence">
            <PhraseWords phrase={answer.sentence} />
          </p>
          <RangeLine page={page} />
          <Standing page={page} />
          {page.reason ? (
            <p className="reason">
              <Around sentence={page.reason} words={decision.dismissal?.reason ?? null} />
            </p>
          ) : null}
        </div>
        {answer.figures.length > 1 ? <Versus figures={answer.figures} form={answer.form} /> : null}
        <AskedAlike pages={alike} />
      </header>
      <Strip answer={answer} />
      <ChartFigure page={page} />
      {page.positions.length > 0 ? (
        <section id="positions">
          <h2>{page.positions.length > 1 ? 'The positions' : 'The position'}</h2>
          <PositionTable positions={page.positions} status={answer.status} />
          {isOpen ? <Positions positions={page.positions} status={answer.status} /> : null}
          {record.case ? (
            <p>
              <a href={`/cases/${record.case.id}`}>Read the case</a>: every quote by position, and what differs field by field.
            </p>
          ) : null}
        </section>
      ) : null}
      {page.why ? (
        <section id="why">
          <h2>Why they differ</h2>
          <WhyTheyDiffer why={page.why} ruling={answer.status === 'settled' ? decision.ruling : null} />
        </section>
      ) : null}
      {page.checks.length > 0 ? (
        <section id="checks">
          <h2>Figures held against each other</h2>
          <Checks checks={page.checks} />
        </section>
      ) : null}
      <section id="claims" className="full">
        <h2>Every claim</h2>
        <ClaimsTable
          rows={rows}
          status={answer.status}
          caption={`${countWords(rows.length, 'claim')}${rows.length < page.rows.length ? ` of ${groupedDigits(String(page.rows.length))}` : ''}, one row for each, by as-of date`}
        />
        {rows.length < page.rows.length ? (
          <p>
            The rows are the claims that are drawn and the first by date. Every one is in the data:{' '}
            <a href={`/measures/${record.id}.csv`}>CSV</a>, <a href={`/measures/${record.id}.json`}>JSON</a>.
          </p>
        ) : null}
        {page.relations.length > 0 ? (
          <details>
            <summary>How the pairs compare ({page.relations.length})</summary>
            <Relations page={page} />
          </details>
        ) : null}
      </section>
      <Counted page={page} />
      <section id="decision">
        <h2>{decision.ruling || decision.dismissal ? 'How this was decided' : 'Steps so far'}</h2>
        <Steps decision={decision} />
        {decision.ruling ? <Ruling ruling={decision.ruling} heading={HEADINGS[decision.ruling.kind]} isTold /> : null}
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
        {decision.dismissal ? <Dismissal dismissal={decision.dismissal} /> : null}
        <p>
          <strong>What would change this:</strong> {WOULD_CHANGE_WORDS[answer.status]}
        </p>
      </section>
      {neighbours?.silence ? <WhoHasNot silence={neighbours.silence} /> : null}
      <section id="history">
        <h2>History</h2>
        <History changes={gatheredChanges(page.changes)} />
        {edition ? (
          <p className="quiet">
            Edition <a href={`/measures/${record.id}/v/${edition.number}`}>{edition.number}</a>, since <At instant={edition.at} />.{' '}
            <a href={`/measures/${record.id}/history`}>All editions</a>, each under an address that keeps showing it.
          </p>
        ) : null}
      </section>
      <section id="reuse" className="reuse">
        <h2>Reuse</h2>
        <Twins twins={twins} />
        <Cite twins={twins} cited={cited} copied={copiedMeasure(page, cited)} site={site} now={now} />
        <DatasetFacts page={page} />
        <Pictures page={page} />
        <Snippets embedded={{ kind: 'measures', id: record.id }} title={page.title} site={site} />
      </section>
      {neighbours ? <Related {...neighbours} /> : null}
      <Report path={page.path} />
    </>
  );
}

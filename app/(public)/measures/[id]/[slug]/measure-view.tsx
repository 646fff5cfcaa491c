import { Around } from '@/app/_ui/around';
import { AskedAlike } from '@/app/_ui/asked-alike';
import { ChartFigure } from '@/app/_ui/chart-figure';
import { Checks } from '@/app/_ui/checks';
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
import { At, PhraseWords, StatusChip } from '@/app/_ui/words';
import type { Neighbours } from '@/db/published';
import {
  CHANGE_WORDS,
  countWords,
  dayWords,
  type EditionMark,
  gatheredChanges,
  type MeasurePage,
  type Range,
  type RulingView,
  rangeOf,
  reviewDue,
  type Site,
  WOULD_CHANGE_WORDS,
} from '@/lib/publication';
import { Counted } from './counted';

const HEADINGS: Record<RulingView['kind'], string> = {
  publication: 'The ruling',
  correction: 'The corrected ruling',
  anew: CHANGE_WORDS.anew,
};

interface Shown {
  page: MeasurePage;
  /** Others that are asked in the same words. */
  alike: MeasurePage[];
  /** Which one this is; null where that is said elsewhere. */
  edition: EditionMark | null;
  /** What stands around it today; null for another moment. */
  neighbours?: Neighbours | null;
  /** Path of the comparison that shows the last correction. */
  difference?: string | null;
  site: Site;
}

/** Answer first, then why, then everything it rests on. */
export function MeasureView({ page, alike, edition, neighbours = null, difference = null, site }: Shown) {
  const { answer, decision, record } = page;
  const isOpen = answer.status === 'open' || answer.status === 'reopened';
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
          rows={page.rows}
          status={answer.status}
          caption={`${countWords(page.rows.length, 'claim')}, one row for each, by as-of date`}
        />
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
        <p>
          The same figures, ids and words as data: <a href={`/measures/${record.id}.json`}>JSON</a>,{' '}
          <a href={`/measures/${record.id}.csv`}>CSV</a>. Changes as they happen:{' '}
          <a href={`/measures/${record.id}.atom`}>of this measure</a>, <a href="/feed.atom">of all</a>, as Atom feeds.
        </p>
        <Pictures page={page} />
        <Snippets embedded={{ kind: 'measures', id: record.id }} title={page.title} site={site} />
      </section>
      {neighbours ? <Related {...neighbours} /> : null}
      <Report path={page.path} />
    </>
  );
}

/** What it is about and where, as people said. */
function About({ page: { record } }: { page: MeasurePage }) {
  const { topics = [], places = [] } = record.definition ?? {};
  return topics.length + places.length === 0 ? null : <p className="kicker">{[...topics, ...places].join(' · ')}</p>;
}

/** Lowest and highest figure, each with the way to its quote; left out where the sentence above has both. */
function RangeLine({ page }: { page: MeasurePage }) {
  const range = rangeOf(page.rows, page.positions);
  const linked = new Set(page.answer.sentence.flatMap((part) => (typeof part === 'string' ? [] : part.claim)));
  if (range === null || (linked.has(range.low.claim) && linked.has(range.high.claim))) return null;
  return (
    <p className="range">
      Reported: from <End end={range.low} /> to <End end={range.high} />.
    </p>
  );
}

const End = ({ end: { label, claim, source } }: { end: Range['low'] }) => (
  <>
    <a href={`/claims/${claim}`}>{label}</a> in {source}
  </>
);

/** Where it stands and when it is due again. How many sources there are says the sentence above; here stands what that leaves open. */
function Standing({ page }: { page: MeasurePage }) {
  const { counts, answer } = page;
  const due = reviewDue(page);
  return (
    <p className="quiet">
      <StatusChip status={answer.status} /> {counts.articles === counts.origins && counts.articles === counts.sources ? '' : counts.words}
      {due === null ? null : (
        <>
          {' '}
          To be looked at again by <time dateTime={due}>{dayWords(due)}</time>.
        </>
      )}
    </p>
  );
}

import { Fragment } from 'react';
import { Around } from '@/app/_ui/around';
import { AskedAlike } from '@/app/_ui/asked-alike';
import { ChartFigure } from '@/app/_ui/chart-figure';
import { ClaimsTable } from '@/app/_ui/claims-table';
import { Dismissal, Ruling, Steps } from '@/app/_ui/decision';
import { Versus } from '@/app/_ui/figures';
import { History } from '@/app/_ui/history';
import { Notices } from '@/app/_ui/notices';
import { Checks, DifferenceTable, Positions, Relations, WhyTheyDiffer } from '@/app/_ui/positions';
import { Pictures, Snippets } from '@/app/_ui/snippets';
import { At, PhraseWords, StatusChip } from '@/app/_ui/words';
import {
  type Answer,
  CHANGE_WORDS,
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
  type Status,
} from '@/lib/publication';
import { Counted } from './counted';

const WOULD_CHANGE: Record<Status, string> = {
  open: 'a ruling by a reviewer, confirmed by a second one; a primary paper that says what was counted would help it most.',
  reopened: 'a new ruling by a reviewer, confirmed by a second one. It replaces the last one with a notice of correction.',
  settled: 'a new article whose accepted claim contradicts the ruling opens the case again by itself.',
  dismissed: 'a new article whose accepted claim contradicts these figures opens the case again by itself.',
  withdrawn: 'a new ruling by a reviewer, confirmed by a second one, once the case is open again.',
  uncontested: 'a new article whose accepted claim contradicts these opens a case by itself.',
  differs: 'a case opens once every claim in it is accepted; then a reviewer rules, and a second one confirms.',
};

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

/** Answer first, then why, then everything it rests on. `alike`: others that are asked in the same words. `edition`: which one this is, null where that is said elsewhere. */
export function MeasureView({
  page,
  alike,
  edition,
  site,
}: {
  page: MeasurePage;
  alike: MeasurePage[];
  edition: EditionMark | null;
  site: Site;
}) {
  const { answer, decision, record } = page;
  const rows = rowsShown(page);
  return (
    <>
      <header>
        <Notices page={page} />
        <h1>{page.title}</h1>
        <div className="answer" id="answer" data-form={answer.form}>
          <p className="sentence">
            <PhraseWords phrase={answer.sentence} />
          </p>
          <p className="quiet">
            <StatusChip status={answer.status} /> {page.counts.words}
          </p>
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
          <Positions positions={page.positions} status={answer.status} />
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
          <WhyTheyDiffer why={page.why} ruling={answer.status === 'settled' ? decision.ruling : null} />
          {page.differences.length > 0 ? <DifferenceTable differences={page.differences} positions={page.positions} /> : null}
        </section>
      ) : null}
      {page.checks.length > 0 ? (
        <section id="checks">
          <h2>Figures held against each other</h2>
          <Checks page={page} />
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
        {decision.ruling ? <Ruling ruling={decision.ruling} heading={HEADINGS[decision.ruling.kind]} /> : null}
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
          <strong>What would change this:</strong> {WOULD_CHANGE[answer.status]}
        </p>
      </section>
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
    </>
  );
}

/** So many figures have room in one line. */
const IN_STRIP = 2;

/** The answer in a line that stays in sight on a narrow screen while the rest scrolls by, and leads back to it. */
function Strip({ answer: { figures, form, status } }: { answer: Answer }) {
  if (figures.length === 0) return null;
  // An accepted figure stands alone; those that cannot both stand, beside each other.
  const shown = figures.slice(0, figures[0]!.accepted ? 1 : IN_STRIP);
  const more = figures.length - shown.length;
  return (
    <p className="strip no-print" data-form={form}>
      <a href="#answer">
        {shown.map(({ claim, label }, index) => (
          <Fragment key={claim}>
            {index > 0 ? (form === 'none' ? ' ≠ ' : ' · ') : ''}
            <span>{label}</span>
          </Fragment>
        ))}
        {more > 0 && !figures[0]!.accepted ? ` +${more}` : ''}
      </a>{' '}
      <StatusChip status={status} />
    </p>
  );
}

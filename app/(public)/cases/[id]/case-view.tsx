import { Around } from '@/app/_ui/around';
import { Checks } from '@/app/_ui/checks';
import { Conflicts } from '@/app/_ui/conflicts';
import { Dismissal, Ruling } from '@/app/_ui/decision';
import { History } from '@/app/_ui/history';
import { Notices } from '@/app/_ui/notices';
import { DifferenceTable, Positions, WhyTheyDiffer } from '@/app/_ui/positions';
import { Report } from '@/app/_ui/report';
import { PhraseWords, StatusChip } from '@/app/_ui/words';
import {
  CHANGE_WORDS,
  conflictsOf,
  dayWords,
  type EditionMark,
  gatheredChanges,
  type MeasurePage,
  type PublicCase,
  type RulingView,
  WOULD_CHANGE_WORDS,
} from '@/lib/publication';

const HEADINGS: Record<RulingView['kind'], string> = {
  publication: 'Published ruling',
  correction: 'Corrected ruling',
  anew: CHANGE_WORDS.anew,
};

interface Shown {
  page: MeasurePage;
  held: PublicCase;
  /** What readers see of its measure now; null where none is filed yet. */
  edition: EditionMark | null;
  /** Path of the comparison that shows the last correction. */
  difference: string | null;
}

/** One case: the positions apart, what differs, the sums, the ruling or the plain word that there is none. */
export function CaseView({ page, held, edition, difference }: Shown) {
  const { answer, decision } = page;
  const conflicts = conflictsOf(page);
  return (
    <>
      <header>
        <Notices page={page} difference={difference} />
        <p className="kicker">Case</p>
        <h1>{page.title}</h1>
        <div className="answer" data-form={answer.form}>
          <p className="sentence">
            <PhraseWords phrase={answer.sentence} />
          </p>
          <p className="quiet">
            <StatusChip status={answer.status} /> opened {dayWords(held.openedAt)} · <a href={page.path}>all about this measure</a>
          </p>
          {decision.dismissal ? (
            <p className="reason">
              <Around sentence={decision.dismissal.words} words={decision.dismissal.reason} />
            </p>
          ) : null}
        </div>
      </header>
      {page.positions.length > 0 ? (
        <section id="positions">
          <h2>{decision.dismissal ? 'The figures' : page.positions.length > 1 ? 'The positions' : 'The position'}</h2>
          <Positions positions={page.positions} status={answer.status} />
        </section>
      ) : null}
      {page.why || page.differences.length > 0 ? (
        <section id="why">
          <h2>{page.why ? 'Why they differ' : 'What differs'}</h2>
          {page.why ? <WhyTheyDiffer why={page.why} ruling={answer.status === 'settled' ? decision.ruling : null} /> : null}
          {page.differences.length > 0 ? (
            <DifferenceTable differences={page.differences} positions={page.positions} headed={!page.why} />
          ) : null}
        </section>
      ) : null}
      {conflicts.length > 0 ? (
        <section id="conflicts">
          <h2>Pair by pair</h2>
          <Conflicts conflicts={conflicts} />
        </section>
      ) : null}
      {page.checks.length > 0 ? (
        <section id="checks">
          <h2>Figures held against each other</h2>
          <Checks checks={page.checks} />
        </section>
      ) : null}
      <section id="decision">
        <h2>{decision.dismissal ? 'The dismissal' : 'The ruling'}</h2>
        {decision.dismissal ? (
          <Dismissal dismissal={decision.dismissal} />
        ) : decision.ruling ? (
          <Ruling ruling={decision.ruling} heading={HEADINGS[decision.ruling.kind]} />
        ) : decision.withdrawal ? (
          <p>No ruling is published: the last one was withdrawn on {dayWords(decision.withdrawal.at)}.</p>
        ) : (
          <p>Open since {dayWords(held.openedAt)}; no ruling is published.</p>
        )}
        {decision.earlier.map((ruling) => (
          <Ruling key={ruling.publicationId} ruling={ruling} heading={`Published ${dayWords(ruling.publishedAt)}, no longer in force`} />
        ))}
        <p>
          <strong>What would change this:</strong> {WOULD_CHANGE_WORDS[answer.status]}
        </p>
      </section>
      <section id="history">
        <h2>Timeline</h2>
        <History changes={gatheredChanges(page.changes)} />
        {edition ? (
          <p className="quiet">
            As of log entry {edition.entry}, which is edition{' '}
            <a href={`/measures/${held.measureId}/v/${edition.number}`}>{edition.number}</a> of its measure.
          </p>
        ) : null}
      </section>
      <Report path={`/cases/${held.id}`} />
    </>
  );
}

import { Fragment } from 'react';
import { StatusChip } from '@/app/_ui/words';
import { type Answer, dayWords, type MeasurePage, type Range, rangeOf, reviewDue } from '@/lib/publication';

/** What it is about and where, as people said. */
export function About({ page: { record } }: { page: MeasurePage }) {
  const { topics = [], places = [] } = record.definition ?? {};
  return topics.length + places.length === 0 ? null : <p className="kicker">{[...topics, ...places].join(' · ')}</p>;
}

/** Lowest and highest figure, each with the way to its quote; left out where the sentence above has both. */
export function RangeLine({ page }: { page: MeasurePage }) {
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
export function Standing({ page }: { page: MeasurePage }) {
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

/** So many figures have room in one line. */
const IN_STRIP = 2;

/** The answer in a line that stays in sight on a narrow screen while the rest scrolls by, and leads back to it. */
export function Strip({ answer: { figures, form, status } }: { answer: Answer }) {
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

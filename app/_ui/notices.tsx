import { dayWords, type MeasurePage } from '@/lib/publication';
import { Corrected } from './corrected';

/** Corrections and reviews stand above everything else. */
export function Notices({ page }: { page: MeasurePage }) {
  const standing = page.record.case?.standing;
  return (
    <>
      {page.correction ? (
        <aside className="note correction" role="note" aria-label="Correction">
          <p>
            <strong>Correction, {dayWords(page.correction.at)}.</strong> <bdi>{page.correction.notice}</bdi>{' '}
            <a href="#decision">The rulings in full</a>
          </p>
          <Corrected correction={page.correction} />
        </aside>
      ) : null}
      {standing?.status === 'withdrawn' ? (
        <aside className="note correction" role="note" aria-label="Withdrawal">
          <p>
            <strong>Ruling withdrawn, {dayWords(standing.at)}.</strong> What was published here no longer stands:{' '}
            <bdi>{standing.reason}</bdi>
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

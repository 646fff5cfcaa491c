import { dayWords, type MeasurePage } from '@/lib/publication';

/** Corrections and reviews stand above everything else. */
export function Notices({ page }: { page: MeasurePage }) {
  const standing = page.record.case?.standing;
  return (
    <>
      {page.correction ? (
        <aside className="note correction" role="note" aria-label="Correction">
          <p>
            <strong>Correction, {dayWords(page.correction.at)}.</strong> <bdi>{page.correction.notice}</bdi>{' '}
            <a href="#decision">What changed</a>
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

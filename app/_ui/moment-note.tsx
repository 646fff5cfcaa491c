import type { EditionMark, Moments } from '@/lib/publication';
import { instantWords, momentWords } from '@/lib/publication';

/** Above a page that shows the past: of which moment it is, and the way to today. `today` is the address of the page as it is now. */
export function MomentNote({ moments, edition, today }: { moments: Moments; edition: EditionMark | null; today: string }) {
  return (
    <aside className="note moment" role="note" aria-label="Of another moment">
      <p>
        <strong>{momentWords(moments)}.</strong> <a href={today}>As it is today</a>
      </p>
      {moments.asof || edition ? (
        <details>
          <summary>What this shows</summary>
          <p>
            {moments.asof ? 'Claims that speak of a later day, and those of no day, are left out. ' : ''}
            {edition ? `This was edition ${edition.number}, which readers saw from ${instantWords(edition.at)} on.` : ''}
          </p>
        </details>
      ) : null}
    </aside>
  );
}

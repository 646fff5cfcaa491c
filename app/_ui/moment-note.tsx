import type { EditionMark, Moments } from '@/lib/publication';
import { instantWords, momentWords } from '@/lib/publication';

interface Props {
  moments: Moments;
  /** What readers saw of the measure then; null where only a day is asked for. */
  edition: EditionMark | null;
  measure?: string;
  /** The address of the page as it is now. */
  today: string;
}

/** Above a page that shows the past: of which moment it is, and the ways to the edition of its measure and to today. */
export function MomentNote({ moments, edition, measure, today }: Props) {
  return (
    <aside className="note moment" role="note" aria-label="Of another moment">
      <p>
        <strong>{momentWords(moments)}.</strong>{' '}
        {moments.asof ? 'Claims that speak of a later day, and those of no day, are left out. ' : ''}
        {edition && measure ? (
          <>
            Readers saw <a href={`/measures/${measure}/v/${edition.number}`}>edition {edition.number}</a> of the measure then, from{' '}
            {instantWords(edition.at)} on.{' '}
          </>
        ) : null}
        <a href={today}>As it is today</a>
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

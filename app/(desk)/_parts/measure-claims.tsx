import type { MemberLine } from '@/db/desk';
import { countWords, dayWords } from '@/lib/publication';

/** So many are shown beside a definition, and so many where somebody asks for more. */
export const MOST_CLAIMS = { first: 25, all: 400 } as const;

/** The claims of a measure, those that readers see first: the first of them, and the way to the rest. */
export function MeasureClaims({ lines, total, id }: { lines: MemberLine[]; total: number; id: string }) {
  return (
    <section aria-labelledby="claims">
      <h2 id="claims">
        Its claims{' '}
        <span className="quiet">
          {total > lines.length ? `${lines.length} of ${total.toLocaleString('en')}` : countWords(total, 'claim')}
        </span>
      </h2>
      {lines.length === 0 && <p className="quiet">No claim stands in it.</p>}
      <ul className="uses">
        {lines.map(({ id: claim, text, speaker, outlet, publishedAt, accepted }) => (
          <li key={claim}>
            <a href={`/review/claims/${claim}`}>
              “<bdi>{text}</bdi>”
            </a>{' '}
            <span className="quiet">
              {[speaker, outlet, publishedAt ? dayWords(publishedAt) : 'no date', accepted ? 'public' : 'not accepted']
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {total > lines.length && lines.length < MOST_CLAIMS.all && (
        <p>
          <a href={`/review/measures/${id}/edit?claims=all#claims`}>Show more of them, {MOST_CLAIMS.all} at most</a>
        </p>
      )}
    </section>
  );
}

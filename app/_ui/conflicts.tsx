import { type ConflictView, conflictId } from '@/lib/publication';

/** So many are told pair by pair. */
const MOST = 60;

/** What cannot both stand, pair by pair; each can be led to. */
export function Conflicts({ conflicts }: { conflicts: ConflictView[] }) {
  return (
    <>
      <ul>
        {conflicts.slice(0, MOST).map((conflict) => (
          <li key={conflictId(conflict)} id={`x-${conflictId(conflict)}`}>
            <ConflictFigures conflict={conflict} />
            <span className="quiet">
              {' '}
              {conflict.kind}. {conflict.explanation}
            </span>
          </li>
        ))}
      </ul>
      {conflicts.length > MOST ? (
        <p className="quiet">
          The first {MOST} of {conflicts.length}.
        </p>
      ) : null}
    </>
  );
}

/** Both figures with who says so, each leading to its claim. */
export const ConflictFigures = ({ conflict: { a, b } }: { conflict: ConflictView }) => (
  <>
    <a href={`/claims/${a.id}`}>{a.figureNoun}</a> <span className="quiet">{a.source}</span> <span className="differs">≠</span>{' '}
    <a href={`/claims/${b.id}`}>{b.figureNoun}</a> <span className="quiet">{b.source}</span>
  </>
);

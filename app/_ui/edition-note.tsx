import type { Edition } from '@/db/published';
import { At } from './words';

/** Above an edition: which it is, since when readers saw it, and the ways to its neighbours, the history and today. */
export function EditionNote({ id, edition: { mark, earlier, later } }: { id: string; edition: Edition }) {
  return (
    <aside className="note moment" role="note" aria-label="Edition">
      <p>
        <strong>Edition {mark.number}</strong>, from <At instant={mark.at} /> on{later === null ? ', the last one' : ''}.{' '}
        <a href={`/measures/${id}`}>As it is today</a>
      </p>
      <details>
        <summary>Other editions</summary>
        <p>What was withdrawn or withheld since is left out.</p>
        <p>
          {earlier === null ? null : (
            <>
              <a href={`/measures/${id}/v/${earlier}`}>Edition {earlier}</a> ·{' '}
              <a href={`/measures/${id}/compare/${earlier}...${mark.number}`}>What changed with this one</a> ·{' '}
            </>
          )}
          {later === null ? null : (
            <>
              <a href={`/measures/${id}/v/${later}`}>Edition {later}</a> ·{' '}
            </>
          )}
          <a href={`/measures/${id}/history`}>All editions</a>
        </p>
      </details>
    </aside>
  );
}

import { CHANGE_WORDS, type GatheredChange } from '@/lib/publication';
import { At } from './words';

/** So many are read at once; the rest opens below. */
const AT_ONCE = 6;

/** Public events, newest first: when, what happened, where to read it. Most titles begin with their kind; the rest get it from here. */
export function History({ changes, most = AT_ONCE }: { changes: GatheredChange[]; most?: number }) {
  // One alone is not worth a fold.
  const cut = changes.length > most + 1 ? most : changes.length;
  const earlier = changes.slice(cut);
  return (
    <>
      <Changes changes={changes.slice(0, cut)} />
      {earlier.length > 0 ? (
        <details>
          <summary>{earlier.length} earlier</summary>
          <Changes changes={earlier} />
        </details>
      ) : null}
    </>
  );
}

const Changes = ({ changes }: { changes: GatheredChange[] }) => (
  <ol className="history">
    {changes.map((change) => (
      <li key={change.urn}>
        <span className="when">
          <At instant={change.at} />
          {['reported', 'reread'].includes(change.kind) ? ` · ${CHANGE_WORDS[change.kind]}` : ''}
          {change.times > 1 ? ` · the last of ${change.times} changes that day` : ''}
        </span>
        <a href={change.path}>{change.title}</a>
        {change.reason ? (
          <p className="quiet">
            <bdi>{change.reason}</bdi>
          </p>
        ) : null}
      </li>
    ))}
  </ol>
);

import { CHANGE_WORDS, type Change } from '@/lib/publication';
import { At } from './words';

/** Public events, newest first: when, what happened, where to read it. Most titles begin with their kind; the rest get it from here. */
export function History({ changes }: { changes: Change[] }) {
  return (
    <ol className="history">
      {changes.map((change) => (
        <li key={change.urn}>
          <span className="when">
            <At instant={change.at} />
            {change.kind === 'reported' ? ` · ${CHANGE_WORDS.reported}` : ''}
          </span>
          <a href={change.path}>{change.title}</a>
        </li>
      ))}
    </ol>
  );
}

import { CHANGE_WORDS, type Change } from '@/lib/publication';
import { At } from './words';

/** Public events, newest first: when, what kind, what happened, where to read it. */
export function History({ changes }: { changes: Change[] }) {
  return (
    <ol className="history">
      {changes.map((change) => (
        <li key={change.urn}>
          <span className="when">
            <At instant={change.at} /> · {CHANGE_WORDS[change.kind]}
          </span>
          <a href={change.path}>{change.title}</a>
        </li>
      ))}
    </ol>
  );
}

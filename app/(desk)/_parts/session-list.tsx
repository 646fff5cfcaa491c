import type { openSessions } from '@/db/people';
import { instantWords } from '@/lib/publication';
import { agentWords } from './agent-words';
import { OperationForm } from './forms';

interface Props {
  sessions: Awaited<ReturnType<typeof openSessions>>;
  /** The one this page was asked for by. */
  own: string | null;
  page: string;
}

/** Where somebody is signed in, each with what ends it. */
export const SessionList = ({ sessions, own, page }: Props) => (
  <section aria-labelledby="sessions">
    <h2 id="sessions">Where you are signed in</h2>
    <ul className="sessions">
      {sessions.map(({ id, createdAt, network, agent }) => (
        <li key={id}>
          <span>
            <strong>{agentWords(agent)}</strong>
            {id === own && ' (this one)'}
            <span className="quiet">
              since {instantWords(createdAt)}, from {network ?? 'unknown'}
            </span>
          </span>
          {id !== own && (
            <OperationForm path={`account/sessions/${id}/end`} page={page}>
              <button
                type="submit"
                className="button slim"
                aria-label={`End the session of ${agentWords(agent)}, since ${instantWords(createdAt)}`}
              >
                End it
              </button>
            </OperationForm>
          )}
        </li>
      ))}
    </ul>
    <p className="hint">A session ends by itself after twelve hours.</p>
  </section>
);

import { may } from '@/db/operations';
import type { Person } from '@/db/people';
import type { CommandId } from '@/lib/keys';
import { ROLE_WORDS } from '@/lib/publication';
import { Key } from '../_keys/key';

/** Where one can go; `for`: the operation that a page is for, and nothing to somebody who may not. */
const PLACES: { href: string; word: string; command?: CommandId; for?: string }[] = [
  { href: '/review', word: 'Queue', command: 'go-queue' },
  { href: '/review/intake', word: 'Add an article', command: 'go-add', for: 'articles.add' },
  { href: '/review/activity', word: 'Activity', command: 'go-activity' },
  { href: '/review/mentions', word: 'Mentions', command: 'go-mentions' },
  { href: '/review/measures', word: 'Measures', command: 'go-measures' },
  { href: '/review/speakers', word: 'Speakers', command: 'go-speakers' },
  { href: '/review/sources', word: 'Outlets', command: 'go-outlets' },
  { href: '/review/reports', word: 'Reports', command: 'go-reports' },
  { href: '/review/stats', word: 'Statistics', command: 'go-stats' },
  { href: '/admin/people', word: 'People', command: 'go-people', for: 'people.add' },
  { href: '/admin/queue', word: 'Work', command: 'go-work', for: 'queue.set' },
  { href: '/admin/jobs', word: 'Jobs', command: 'go-jobs', for: 'jobs.start' },
  { href: '/admin/keys', word: 'Keys', command: 'go-api-keys', for: 'keys.create' },
  { href: '/admin/webhooks', word: 'Webhooks', command: 'go-webhooks', for: 'webhooks.create' },
  { href: '/admin/log', word: 'Log', command: 'go-log' },
  { href: '/admin/settings', word: 'Settings', command: 'go-desk', for: 'desk.set-review' },
];

const TOLD = '/review/notifications';

interface Props {
  actor: Person | null;
  path: string;
  demo: boolean;
  unread: number;
  mentions: number;
}

/** `unread`: how many notifications its reader has not read; `mentions`: notes that name them and that they have not seen. */
export function Masthead({ actor, path, demo, unread, mentions }: Props) {
  const here = path.split('?')[0];
  return (
    <header className="desk-bar">
      <a className="brand" href="/review">
        <b aria-hidden="true">≠</b>
        Countercheck <span className="desk-word">{demo ? 'demonstration desk' : 'desk'}</span>
      </a>
      {actor && (
        <>
          <nav aria-label="Desk">
            <details className="desk-places">
              <summary>{PLACES.find(({ href }) => href === here)?.word ?? 'Pages of the desk'}</summary>
              <ul>
                {PLACES.filter((place) => place.for === undefined || may(actor, place.for)).map(({ href, word, command }) => (
                  <li key={href}>
                    <a href={href} aria-current={href === here ? 'page' : undefined} data-command={command}>
                      {word} {command === 'go-mentions' && mentions > 0 && <b>{mentions} new</b>} {command && <Key of={command} />}
                    </a>
                  </li>
                ))}
                <li>
                  <a href="/">Public site</a>
                </li>
              </ul>
            </details>
          </nav>
          <form method="post" action="/sign-out" className="desk-who">
            <a href={TOLD} aria-current={here === TOLD ? 'page' : undefined} data-command="go-notifications">
              Notifications {unread > 0 && <Unread count={unread} />} <Key of="go-notifications" />
            </a>
            <a href="/review/account" aria-current={here === '/review/account' ? 'page' : undefined} data-command="go-account">
              {actor.name}
              <span className="quiet desk-role"> {ROLE_WORDS[actor.role].word.toLowerCase()}</span> <Key of="go-account" />
            </a>
            <button type="submit" className="button slim" data-command="sign-out">
              Sign out
            </button>
          </form>
        </>
      )}
    </header>
  );
}

const Unread = ({ count }: { count: number }) => (
  <span className="unread">
    {count > 99 ? '99+' : count}
    <span className="visually-hidden"> unread</span>
  </span>
);

import type { Person } from '@/db/people';
import type { CommandId } from '@/lib/keys';
import { Key } from '../_keys/key';

const PLACES: { href: string; word: string; command: CommandId; admin?: true }[] = [
  { href: '/review', word: 'Queue', command: 'go-queue' },
  { href: '/review/intake', word: 'Add an article', command: 'go-add' },
  { href: '/admin/people', word: 'People', command: 'go-people', admin: true },
  { href: '/admin/log', word: 'Log', command: 'go-log', admin: true },
];

export function Masthead({ actor, path, demo }: { actor: Person | null; path: string; demo: boolean }) {
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
            <ul>
              {PLACES.filter((place) => !place.admin || actor.role === 'admin').map(({ href, word, command }) => (
                <li key={href}>
                  <a href={href} aria-current={href === here ? 'page' : undefined} data-command={command}>
                    {word} <Key of={command} />
                  </a>
                </li>
              ))}
              <li>
                <a href="/">Public site</a>
              </li>
            </ul>
          </nav>
          <form method="post" action="/sign-out" className="desk-who">
            <span>
              {actor.name}
              <span className="quiet desk-role"> {actor.role === 'admin' ? 'administrator' : 'reviewer'}</span>
            </span>
            <button type="submit" className="button slim">
              Sign out
            </button>
          </form>
        </>
      )}
    </header>
  );
}

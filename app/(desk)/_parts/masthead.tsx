import type { Person } from '@/db/people';

const PLACES: { href: string; word: string; admin?: true }[] = [
  { href: '/review', word: 'Queue' },
  { href: '/review/intake', word: 'Add an article' },
  { href: '/review/measures', word: 'Measures' },
  { href: '/review/speakers', word: 'Speakers' },
  { href: '/review/sources', word: 'Outlets' },
  { href: '/admin/people', word: 'People', admin: true },
  { href: '/admin/log', word: 'Log', admin: true },
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
              {PLACES.filter((place) => !place.admin || actor.role === 'admin').map(({ href, word }) => (
                <li key={href}>
                  <a href={href} aria-current={href === here ? 'page' : undefined}>
                    {word}
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

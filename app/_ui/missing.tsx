/** A real 404: says so, and offers the nearest titles instead of a dead end. */
export function Missing({ near }: { near: { title: string; path: string }[] }) {
  return (
    <>
      <header>
        <p className="kicker">404</p>
        <h1>Nothing has this address</h1>
        <p className="lede">It may be mistyped, or what it points to is not public.</p>
      </header>
      <search>
        <form className="search" action="/search">
          <label className="visually-hidden" htmlFor="q">
            Search
          </label>
          <input id="q" name="q" type="search" placeholder="Words, a source, a figure" />
          <button type="submit">Search</button>
        </form>
      </search>
      {near.length > 0 ? (
        <section>
          <h2>Perhaps one of these</h2>
          <ul>
            {near.map((item) => (
              <li key={item.path}>
                <a href={item.path}>{item.title}</a>
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <p>
          <a href="/">Go to the front page</a>
        </p>
      )}
    </>
  );
}

/** What of an address cannot be, and how it is written; the same page without it is one step away. */
export function Wrong({ cause, next, path }: { cause: string; next: string; path: string }) {
  return (
    <>
      <header>
        <p className="kicker">422</p>
        <h1>This address cannot be read</h1>
        <p className="lede">
          <bdi>{cause}</bdi> {next}
        </p>
      </header>
      <p>
        <a href={path}>The same page without it</a>
      </p>
    </>
  );
}

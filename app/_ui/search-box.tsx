export function SearchBox({ typed = '', label = 'Search questions, claims, sources and figures' }: { typed?: string; label?: string }) {
  return (
    <search>
      <form className="search" action="/search">
        <label className="visually-hidden" htmlFor="q">
          {label}
        </label>
        <input id="q" name="q" type="search" defaultValue={typed} placeholder="83 countries, a source" autoComplete="off" />
        <button type="submit">Search</button>
      </form>
    </search>
  );
}

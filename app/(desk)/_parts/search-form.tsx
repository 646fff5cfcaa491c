/** A search of a list: its own words stay in it. */
export function SearchForm({ path, label, value, name = 'q' }: { path: string; label: string; value: string; name?: string }) {
  return (
    <form method="get" action={path} className="search-form">
      <label htmlFor={`f-${name}`}>{label}</label>
      <input id={`f-${name}`} type="search" name={name} defaultValue={value} autoComplete="off" maxLength={200} />
      <button type="submit" className="button">
        Search
      </button>
    </form>
  );
}

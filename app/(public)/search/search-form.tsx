import type { Looking } from './looking';

/** One field for everything; a range can be given in fields of its own. */
export function SearchForm({ looking }: { looking: Looking }) {
  const { typed, min, max, unit } = looking;
  const fields: [name: string, label: string, value: string][] = [
    ['min', 'At least', min],
    ['max', 'At most', max],
    ['unit', 'Of what', unit],
  ];
  return (
    <search>
      <form className="search" action="/search">
        <label className="visually-hidden" htmlFor="q">
          Search questions, claims, sources and figures
        </label>
        <input id="q" name="q" type="search" defaultValue={typed} placeholder="83 countries, a source" autoComplete="off" />
        <button type="submit">Search</button>
        <details className="narrow" open={min !== '' || max !== ''}>
          <summary>A figure between</summary>
          <p className="fields">
            {fields.map(([name, label, value]) => (
              <label key={name}>
                {label} <input type="text" name={name} defaultValue={value} size={8} autoComplete="off" />
              </label>
            ))}
          </p>
        </details>
      </form>
    </search>
  );
}

import type { FilterTold } from '@/db/published';
import { countWords, dayWords, FILTER_WORDS, type FilterName } from '@/lib/publication';

/** "Standing: Open": what a filter says, in words. */
function filterWords({ name, value, called }: FilterTold): string {
  const { label, choices } = FILTER_WORDS[name];
  const isDay = name === 'from' || name === 'to';
  return `${label}${isDay ? '' : ':'} ${called ?? choices?.[value] ?? (isDay ? dayWords(value) : value)}`;
}

/** What a list is narrowed by, each a link that takes it away; and a form to narrow it further. */
export function ListFilters({
  path,
  filters,
  told,
  href,
  hidden,
  what = 'this list',
}: {
  path: string;
  filters: readonly FilterName[];
  told: FilterTold[];
  href: (changes: Record<string, string | null>) => string;
  /** What else the address says, to be kept. */
  hidden: Record<string, string>;
  what?: string;
}) {
  const chosen = (name: FilterName) => told.find((one) => one.name === name)?.value;
  const fields = filters.filter((name) => FILTER_WORDS[name].choices || name === 'from' || name === 'to');
  const kept = told.filter((one) => !fields.includes(one.name));
  return (
    <div className="filters">
      {told.length > 0 ? (
        <ul className="chips" aria-label="Narrowed by">
          {told.map((one) => (
            <li key={one.name}>
              <a href={href({ [one.name]: null })}>
                {filterWords(one)} <span aria-hidden="true">×</span>
                <span className="visually-hidden">, take away</span>
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <details className="narrow">
        <summary>Narrow {what}</summary>
        <form action={path}>
          {kept.map(({ name, value }) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <p className="fields">
            {fields.map((name) => (
              <span key={name}>
                <label htmlFor={`by-${name}`}>{FILTER_WORDS[name].label}</label> <Field name={name} value={chosen(name)} />
              </span>
            ))}
            <button type="submit">Narrow</button>
          </p>
        </form>
      </details>
    </div>
  );
}

function Field({ name, value = '' }: { name: FilterName; value?: string }) {
  const { choices } = FILTER_WORDS[name];
  if (!choices)
    return <input id={`by-${name}`} type="text" name={name} defaultValue={value} size={10} placeholder="2020-03-26" autoComplete="off" />;
  return (
    <select id={`by-${name}`} name={name} defaultValue={value}>
      <option value="">any</option>
      {Object.entries(choices).map(([choice, words]) => (
        <option key={choice} value={choice}>
          {words}
        </option>
      ))}
    </select>
  );
}

/** Nothing meets all of what a list is narrowed by: what each finds by itself, and the way back. */
export function NothingMeets({ told, path, isLooking }: { told: FilterTold[]; path: string; isLooking: boolean }) {
  const alone = told.filter((one) => (one.alone ?? 0) > 0);
  return (
    <div className="empty">
      <p>
        {isLooking
          ? 'None of those looked at so far meets all of this. There are more to look at.'
          : 'Nothing on record meets all of what this list is narrowed by.'}{' '}
        {alone.length > 0
          ? `By itself, ${alone.map((one) => `“${filterWords(one)}” finds ${countWords(one.alone ?? 0, 'measure')}`).join(', ')}.`
          : ''}
      </p>
      <p>
        <a href={path}>Clear filters</a>
      </p>
    </div>
  );
}

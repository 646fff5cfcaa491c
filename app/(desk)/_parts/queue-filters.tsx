import { type ItemSplit, SPLITS } from '@/db/desk';
import type { Person } from '@/db/people';
import type { QueueFilters } from '@/db/queue/places';
import { CHECKED_KINDS } from './queue-kinds';
import { SPLIT_WORDS } from './split-words';

interface Props {
  split: ItemSplit;
  filters: QueueFilters;
  colleagues: { id: string; name: string }[];
  actor: Person;
}

const OF_CASES: ItemSplit[] = ['conflicts', 'to-publish', 'settled', 'mine', 'snoozed', 'second-review'];

/** Narrows the list. What is chosen stands in the address, so it can be shared and kept. */
/** `keeps`: what it shows may be kept as a view, which begins here. */
export function QueueFilterForm({ split, filters, colleagues, actor, keeps }: Props & { keeps: boolean }) {
  const chosen = Object.keys(filters).length;
  const cases = OF_CASES.includes(split);
  return (
    <details className="filters">
      <summary data-command={keeps && chosen === 0 ? 'save-view' : undefined}>
        {chosen > 0 ? `Filters: ${chosen} chosen` : 'Filter'}
      </summary>
      <form method="get" action="/review" className="form" aria-label="Filter the list">
        <input type="hidden" name="split" value={split} />
        <div className="field-row">
          {cases && (
            <Select
              name="severity"
              label="Severity"
              value={filters.severity}
              options={[
                ['high', 'high'],
                ['normal', 'normal'],
              ]}
            />
          )}
          {cases && <Select name="kind" label="Kind of conflict" value={filters.kind} options={CHECKED_KINDS} />}
          {split !== 'stale' && <Typed name="source" label="Outlet, by its name" value={filters.source} />}
          {cases && <Typed name="speaker" label="Speaker, by name" value={filters.speaker} />}
          {cases && <Typed name="measure" label="Measure, by its title" value={filters.measure} />}
          <Select name="age" label="Age" value={filters.age?.toString()} options={AGES} />
          {split !== 'mine' && (
            <Select
              name="who"
              label="With whom"
              value={filters.who}
              options={[
                ['nobody', 'nobody'],
                ['me', `you, ${actor.name}`],
                ...colleagues.filter(({ id }) => id !== actor.id).map(({ id, name }): [string, string] => [id, name]),
              ]}
            />
          )}
          {cases && (
            <Select
              name="asked"
              label="Answer of a source"
              value={filters.asked}
              options={[
                ['any', 'waited for'],
                ...(filters.asked && filters.asked !== 'any' ? [[filters.asked, filters.asked] as [string, string]] : []),
              ]}
            />
          )}
          <Typed name="flag" label="Mark (“any” for all)" value={filters.flag} />
        </div>
        <div className="judge">
          <button type="submit" className="button slim">
            Show
          </button>
        </div>
      </form>
    </details>
  );
}

/** What the list is narrowed to, in words, and the way out of it. */
export function Narrowing({ split, filters, found, colleagues, actor }: Props & { found: string }) {
  const who = filters.who === 'me' ? actor.name : (colleagues.find(({ id }) => id === filters.who)?.name ?? filters.who);
  return (
    <p className="quiet">
      {filterWords(filters, who).join(', ')}: {found}{' '}
      {filters.kind && 'Cases that two decide unseen are left out until both are in: what clashes in them is hidden. '}
      <a href={`/review?split=${split}`}>Clear the filters</a>
    </p>
  );
}

/** The filters one by one, in words. @param who the name of whoever has what is shown. */
function filterWords(filters: QueueFilters, who: string | undefined): string[] {
  const kind = CHECKED_KINDS.find(([one]) => one === filters.kind)?.[1];
  return [
    filters.severity && `${filters.severity} severity`,
    filters.kind && (kind ?? filters.kind).toLowerCase(),
    filters.source && `from ${filters.source}`,
    filters.speaker && `said by ${filters.speaker}`,
    filters.measure && `about “${filters.measure}”`,
    filters.age && `${filters.age === 1 ? 'a day' : `${filters.age} days`} old at least`,
    who && `with ${who}`,
    filters.asked && (filters.asked === 'any' ? 'waiting for an answer' : `waiting for an answer of ${filters.asked}`),
    filters.flag && (filters.flag === 'any' ? 'marked' : `marked “${filters.flag}”`),
  ].flatMap((one) => one || []);
}

/** What a kept query shows: "Conflicts; high severity, with nobody". */
export function queryWords(query: string): string {
  const { split, age, who, ...filters } = Object.fromEntries(new URLSearchParams(query));
  const part = SPLITS.find((one) => one === split);
  const whose = who === undefined || who === 'nobody' ? who : who === 'me' ? 'whoever looks' : 'one person';
  const said = filterWords({ ...filters, ...(age && { age: Number(age) }), ...(who && { who }) } as QueueFilters, whose);
  return [part ? SPLIT_WORDS[part].word : 'the queue', said.join(', ')].filter(Boolean).join('; ');
}

const AGES: [string, string][] = [
  ['1', 'a day and more'],
  ['3', '3 days and more'],
  ['7', 'a week and more'],
  ['30', '30 days and more'],
];

function Select(props: { name: string; label: string; value?: string; options: [string, string][] }) {
  const { name, label, value, options } = props;
  return (
    <div className="field">
      <label htmlFor={`q-${name}`}>{label}</label>
      <select id={`q-${name}`} name={name} defaultValue={value ?? ''}>
        <option value="">any</option>
        {options.map(([one, word]) => (
          <option key={one} value={one}>
            {word}
          </option>
        ))}
      </select>
    </div>
  );
}

const Typed = ({ name, label, value }: { name: string; label: string; value?: string }) => (
  <div className="field">
    <label htmlFor={`q-${name}`}>{label}</label>
    <input id={`q-${name}`} name={name} type="text" defaultValue={value ?? ''} autoComplete="off" />
  </div>
);

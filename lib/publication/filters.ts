import { ok, type Result, refuse } from '@/lib/base';
import { DECISION_TABLE } from '@/lib/conflict';
import { unique } from './rows';
import { KIND_WORDS, REASON_WORDS, STATUS_WORDS, VERDICT_WORDS } from './vocabulary';

/** What narrows a list, by the names of the address; what nobody says is left out. `from` and `to` are days of the as-of date. */
export type Filters = Partial<Record<FilterName, string>>;
export type FilterName = (typeof FILTER_NAMES)[number];
const FILTER_NAMES = ['state', 'verdict', 'reason', 'kind', 'topic', 'place', 'source', 'speaker', 'from', 'to'] as const;

/** The kinds of what cannot all stand. */
const CONFLICT_WORDS = Object.fromEntries(
  unique([...DECISION_TABLE.flatMap(({ id, alert }) => (alert ? [id] : [])), 'parts-do-not-sum' as const]).map((kind) => [
    kind,
    KIND_WORDS[kind],
  ]),
);

/** What is said of each, and of those that can only be one of some words what these are. */
export const FILTER_WORDS: Record<FilterName, { label: string; choices?: Record<string, string> }> = {
  state: { label: 'Standing', choices: wordsOf(STATUS_WORDS) },
  verdict: { label: 'Verdict', choices: wordsOf(VERDICT_WORDS) },
  reason: { label: 'Reason of the ruling', choices: REASON_WORDS },
  kind: { label: 'Kind of conflict', choices: CONFLICT_WORDS },
  topic: { label: 'Topic' },
  place: { label: 'Place' },
  source: { label: 'Source' },
  speaker: { label: 'Speaker' },
  from: { label: 'As of, from' },
  to: { label: 'As of, until' },
};

function wordsOf(words: Record<string, { word: string }>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([value, { word }]) => [value, word]));
}

const DAY = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;
const LONGEST = 100;

/** The filters that an address asks for. 422 `InvalidField` for a value that can be none, with those that can. */
export function filtersIn(said: (name: string) => string | null, names: readonly FilterName[]): Result<Filters> {
  const filters: Filters = {};
  for (const name of names) {
    const value = said(name)?.trim();
    if (!value) continue;
    const { choices } = FILTER_WORDS[name];
    if (choices && !Object.hasOwn(choices, value))
      return refuse(
        422,
        'InvalidField',
        `“${name}” cannot be “${value.slice(0, 40)}”.`,
        `It is one of: ${Object.keys(choices).join(', ')}.`,
        {
          field: name,
        },
      );
    if ((name === 'from' || name === 'to') && !DAY.test(value))
      return refuse(422, 'InvalidField', `“${value.slice(0, 40)}” is no day.`, 'Write a day as in 2020-03-26.', { field: name });
    if (value.length > LONGEST)
      return refuse(422, 'InvalidField', `“${name}” is longer than any there is.`, 'Take it from the lists.', { field: name });
    filters[name] = value;
  }
  return ok(filters);
}

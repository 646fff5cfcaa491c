import { ok, type Result } from '@/lib/base';
import { type Filters, filtersIn } from '@/lib/publication';

/** What the address of a search asks for; empty where nothing is said. */
export interface Looking {
  typed: string;
  min: string;
  max: string;
  unit: string;
  filters: Filters;
}

/** By what the hits can be narrowed. */
export const SEARCH_FILTERS = ['state', 'verdict', 'reason', 'source', 'speaker', 'topic', 'place', 'from', 'to'] as const;

/** Names of the parameters that say what is looked for: page, feed and data honour the same. */
export const SEARCH_QUERY: string[] = ['q', 'min', 'max', 'unit', ...SEARCH_FILTERS];

/** 422 `InvalidField` for a filter that cannot be; whatever is typed can. */
export function lookingIn(query: URLSearchParams): Result<Looking> {
  const said = (name: string) => (query.get(name) ?? '').trim();
  const filters = filtersIn((name) => query.get(name), SEARCH_FILTERS);
  if (!filters.ok) return filters;
  return ok({ typed: said('q'), min: said('min'), max: said('max'), unit: said('unit'), filters: filters.value });
}

/** What is looked for, as an address goes on: "?q=83+countries". */
export const sameSearch = (query: URLSearchParams): string => (query.size > 0 ? `?${query}` : '');

/** “harbour”, at least 80 and at most 90 boats; empty where nothing is asked for. */
export function lookingWords({ typed, min, max, unit }: Pick<Looking, 'typed' | 'min' | 'max' | 'unit'>): string {
  const range = [min ? `at least ${min}` : '', max ? `at most ${max}` : ''].filter(Boolean).join(' and ');
  return [typed ? `“${typed}”` : '', range ? `${range}${unit ? ` ${unit}` : ''}` : ''].filter(Boolean).join(', ');
}

/** What the address of a search asks for; empty where nothing is said. */
export interface Looking {
  typed: string;
  min: string;
  max: string;
  unit: string;
}

/** Names of the parameters that say what is looked for: page, feed and data honour the same. */
export const SEARCH_QUERY = ['q', 'min', 'max', 'unit'];

export function lookingIn(query: URLSearchParams): Looking {
  const said = (name: string) => (query.get(name) ?? '').trim();
  return { typed: said('q'), min: said('min'), max: said('max'), unit: said('unit') };
}

/** What is looked for, as an address goes on: "?q=83+countries". */
export const sameSearch = (query: URLSearchParams): string => (query.size > 0 ? `?${query}` : '');

/** “harbour”, at least 80 and at most 90 boats; empty where nothing is asked for. */
export function lookingWords({ typed, min, max, unit }: Looking): string {
  const range = [min ? `at least ${min}` : '', max ? `at most ${max}` : ''].filter(Boolean).join(' and ');
  return [typed ? `“${typed}”` : '', range ? `${range}${unit ? ` ${unit}` : ''}` : ''].filter(Boolean).join(', ');
}

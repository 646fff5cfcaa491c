import { isItemSplit, type QueueLine, SPLITS, type Split } from '@/db/desk';
import { FACETS, type QueueFilters } from '@/db/queue/places';
import type { Query } from './desk-page';

/** What an address of the queue asks for. */
export interface QueueQuery {
  split: Split | null;
  filters: QueueFilters;
  begin: { way: 'after' | 'before'; cursor: string } | null;
}

const LONGEST = 200;

/** Reads the query of an address; `kept` is that of a view, which the address itself comes before. What nobody offers is passed over. */
export async function queueQuery(query: Query, kept: string | null): Promise<QueueQuery> {
  const told = new URLSearchParams(kept ?? '');
  for (const [name, value] of Object.entries(await query)) {
    const one = [value].flat()[0];
    if (one !== undefined) told.set(name, one.slice(0, LONGEST));
  }
  const said = (name: string): string | undefined => told.get(name)?.trim() || undefined;
  const severity = said('severity');
  const age = Number(said('age') ?? 0);
  const filters: QueueFilters = {
    ...Object.fromEntries(FACETS.flatMap((facet) => (said(facet) ? [[facet, said(facet)]] : []))),
    ...(severity === 'high' || severity === 'normal' ? { severity } : {}),
    ...(Number.isInteger(age) && age > 0 && age < 10_000 ? { age } : {}),
  };
  const split = SPLITS.find((name) => name === said('split')) ?? null;
  const way = said('after') ? 'after' : said('before') ? 'before' : null;
  return { split, filters, begin: way && { way, cursor: said(way)! } };
}

/** The same as the query of an address: what is shared and kept. */
export function queryOf(split: Split, filters: QueueFilters): string {
  const query = new URLSearchParams({ split });
  if (isItemSplit(split)) for (const [name, value] of Object.entries(filters)) query.set(name, String(value));
  return query.toString();
}

/** The page of an item at the desk. */
export const placeOf = ({ kind, id }: Pick<QueueLine, 'kind' | 'id'>): string =>
  kind === 'measure' ? `/review/measures/${id}/edit` : `/review/${kind === 'case' ? 'cases' : 'articles'}/${id}`;

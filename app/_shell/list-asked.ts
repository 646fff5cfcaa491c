import { cursorOf, openCursor } from '@/db/published';
import { ok, type Result, refuse } from '@/lib/base';
import { type FilterName, type Filters, filtersIn } from '@/lib/publication';
import { database } from './database';
import type { Ask } from './public-page';

/** What the address of a list asks for. */
export interface ListAsked {
  filters: Filters;
  /** One of those that the list has; the first where none is said. */
  order: string;
  /** The entry behind which this part begins. */
  after: string | null;
  /** The address of this list with something said otherwise; null takes it away. */
  href(changes: Record<string, string | null>): string;
  /** The address of the part behind an entry. */
  next(id: string): string;
}

/** A list of public things: its path, by what it can be narrowed, and its orders. */
export interface ListKind {
  path: string;
  filters: readonly FilterName[];
  orders: readonly string[];
}

/** Names of the parameters that a list knows. */
export const listQuery = ({ filters }: ListKind): string[] => [...filters, 'sort', 'after', 'page'];

/** Reads them. 422 `InvalidField` for a filter or an order that cannot be, `CursorUnknown` for a cursor that this list never gave. */
export async function listAsked({ query }: Pick<Ask, 'query'>, kind: ListKind): Promise<Result<ListAsked>> {
  const { id: record } = await database();
  const filters = filtersIn((name) => query.get(name), kind.filters);
  if (!filters.ok) return filters;
  const order = query.get('sort') ?? (kind.orders[0] as string);
  if (!kind.orders.includes(order))
    return refuse(
      422,
      'InvalidField',
      `This list is not sorted by “${order.slice(0, 40)}”.`,
      `It is by one of: ${kind.orders.join(', ')}.`,
      {
        field: 'sort',
      },
    );
  if (query.has('page')) return beginning('Lists have no page numbers.', kind.path);
  const cursor = query.get('after');
  // A part belongs to the list as it is narrowed and sorted.
  const list = `${kind.path} ${order} ${Object.entries(filters.value).join(' ')}`;
  const after = cursor === null ? ok(null) : openCursor(record, list, cursor, 'after');
  if (!after.ok) return beginning(after.refusal.cause, kind.path);
  const said = { ...filters.value, ...(order === kind.orders[0] ? {} : { sort: order }) };
  const href = (changes: Record<string, string | null>) => {
    const entries = Object.entries({ ...said, ...changes }).filter(
      ([name, value]) => value !== null && !(name === 'sort' && value === kind.orders[0]),
    );
    const asked = new URLSearchParams(entries as [string, string][]);
    return asked.size > 0 ? `${kind.path}?${asked}` : kind.path;
  };
  return ok({ filters: filters.value, order, after: after.value, href, next: (id) => href({ after: cursorOf(record, list, id) }) });
}

const beginning = (cause: string, path: string): Result<never> =>
  refuse(422, 'CursorUnknown', cause, `Begin at ${path}, and go on by the link at the end of each part.`, { field: 'after' });

import type { Page } from './lists';

/** A list in its order, and what its entries have to meet besides. */
export interface Walk {
  /** Ids from behind the one that is named on, so many. */
  ids(behind: string | null, most: number): Promise<string[]>;
  /** Those of the ids that meet everything, in their order; left out where the list itself is all that is asked for. */
  meeting?(ids: readonly string[]): Promise<string[]>;
}

const STEP = 250;
/** So many entries are looked at for a page: behind them the next page goes on, also where this one is not full. */
const MOST_LOOKED_AT = 2000;

/** A page of a list that is narrowed: it costs what is looked at, however much there is. */
export async function walked({ ids, meeting }: Walk, after: string | null, size: number): Promise<Page<string>> {
  const found: string[] = [];
  let behind = after;
  for (let looked = 0; looked < MOST_LOOKED_AT && found.length <= size; ) {
    const step = meeting ? STEP : size + 1;
    const some = await ids(behind, step);
    found.push(...(meeting && some.length > 0 ? await meeting(some) : some));
    behind = some.at(-1) ?? behind;
    if (some.length < step) return pageOf(found, size, null);
    looked += some.length;
  }
  return pageOf(found, size, behind);
}

const pageOf = (found: readonly string[], size: number, next: string | null): Page<string> => ({
  items: found.slice(0, size),
  next: found.length > size ? (found[size - 1] ?? null) : next,
});

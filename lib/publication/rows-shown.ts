import { chartModel } from './chart';
import type { MeasurePage } from './measure-page';
import type { ClaimRow } from './rows';

/** So many claims stand on a page at most, of which so many are the first by date: what a picture draws, and the data has all of them. */
const [MOST, FIRST] = [300, 100];

/** The claims of a measure that its page has a row for: every one of those that are drawn, in the order of all. */
export function rowsShown(page: MeasurePage): ClaimRow[] {
  if (page.rows.length <= MOST) return page.rows;
  const drawn = new Set(chartModel(page, 'wide').marks.map(({ claim }) => claim));
  return page.rows.filter(({ id }, at) => at < FIRST || drawn.has(id));
}

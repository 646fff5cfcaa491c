import { lastDayOf } from '@/lib/base';
import { lastsLong } from '@/lib/claim';
import { countedOf, type RecordedClaim } from '@/lib/measure';

/** Acts that tell what a place or a body has, and does not have otherwise a week later. */
const ACTS = new Set(['employ', 'hold']);

const lasts = (claim: RecordedClaim): boolean => {
  const { heads, acts } = countedOf(claim);
  return claim.unit === null && ((heads.length > 0 && heads.every(lastsLong)) || acts.some((act) => ACTS.has(act)));
};

/** Papers of one month tell of the same seats and residents, where neither says that its figure is of another day. */
const A_MONTH = 31;
const DAY = 86_400_000;

/** Both tell how many of something there are that stay for long, of no day of their own, and within a month. */
export function lastingBoth(a: RecordedClaim, b: RecordedClaim): boolean {
  if (a.asOf === null || b.asOf === null || a.frame.dated || b.frame.dated || !lasts(a) || !lasts(b)) return false;
  return Math.abs(Date.parse(lastDayOf(a.asOf)) - Date.parse(lastDayOf(b.asOf))) <= A_MONTH * DAY;
}

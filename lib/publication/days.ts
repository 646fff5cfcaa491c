import { type Day, type Instant, MONTHS } from '@/lib/base';
import type { AsOfBasis } from '@/lib/claim';

/** "26 March 2020", "March 2020", "2020": as precise as the source, absolute, the same in every time zone. */
export function dayWords(day: Day): string {
  const [year, month, date] = day.slice(0, 10).split('-');
  if (!month) return year!;
  const name = MONTHS[Number(month) - 1]!;
  const named = `${name[0]!.toUpperCase()}${name.slice(1)} ${year}`;
  return date ? `${Number(date)} ${named}` : named;
}

/** "25 November 2026, 10:15 UTC". */
export const instantWords = (at: Instant): string => `${dayWords(at)}, ${at.slice(11, 16)} UTC`;

export const BASIS_WORDS: Record<AsOfBasis, string> = {
  stated: 'stated in the text',
  event: 'date of the event',
  publication: 'day of publication',
  assumed: 'assumed by us',
};

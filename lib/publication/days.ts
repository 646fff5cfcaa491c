import { dayWords, type Instant } from '@/lib/base';
import type { AsOfBasis } from '@/lib/claim';

/** "25 November 2026, 10:15 UTC". */
export const instantWords = (at: Instant): string => `${dayWords(at)}, ${at.slice(11, 16)} UTC`;

export const BASIS_WORDS: Record<AsOfBasis, string> = {
  stated: 'stated in the text',
  event: 'date of the event',
  publication: 'day of publication',
  assumed: 'assumed by us',
};

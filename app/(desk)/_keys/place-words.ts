import type { Place } from '@/lib/keys';

/** Where a command holds, as headings. */
export const PLACE_WORDS: Record<Place, string> = {
  list: 'In the lists of the queue',
  pairs: 'On pairs of claims',
  case: 'On a case',
  reading: 'On the readings of an article',
  other: 'On other pages',
};

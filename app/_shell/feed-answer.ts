import type { Feed } from '@/db/published';
import { type FeedEnd, feedOf, type Site, typeOf } from '@/lib/publication';
import type { PublicAnswer } from './public-page';

/** A feed in the format of its ending. */
export const feedAnswer = (end: FeedEnd, { subject, changes }: Feed, site: Site): PublicAnswer => ({
  kind: 'data',
  type: typeOf(end),
  body: feedOf(end, changes, site, subject),
  cors: true,
});

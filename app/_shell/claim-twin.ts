import type { Reads } from '@/db/open';
import { type ClaimGone, claimPlace } from '@/db/published';
import {
  type ClaimPage,
  type ClaimReview,
  citedClaim,
  claimFull,
  claimJsonLd,
  claimMd,
  type EditionMark,
  type End,
  type Site,
  typeOf,
} from '@/lib/publication';
import { citationTwin } from './citation-twin';
import type { PublicAnswer } from './public-page';

/** A claim as its page shows it, with the rating of it, if there is one, and the edition of its measure. */
export interface ClaimShown {
  page: ClaimPage;
  review: ClaimReview | null;
  edition: EditionMark | null;
}

export async function claimTwin(
  end: End,
  { page, review, edition }: ClaimShown,
  { read, site, now }: { read: Reads; site: Site; now: string },
): Promise<PublicAnswer> {
  const data = (body: string): PublicAnswer => ({ kind: 'data', type: typeOf(end), body, cors: true });
  switch (end) {
    case '.json':
      return data(`${JSON.stringify({ ...claimFull(page.measure, page.claim.id, site), edition }, null, 1)}\n`);
    case '.jsonld':
      return data(`${JSON.stringify(claimJsonLd(page, review, await claimPlace(read, page.claim.id), site), null, 1)}\n`);
    case '.md':
      return data(claimMd(page, site));
    default:
      return citationTwin(end, citedClaim(page, edition, site), { site, now }) ?? { kind: 'missing' };
  }
}

/** Of a claim that readers saw and see no more, in any format: since when, and nothing of its words. */
export const goneTwin = (id: string, { at, entry, rejected }: ClaimGone, site: Site): PublicAnswer => ({
  ...{ kind: 'data', type: typeOf('.json'), cors: true, gone: 410 },
  body: `${JSON.stringify({ id, url: `${site.url}/claims/${id}`, status: rejected ? 'rejected' : 'withdrawn', at, logEntry: entry }, null, 1)}\n`,
});

import { claimTwin, goneTwin } from '@/app/_shell/claim-twin';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { Reuse } from '@/app/_ui/reuse';
import { cardOf, oembedLinks } from '@/app/_ui/shared-as';
import { alternatesOf } from '@/app/_ui/twins';
import { ID_PATTERN } from '@/db/ids';
import { claimGone, claimRecord, editionNow } from '@/db/published';
import { citedClaim, claimPage, claimReview, copiedClaim, twinAsked, twinsOf } from '@/lib/publication';
import { ClaimView } from './claim-view';
import { GoneView } from './gone-view';

export const dynamic = 'force-dynamic';

/** One claim, and with an ending the same in another format. It carries a ClaimReview exactly when a published ruling says something about it. */
export const GET = publicRoute(async ({ read, params, site, now }): Promise<PublicAnswer> => {
  const twin = twinAsked('claims', params.id ?? '');
  if (!twin || !ID_PATTERN.test(twin.id)) return { kind: 'missing' };
  const found = await claimRecord(read, twin.id);
  const page = found && claimPage(found.record, twin.id, found.context);
  const gone = page ? null : await claimGone(read, twin.id);
  if (gone && twin.end !== null) return goneTwin(twin.id, gone, site);
  if (gone)
    return {
      kind: 'page',
      head: {
        title: 'Claim no longer public',
        description: 'The claim that was here is no longer public.',
        canonical: `/claims/${twin.id}`,
        noindex: true,
      },
      body: <GoneView gone={gone} />,
      gone: 410,
    };
  if (!page) return { kind: 'missing' };
  const review = claimReview(page.claim, page.row.verdict, page.measure.decision.ruling, site);
  const edition = await editionNow(read, page.measure.record.id);
  if (twin.end !== null) return claimTwin(twin.end, { page, review, edition }, { read, site, now });
  const cited = citedClaim(page, edition, site);
  const twins = twinsOf('claims', page.row.path);
  return {
    kind: 'page',
    head: {
      title: page.title,
      description: `${page.title}. As of ${page.row.asOf}.`,
      canonical: page.row.path,
      alternates: [...alternatesOf(twins), ...oembedLinks(site, page.row.path)],
      card: cardOf(page.measure),
      jsonLd: review,
    },
    body: (
      <>
        <ClaimView page={page} review={review} site={site} />
        <Reuse twins={twins} cited={cited} copied={copiedClaim(page, cited)} site={site} now={now} />
      </>
    ),
  };
});

import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { cardOf, oembedLinks } from '@/app/_ui/shared-as';
import { ID_PATTERN } from '@/db/ids';
import { claimGone, claimRecord } from '@/db/published';
import { claimPage, claimReview } from '@/lib/publication';
import { ClaimView } from './claim-view';
import { GoneView } from './gone-view';

export const dynamic = 'force-dynamic';

/** One claim. It carries a ClaimReview exactly when a published ruling says something about it. */
export const GET = publicRoute(async ({ read, params, site }): Promise<PublicAnswer> => {
  const found = ID_PATTERN.test(params.id ?? '') ? await claimRecord(read, params.id!) : null;
  const page = found && claimPage(found.record, params.id!, found.context);
  const gone = page || !ID_PATTERN.test(params.id ?? '') ? null : await claimGone(read, params.id!);
  if (gone)
    return {
      kind: 'page',
      head: {
        title: 'Claim no longer public',
        description: 'The claim that was here is no longer public.',
        canonical: `/claims/${params.id}`,
        noindex: true,
      },
      body: <GoneView gone={gone} />,
      gone: 410,
    };
  if (!page) return { kind: 'missing' };
  const review = claimReview(page.claim, page.row.verdict, page.measure.decision.ruling, site);
  return {
    kind: 'page',
    head: {
      title: page.title,
      description: `${page.title}. As of ${page.row.asOf}.`,
      canonical: page.row.path,
      alternates: oembedLinks(site, page.row.path),
      card: cardOf(page.measure),
      jsonLd: review,
    },
    body: <ClaimView page={page} review={review} site={site} />,
  };
});

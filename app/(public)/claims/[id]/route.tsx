import { askedFor, MOMENTS, nothingThen } from '@/app/_shell/asked';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { MomentNote } from '@/app/_ui/moment-note';
import { cardOf, oembedLinks } from '@/app/_ui/shared-as';
import { ID_PATTERN } from '@/db/ids';
import { claimAsked, claimGone } from '@/db/published';
import { type ClaimPage, claimPage, claimReview } from '@/lib/publication';
import { ClaimView } from './claim-view';
import { GoneView } from './gone-view';

export const dynamic = 'force-dynamic';

/** One claim. It carries a ClaimReview exactly when a published ruling says something about it, and none of another moment. */
export const GET = publicRoute(async ({ read, params, query, site }): Promise<PublicAnswer> => {
  const id = params.id ?? '';
  if (!ID_PATTERN.test(id)) return { kind: 'missing' };
  const result = await askedFor({ read, query }, id, claimAsked);
  if (!result.ok) return { kind: 'wrong', refusal: result.refusal };
  const asked = result.value;
  const path = `/claims/${id}`;
  const gone = asked.kind === 'found' ? null : await claimGone(read, id);
  if (gone)
    return {
      kind: 'page',
      head: {
        title: 'Claim no longer public',
        description: 'The claim that was here is no longer public.',
        canonical: path,
        noindex: true,
      },
      body: <GoneView gone={gone} />,
      gone: 410,
    };
  if (asked.kind === 'nothing') return nothingThen(asked, { title: `A claim on: ${asked.title}`, path });
  if (asked.kind !== 'found') return { kind: 'missing' };
  const { isPast, moments, edition } = asked;
  const page = claimPage(asked.record, id, asked.context) as ClaimPage;
  const review = isPast ? null : claimReview(page.claim, page.row.verdict, page.measure.decision.ruling, site);
  return {
    kind: 'page',
    head: {
      title: page.title,
      description: `${page.title}. As of ${page.row.asOf}.`,
      canonical: path,
      noindex: isPast,
      alternates: oembedLinks(site, path),
      card: cardOf(page.measure),
      jsonLd: review,
    },
    body: (
      <>
        {isPast ? <MomentNote moments={moments} edition={edition} measure={asked.record.id} today={path} /> : null}
        <ClaimView page={page} review={review} site={site} />
        <p className="quiet">
          <a href={`${path}/history`}>History of this claim</a>
        </p>
      </>
    ),
  };
}, MOMENTS);

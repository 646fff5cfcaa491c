import { askedFor, MOMENTS, nothingThen } from '@/app/_shell/asked';
import { claimTwin, goneTwin } from '@/app/_shell/claim-twin';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { MomentNote } from '@/app/_ui/moment-note';
import { Reuse } from '@/app/_ui/reuse';
import { cardOf, oembedLinks } from '@/app/_ui/shared-as';
import { alternatesOf } from '@/app/_ui/twins';
import { ID_PATTERN } from '@/db/ids';
import { claimAsked, claimGone, editionNow } from '@/db/published';
import { type ClaimPage, citedClaim, claimPage, claimReview, copiedClaim, twinAsked, twinsOf } from '@/lib/publication';
import { ClaimView } from './claim-view';
import { GoneView } from './gone-view';

export const dynamic = 'force-dynamic';

/** One claim, and with an ending the same in another format. It carries a ClaimReview exactly when a published ruling says something about it, and none of another moment. */
export const GET = publicRoute(async ({ read, params, query, site, now }): Promise<PublicAnswer> => {
  const twin = twinAsked('claims', params.id ?? '');
  if (!twin || !ID_PATTERN.test(twin.id)) return { kind: 'missing' };
  const { id, end } = twin;
  const result = await askedFor({ read, query }, id, claimAsked);
  if (!result.ok) return { kind: 'wrong', refusal: result.refusal };
  const asked = result.value;
  const path = `/claims/${id}`;
  const gone = asked.kind === 'found' ? null : await claimGone(read, id);
  if (gone && end !== null) return goneTwin(id, gone, site);
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
  const { isPast, moments } = asked;
  const page = claimPage(asked.record, id, asked.context) as ClaimPage;
  const review = isPast ? null : claimReview(page.claim, page.row.verdict, page.measure.decision.ruling, site);
  const edition = isPast ? asked.edition : await editionNow(read, page.measure.record.id);
  if (end !== null) return claimTwin(end, { page, review, edition }, { read, site, now });
  const cited = citedClaim(page, edition, site);
  const twins = twinsOf('claims', path, String(query));
  return {
    kind: 'page',
    head: {
      title: page.title,
      description: `${page.title}. As of ${page.row.asOf}.`,
      canonical: path,
      noindex: isPast,
      alternates: [...alternatesOf(twins), ...oembedLinks(site, path)],
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
        <Reuse twins={twins} cited={cited} copied={copiedClaim(page, cited)} site={site} now={now} />
      </>
    ),
  };
}, MOMENTS);

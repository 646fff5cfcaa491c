import { appearance, type ClaimPage, claimReviewed, dayWords, type Site, VERDICT_WORDS } from '@/lib/publication';

/** The same as the page's ClaimReview, in words: what machines are told, readers see. */
export function Review({ page, site }: { page: ClaimPage; site: Site }) {
  const { claim, row, measure } = page;
  const ruling = measure.decision.ruling;
  if (!ruling || !row.verdict) return null;
  const { word, rating } = VERDICT_WORDS[row.verdict];
  return (
    <section id="review">
      <h2>This review, as sent to machines</h2>
      <dl className="facts">
        <dt>Claim</dt>
        <dd>{claimReviewed(claim, word)}</dd>
        {claim.speaker && !claim.speaker.inferred ? (
          <>
            <dt>Made by</dt>
            <dd>{claim.speaker.name}</dd>
          </>
        ) : null}
        <dt>Appeared in</dt>
        <dd>
          <a className="original" href={appearance(claim, site)}>
            {appearance(claim, site)}
          </a>
        </dd>
        <dt>Rating</dt>
        <dd>
          {word}
          {rating === null ? '' : ` (${rating} on a scale of 1 to 5)`}
        </dd>
        <dt>Because</dt>
        <dd>{ruling.oneLine}</dd>
        <dt>Reviewed by</dt>
        <dd>
          {site.name}, {dayWords(ruling.publishedAt)}; scale under <a href="/definitions#ratings">definitions</a>, how it came about under{' '}
          <a href="/method">method</a>
        </dd>
        <dt>Address</dt>
        <dd>
          {site.url}
          {row.path}
        </dd>
      </dl>
    </section>
  );
}

import { embedRoute, emptyFrame } from '@/app/_shell/embed-route';
import { EmbedStanding } from '@/app/_ui/embed-parts';
import { GivenVerdict, Quote } from '@/app/_ui/words';
import { ID_PATTERN } from '@/db/ids';
import { claimGone, claimRecord } from '@/db/published';
import { ageOf, claimPage } from '@/lib/publication';

export const dynamic = 'force-dynamic';

/** A claim in a frame on another site: who gave which figure, in which words, as of when, and what was decided. */
export const GET = embedRoute(async ({ read, params, theme, today }) => {
  const id = ID_PATTERN.test(params.id ?? '') ? params.id! : null;
  const found = id && (await claimRecord(read, id));
  const page = found && claimPage(found.record, id!, found.context);
  if (!page) {
    const gone = id && (await claimGone(read, id));
    return gone ? emptyFrame(theme, `/claims/${id}`, 410) : emptyFrame(theme, '/measures', 404);
  }
  const { row, claim, measure } = page;
  const age = ageOf(measure, [row], today);
  return {
    kind: 'embed',
    head: { title: page.title, canonical: row.path, theme },
    body: (
      <article data-old={age.old || undefined}>
        <h1 id="question">
          <a href={row.path}>{page.title}</a>
        </h1>
        {claim.article.withheld ? null : (
          <Quote passage={claim.quote} language={claim.article.language} href={(other) => `/claims/${other}`} />
        )}
        <p className="verdict-line">
          {row.verdict ? (
            <GivenVerdict verdict={row.verdict} status={measure.answer.status} />
          ) : (
            <span className="quiet">
              {row.retracted ? 'Taken back by its source' : row.contested ? 'Contested, no ruling yet' : 'No ruling'}
            </span>
          )}
        </p>
        <EmbedStanding status={measure.answer.status} age={age} />
        <p className="sentence">
          Answers the question <a href={measure.path}>{measure.title}</a>
        </p>
      </article>
    ),
  };
});

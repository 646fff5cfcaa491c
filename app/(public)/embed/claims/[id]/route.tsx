import { embedRoute, emptyFrame, framed } from '@/app/_shell/embed-route';
import { EmbedMoment, EmbedStanding } from '@/app/_ui/embed-parts';
import { GivenVerdict, Quote } from '@/app/_ui/words';
import { claimAsked, claimGone } from '@/db/published';
import { ageOf, type ClaimPage, claimPage } from '@/lib/publication';

export const dynamic = 'force-dynamic';

/** A claim in a frame on another site: who gave which figure, in which words, as of when, and what was decided. */
export const GET = embedRoute(async (ask) => {
  const { read, params, theme, today } = ask;
  const id = params.id ?? '';
  const asked = await framed(ask, `/claims/${id}`, claimAsked);
  if ('answer' in asked) return (await claimGone(read, id)) ? emptyFrame(theme, `/claims/${id}`, 410) : asked.answer;
  const page = claimPage(asked.record, id, asked.context) as ClaimPage;
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
        <EmbedMoment moments={asked.moments} />
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

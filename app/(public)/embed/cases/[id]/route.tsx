import { embedRoute, emptyFrame, framed } from '@/app/_shell/embed-route';
import { EmbedChart, EmbedMoment, EmbedStanding } from '@/app/_ui/embed-parts';
import { GivenVerdict } from '@/app/_ui/words';
import { caseAsked } from '@/db/published';
import { ageOf, listWords, measurePage } from '@/lib/publication';

export const dynamic = 'force-dynamic';

/** A case in a frame on another site: its positions side by side, who holds which, and what was decided. */
export const GET = embedRoute(async (ask) => {
  const { theme, today, params } = ask;
  const asked = await framed(ask, `/cases/${params.id}`, caseAsked);
  if ('answer' in asked) return asked.answer;
  const held = asked.record.case;
  if (held?.standing.status === 'withdrawn' && held.withdrawal) return emptyFrame(theme, `/cases/${params.id}`, 410);
  const page = measurePage(asked.record);
  const { status } = page.answer;
  const age = ageOf(
    page,
    page.positions.flatMap(({ rows }) => rows),
    today,
  );
  return {
    kind: 'embed',
    head: { title: `Case: ${page.title}`, canonical: `/cases/${params.id}`, theme },
    body: (
      <article data-old={age.old || undefined}>
        <h1 id="question">
          <a href={`/cases/${params.id}`}>Case: {page.title}</a>
        </h1>
        <EmbedMoment moments={asked.moments} />
        <ul className="positions">
          {page.positions.map((position) => (
            <li key={position.letter}>
              <a href={`/claims/${position.rows[0]!.id}`}>{position.label}</a>{' '}
              <span className="quiet">{listWords(position.sources.slice(0, 3))}</span>{' '}
              {position.verdict ? <GivenVerdict verdict={position.verdict} status={status} /> : null}
            </li>
          ))}
        </ul>
        <EmbedStanding status={status} age={age} />
        {page.reason ? <p className="sentence">{page.reason}</p> : null}
        <EmbedChart page={page} />
      </article>
    ),
  };
});

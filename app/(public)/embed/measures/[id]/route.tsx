import { embedRoute, framed } from '@/app/_shell/embed-route';
import { EmbedChart, EmbedFigures, EmbedMoment, EmbedStanding } from '@/app/_ui/embed-parts';
import { PhraseWords } from '@/app/_ui/words';
import { measureAsked } from '@/db/published';
import { ageOfAnswer, measurePage } from '@/lib/publication';

export const dynamic = 'force-dynamic';

/** A measure in a frame on another site: question, figures, where it stands, as of when, and the chart where there is room. */
export const GET = embedRoute(async (ask) => {
  const { theme, today } = ask;
  const asked = await framed(ask, `/measures/${ask.params.id}`, measureAsked);
  if ('answer' in asked) return asked.answer;
  const page = measurePage(asked.record);
  const { answer } = page;
  const age = ageOfAnswer(page, today);
  return {
    kind: 'embed',
    head: { title: page.title, canonical: page.path, theme },
    body: (
      <article data-old={age.old || undefined}>
        <h1 id="question">
          <a href={page.path}>{page.title}</a>
        </h1>
        <EmbedMoment moments={asked.moments} />
        <EmbedFigures
          figures={answer.form === 'accepted' ? answer.figures.slice(0, 1) : answer.figures}
          apart={answer.form === 'none' && answer.status !== 'settled'}
        />
        <EmbedStanding status={answer.status} age={age} />
        <p className="sentence">
          <PhraseWords phrase={answer.sentence} />
        </p>
        <EmbedChart page={page} />
      </article>
    ),
  };
});

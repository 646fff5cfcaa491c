import { embedRoute, emptyFrame } from '@/app/_shell/embed-route';
import { EmbedChart, EmbedFigures, EmbedStanding } from '@/app/_ui/embed-parts';
import { PhraseWords } from '@/app/_ui/words';
import { ID_PATTERN } from '@/db/ids';
import { measureRecord, measureToday } from '@/db/published';
import { ageOfAnswer, measurePage } from '@/lib/publication';

export const dynamic = 'force-dynamic';

/** A measure in a frame on another site: question, figures, where it stands, as of when, and the chart where there is room. */
export const GET = embedRoute(async ({ read, params, theme, today }) => {
  const id = ID_PATTERN.test(params.id ?? '') ? await measureToday(read, params.id!) : null;
  const record = id && (await measureRecord(read, id));
  if (!record) return emptyFrame(theme, '/measures', 404);
  const page = measurePage(record);
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

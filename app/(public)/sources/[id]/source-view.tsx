import { Drawn } from '@/app/_ui/chart';
import { MeasureTable } from '@/app/_ui/measure-card';
import { Noted } from '@/app/_ui/noted';
import { Report } from '@/app/_ui/report';
import { VerdictCounts } from '@/app/_ui/verdict-counts';
import { demoWords } from '@/app/_ui/words';
import type { SourceRecord } from '@/db/published';
import { countWords, dayWords, lagOf, lagStrip, measurePage, type TakenBack, verdictCounts } from '@/lib/publication';

/** What an outlet published, what became of its figures, and what it took back. Counts only: no score. */
export function SourceView({ record }: { record: SourceRecord }) {
  const { source, counts, articles, measures, takenBack } = record;
  const pages = measures.map(measurePage);
  const open = pages.filter((page) => page.rows.some((row) => row.source === source.name && row.contested)).length;
  return (
    <>
      <header>
        <p className="kicker">Source</p>
        <h1>{source.name}</h1>
        <p className="lede">
          {countWords(counts.claims, 'claim')} in {countWords(counts.articles, 'article')}; {countWords(open, 'open disagreement')} in which
          it takes a position; {countWords(takenBack.length, 'article')} taken back.
        </p>
      </header>
      <VerdictCounts counts={verdictCounts(pages, ({ claim }) => claim.article.source?.id === source.id)} questions={pages.length} />
      {takenBack.length > 0 ? <Corrections takenBack={takenBack} /> : null}
      <section>
        <h2>Articles</h2>
        {counts.articles > articles.length ? (
          <p className="quiet">
            The latest {articles.length} of {counts.articles}, and the questions that they answer.
          </p>
        ) : null}
        <ul>
          {articles.map(({ article, claims: count }) => (
            <li key={article.id}>
              <a href={`/articles/${article.id}`}>{article.title ?? 'Article without a title'}</a>{' '}
              <span className="quiet">
                {article.source && article.source.id !== source.id ? `in ${article.source.name}, ` : ''}
                {article.agency && article.agency.id !== source.id ? `text of ${article.agency.name}, ` : ''}
                {article.publishedAt ? dayWords(article.publishedAt) : 'no date'}, {countWords(count, 'claim')}
                {demoWords(article)}
                <Noted article={article} />
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>Questions it gives figures for</h2>
        <MeasureTable pages={pages} caption={`${countWords(pages.length, 'measure')}, with the figures of all sources`} />
      </section>
      <Report path={`/sources/${source.id}`} />
    </>
  );
}

/** What it took back, and how long that took. */
function Corrections({ takenBack }: { takenBack: TakenBack[] }) {
  const lag = lagOf(takenBack);
  return (
    <section id="corrections">
      <h2>What it took back</h2>
      {lag ? (
        <>
          <p>
            {countWords(lag.median, 'day')} from publication to taking it back, in the middle of {countWords(lag.days.length, 'article')}.
            The quickest took {countWords(lag.days[0]!, 'day')}, the slowest {countWords(lag.days.at(-1)!, 'day')}.
          </p>
          <Drawn drawing={lagStrip(lag)} />
        </>
      ) : null}
      <ul>
        {takenBack.map(({ id, title, day }) => (
          <li key={id}>
            <a href={`/articles/${id}`}>{title ?? 'Article without a title'}</a>{' '}
            <span className="quiet">{day ? `taken back on ${dayWords(day)}` : 'taken back'}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

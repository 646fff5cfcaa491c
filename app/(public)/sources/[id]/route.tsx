import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { MeasureTable } from '@/app/_ui/measure-card';
import { Noted } from '@/app/_ui/noted';
import { demoWords } from '@/app/_ui/words';
import { ID_PATTERN } from '@/db/ids';
import { sourceRecord, sourceToday } from '@/db/published';
import { countWords, dayWords, measurePage } from '@/lib/publication';

export const dynamic = 'force-dynamic';

export const GET = publicRoute(async ({ read, params }): Promise<PublicAnswer> => {
  const today = ID_PATTERN.test(params.id ?? '') ? await sourceToday(read, params.id!) : null;
  if (today !== null && today !== params.id) return { kind: 'moved', to: `/sources/${today}` };
  const record = today && (await sourceRecord(read, today));
  if (!record) return { kind: 'missing' };
  const { source, counts, articles, measures } = record;
  const pages = measures.map(measurePage);
  const open = pages.filter((page) => page.rows.some((row) => row.source === source.name && row.contested)).length;
  return {
    kind: 'page',
    head: { title: source.name, description: `The figures of ${source.name} on record.`, canonical: `/sources/${source.id}` },
    body: (
      <>
        <header>
          <p className="kicker">Source</p>
          <h1>{source.name}</h1>
          <p className="lede">
            {countWords(counts.claims, 'claim')} in {countWords(counts.articles, 'article')}; {countWords(open, 'open disagreement')} in
            which it takes a position.
          </p>
        </header>
        <section>
          <h2>Articles</h2>
          {counts.articles > articles.length ? (
            <p className="quiet">
              The latest {articles.length} of {counts.articles}, and the questions that they answer.{' '}
              <a href={`/claims?source=${source.id}`}>All its claims</a>
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
      </>
    ),
  };
});

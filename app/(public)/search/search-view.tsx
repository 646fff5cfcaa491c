import { Empty } from '@/app/_ui/empty';
import { MeasureTable } from '@/app/_ui/measure-card';
import { Noted } from '@/app/_ui/noted';
import { SearchBox } from '@/app/_ui/search-box';
import { Pieces } from '@/app/_ui/words';
import type { Found } from '@/db/published';
import { countWords, dayWords, figureWithNoun, measurePage, writtenIn } from '@/lib/publication';

/** Results by kind: questions first, then the claims, then the articles that hold the words. */
export function SearchView({ typed, found }: { typed: string; found: Found }) {
  const total = found.measures.length + found.claims.length + found.articles.length;
  return (
    <>
      <header>
        <h1>Search</h1>
        <SearchBox typed={typed} />
        {typed ? (
          <p role="status">
            {total === 0 ? 'Nothing' : countWords(total, 'result')} for “{typed}”.
          </p>
        ) : null}
      </header>
      {typed && total === 0 ? (
        <Empty
          will="No public question, claim or article holds these words. Fewer words, or the bare figure, may find more."
          href="/measures"
          action="See what is on record"
        />
      ) : null}
      {found.measures.length > 0 ? (
        <section>
          <h2>Questions</h2>
          <MeasureTable pages={found.measures.map(measurePage)} caption={countWords(found.measures.length, 'question')} />
        </section>
      ) : null}
      {found.claims.length > 0 ? (
        <section>
          <h2>Claims</h2>
          <ul className="history">
            {found.claims.map((claim) => (
              <li key={claim.id}>
                <a href={`/claims/${claim.id}`}>{figureWithNoun(claim)}</a>{' '}
                <span className="quiet">
                  {claim.article.source?.name ?? 'source not named'}
                  {claim.asOf ? `, as of ${dayWords(claim.asOf)}` : ''}
                  <Noted article={claim.article} />
                </span>
                <br />
                <span className="quote" {...writtenIn(claim.article.language)}>
                  “<Pieces pieces={claim.quote.pieces} />”
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {found.articles.length > 0 ? (
        <section>
          <h2>Articles</h2>
          <ul>
            {found.articles.map((article) => (
              <li key={article.id}>
                <a href={`/articles/${article.id}`}>{article.title ?? 'Article without a title'}</a>{' '}
                <span className="quiet">
                  {article.source?.name}
                  <Noted article={article} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

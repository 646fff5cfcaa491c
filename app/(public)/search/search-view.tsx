import { Empty } from '@/app/_ui/empty';
import { ListFilters } from '@/app/_ui/list-filters';
import { Marked } from '@/app/_ui/marked';
import { MeasureTable } from '@/app/_ui/measure-card';
import { Noted } from '@/app/_ui/noted';
import { Twins } from '@/app/_ui/twins';
import { StatusChip } from '@/app/_ui/words';
import type { FilterTold, SearchFound } from '@/db/published';
import {
  countWords,
  dayWords,
  figureWithNoun,
  LONGEST_SEARCH,
  marked,
  markedQuote,
  measurePage,
  twinsOf,
  writtenIn,
} from '@/lib/publication';
import { type Looking, lookingWords, SEARCH_FILTERS } from './looking';
import { SearchForm } from './search-form';

/** Results by kind: names, questions, the cases on them, then the claims, then the articles that hold the words. */
export function SearchView({ looking, found, same, told }: { looking: Looking; found: SearchFound; same: string; told: FilterTold[] }) {
  const { names, claims, articles, words } = found;
  const measures = found.measures.map(measurePage);
  const cases = measures.filter(({ record }) => record.case);
  const total = names.length + measures.length + claims.length + articles.length;
  const asked = lookingWords({ ...looking, typed: looking.typed.slice(0, LONGEST_SEARCH) });
  return (
    <>
      <header>
        <h1>Search</h1>
        <SearchForm looking={looking} />
        {asked ? (
          <ListFilters
            path="/search"
            filters={SEARCH_FILTERS}
            told={told}
            href={searchHref(same)}
            hidden={wordsOf(looking)}
            what="the results"
          />
        ) : null}
        {asked ? (
          <p role="status">
            {total === 0 ? 'Nothing' : countWords(total, 'result')} for {asked}.
            {found.mended.map(({ typed, meant }) => ` Nothing holds “${typed}”${meant ? `: it was taken for “${meant}”` : ''}.`).join('')}
            {looking.typed.length > LONGEST_SEARCH ? ` The first ${LONGEST_SEARCH} signs were looked for.` : ''}
          </p>
        ) : (
          <p className="quiet">
            Words, “a phrase in quotes”, a figure (83 countries, 1.2 million), a range (80-90, or &gt;= 80 and &lt; 90), a source or a
            speaker.
          </p>
        )}
      </header>
      {asked ? <Twins twins={twinsOf('search', '/search', same.slice(1))} /> : null}
      {asked && total === 0 ? (
        <Empty
          will={
            told.length > 0
              ? 'Of the youngest that hold this none meets all filters. Take one away, or narrow a list instead.'
              : 'No public question, claim or article holds this. Fewer words, the bare figure or a wider range may find more.'
          }
          href="/measures"
          action="See what is on record"
        />
      ) : null}
      {names.length > 0 ? (
        <section>
          <h2>Names</h2>
          <ul>
            {names.map(({ kind, id, name }) => (
              <li key={id}>
                <a href={`/${kind}s/${id}`}>
                  <Marked runs={marked(name, words)} />
                </a>{' '}
                <span className="quiet">{kind}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {measures.length > 0 ? (
        <section>
          <h2>Questions</h2>
          <MeasureTable pages={measures} sought={words} caption={countWords(measures.length, 'question')} />
        </section>
      ) : null}
      {cases.length > 0 ? (
        <section>
          <h2>Cases</h2>
          <ul className="history">
            {cases.map(({ record, title, answer }) => (
              <li key={record.id}>
                <StatusChip status={answer.status} />{' '}
                <a href={`/cases/${record.case?.id}`}>
                  <Marked runs={marked(title, words)} />
                </a>{' '}
                <span className="quiet">{answer.figures.map(({ label }) => label).join(' ≠ ')}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {claims.length > 0 ? (
        <section>
          <h2>Claims</h2>
          <ul className="history">
            {claims.map((claim) => (
              <li key={claim.id}>
                <a href={`/claims/${claim.id}`}>{figureWithNoun(claim)}</a>{' '}
                <span className="quiet">
                  {claim.speaker ? `${claim.speaker.name}, in ` : ''}
                  {claim.article.source?.name ?? 'source not named'}
                  {claim.asOf ? `, as of ${dayWords(claim.asOf)}` : ''}
                  <Noted article={claim.article} />
                </span>
                <br />
                <span className="quote" {...writtenIn(claim.article.language)}>
                  “<Marked runs={markedQuote(claim.quote, words)} />”
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {articles.length > 0 ? (
        <section>
          <h2>Articles</h2>
          <ul>
            {articles.map((article) => (
              <li key={article.id}>
                <a href={`/articles/${article.id}`}>
                  <Marked runs={marked(article.title ?? 'Article without a title', words)} />
                </a>{' '}
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

/** The address of the same search with something said otherwise. */
const searchHref = (same: string) => (changes: Record<string, string | null>) => {
  const query = new URLSearchParams(same);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  return `/search?${query}`;
};

const wordsOf = ({ typed, min, max, unit }: Looking): Record<string, string> =>
  Object.fromEntries(Object.entries({ q: typed, min, max, unit }).filter(([, value]) => value !== ''));

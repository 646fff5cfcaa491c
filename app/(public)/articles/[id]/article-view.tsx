import { Checks } from '@/app/_ui/checks';
import { NotedInFull } from '@/app/_ui/noted';
import { Report } from '@/app/_ui/report';
import { Twins } from '@/app/_ui/twins';
import { At, GivenVerdict, Pieces } from '@/app/_ui/words';
import {
  type ArticlePage,
  type CheckView,
  countWords,
  dayWords,
  instantWords,
  type MeasurePage,
  twinsOf,
  writtenIn,
} from '@/lib/publication';

/** The article with its accepted claims marked in place, each leading to its claim; the list of them below. */
export function ArticleView({ page, measures }: { page: ArticlePage; measures: MeasurePage[] }) {
  const { article } = page;
  const checks = sumsOf(measures, article.id);
  const rows = new Map(measures.flatMap((measure) => measure.rows.map((row) => [row.id, { row, measure }] as const)));
  return (
    <>
      <header>
        <p className="kicker">
          Article{article.source ? ' · ' : ''}
          {article.source ? <a href={`/sources/${article.source.id}`}>{article.source.name}</a> : null}
          {article.agency ? (
            <>
              , text of <a href={`/sources/${article.agency.id}`}>{article.agency.name}</a>
            </>
          ) : null}
        </p>
        {page.policy === 'withheld' ? (
          <h1>Article withheld for legal reasons</h1>
        ) : article.title === null ? (
          <h1>Article without a title</h1>
        ) : (
          <h1 {...writtenIn(article.language)}>{article.title}</h1>
        )}
        <p className="quiet">
          {article.byline ? `${article.byline} · ` : ''}
          {article.publishedAt ? `published ${dayWords(article.publishedAt)}` : 'publication date not known'} · first seen by us{' '}
          {instantWords(article.addedAt)}
          {article.url ? (
            <>
              {' · '}
              <a className="original" href={article.url} rel="noopener">
                original
              </a>
            </>
          ) : null}
        </p>
        <NotedInFull article={article} />
        {article.demoNote ? (
          <aside className="note" role="note" aria-label="Demonstration text">
            <p>{article.demoNote}</p>
          </aside>
        ) : null}
      </header>
      {page.policy === 'withheld' ? null : (
        <section id="text">
          <h2>In its words</h2>
          {page.policy === 'excerpts' ? (
            <p className="quiet">Only the sentences around each claim are shown; the whole text is at the source.</p>
          ) : null}
          <div className="article-text" {...writtenIn(article.language)}>
            {page.cutBefore ? <p className="gap">[…]</p> : null}
            {page.stretches.map((pieces, index) => (
              <div key={index}>
                {index > 0 ? <p className="gap">[…]</p> : null}
                <p>
                  <Pieces pieces={pieces} href={(claim) => `/claims/${claim}`} mark />
                </p>
              </div>
            ))}
            {page.cutAfter ? <p className="gap">[…]</p> : null}
          </div>
        </section>
      )}
      <section id="claims">
        <h2>{countWords(page.claims.length, 'claim')} on record</h2>
        <ul className="history">
          {page.claims.map((claim) => {
            const known = rows.get(claim.id);
            return (
              <li key={claim.id}>
                <a href={`/claims/${claim.id}`}>{known?.row.figureNoun ?? claim.text}</a>
                {known ? (
                  <>
                    {' '}
                    {known.row.verdict ? (
                      <GivenVerdict verdict={known.row.verdict} status={known.measure.answer.status} />
                    ) : known.row.contested ? (
                      <span className="differs">contested</span>
                    ) : null}
                    <br />
                    <span className="quiet">
                      <a href={known.measure.path}>{known.measure.title}</a>
                    </span>
                  </>
                ) : null}
              </li>
            );
          })}
        </ul>
      </section>
      {checks.length > 0 ? (
        <section id="checks">
          <h2>Its arithmetic</h2>
          <Checks checks={checks} />
        </section>
      ) : null}
      <section id="origin">
        <h2>Where this comes from</h2>
        <dl className="facts">
          <dt>Headline, byline, date</dt>
          <dd className="prose">as they were handed in with the text; nobody changes them afterwards</dd>
          <dt>Stored</dt>
          <dd>
            once, <At instant={article.addedAt} />
          </dd>
          <dt>SHA-256 of the text</dt>
          <dd>
            <code className="hash">{article.textHash}</code>
          </dd>
          <dt>Read by machine</dt>
          <dd>the reader of this site, version {article.engine}; a person accepted each claim shown here</dd>
        </dl>
      </section>
      <section id="reuse">
        <h2>Reuse</h2>
        <Twins twins={twinsOf('articles', `/articles/${article.id}`)} />
      </section>
      <Report path={`/articles/${article.id}`} />
    </>
  );
}

/** Sums whose every term stands in this article, each once. */
function sumsOf(measures: MeasurePage[], article: string): CheckView[] {
  const own = measures.flatMap(({ checks }) =>
    checks.filter(({ total, parts }) => [total, ...parts].every((claim) => claim.article.id === article)),
  );
  return [...new Map(own.map((check) => [`${check.kind} ${check.total.id} ${check.expression}`, check])).values()];
}

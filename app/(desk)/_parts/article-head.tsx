import type { ArticleSheet } from '@/db/desk';
import { dayWords, instantWords } from '@/lib/publication';
import { OriginalLink } from './original-link';
import { checkWords } from './words';

/** What is known about the article itself. */
export function ArticleHead({ sheet, waiting }: { sheet: ArticleSheet; waiting: number }) {
  const { article, source, original, texts, enteredBy, checks } = sheet;
  const unread = article.doubts.find(({ kind }) => kind === 'length');
  const doubts = article.doubts.filter((doubt) => doubt !== unread);
  return (
    <header className="sheet-head">
      <p className="kicker">
        <a href="/review?split=articles" data-back>
          New readings
        </a>{' '}
        · article {article.id} · read by engine {article.engine}
      </p>
      <h1>{article.title ?? (sheet.notices.withheld ? 'An article that is withheld' : 'An article without a title')}</h1>
      <p className="byline">
        <strong>{source ?? 'Outlet not given'}</strong>
        {article.publishedAt && `, ${dayWords(article.publishedAt)}`}
        {article.byline && `, by ${article.byline}`}
        <OriginalLink url={article.url} />
        {sheet.claims.length > waiting && (
          <>
            {' · '}
            <a href={`/articles/${article.id}`}>public page</a>
          </>
        )}
        <span className="quiet">
          {' '}
          · stored {instantWords(article.createdAt)}
          {enteredBy ? ` by ${enteredBy}` : ' by import'}
        </span>
      </p>
      {article.demoNote && <p className="note">{article.demoNote}</p>}
      {article.state === 'not-read' && (
        <p className="note">
          The engine does not read this language{article.language ? ` (${article.language})` : ''}. The article is stored; it has no claims.
        </p>
      )}
      {texts.length > 1 && (
        <p className="note">
          Text {texts.find(({ id }) => id === article.id)?.number} of this article, which its outlet had at one address:{' '}
          {texts.map(({ id, number }, at) => (
            <span key={id}>
              {at > 0 && ', '}
              {id === article.id ? `text ${number}` : <a href={`/review/articles/${id}`}>text {number}</a>}
            </span>
          ))}
          . Each keeps its claims.
        </p>
      )}
      {original && (
        <p className="note">
          {original.whole ? 'The same text as' : 'One origin with'}{' '}
          <a href={`/review/articles/${original.id}`}>{original.title ?? 'another article'}</a>: a reprint, however it was cut, is no second
          witness.
        </p>
      )}
      {unread && (
        <p className="note">
          This text has very many numbers. From “<bdi>{article.text.slice(unread.start, unread.end)}</bdi>” on, at character{' '}
          {unread.start.toLocaleString('en')}, nothing was read.
        </p>
      )}
      {doubts.length > 0 && (
        <details>
          <summary>{doubts.length === 1 ? 'One place' : `${doubts.length} places`} can be read two ways</summary>
          <ul>
            {doubts.map((doubt) => (
              <li key={`${doubt.start}-${doubt.kind}`}>
                “<bdi>{article.text.slice(doubt.start, doubt.end)}</bdi>”: {doubt.readings.join(' or ')}
              </li>
            ))}
          </ul>
        </details>
      )}
      {checks.length > 0 && (
        <ul className="checks">
          {checks.map((check) => (
            <li key={check.expression} className={check.verdict}>
              <span className="sum">{check.expression}</span> {checkWords(check)}
            </li>
          ))}
        </ul>
      )}
    </header>
  );
}

import { actorWords, dayWords, type PublicArticle } from '@/lib/publication';
import { At } from './words';

/** A few words beside a claim: its source took the article back, or its text may not be shown. */
export function Noted({ article }: { article: Pick<PublicArticle, 'retracted' | 'withheld'> }) {
  return (
    <>
      {article.retracted ? (
        <>
          {' '}
          <span className="noted">⊘ taken back by its source{article.retracted.day ? `, ${dayWords(article.retracted.day)}` : ''}</span>
        </>
      ) : null}
      {article.withheld ? (
        <>
          {' '}
          <span className="noted">text withheld for legal reasons</span>
        </>
      ) : null}
    </>
  );
}

/** The same in full, above what it is about. */
export function NotedInFull({ article }: { article: PublicArticle }) {
  const { retracted, withheld, textHash } = article;
  return (
    <>
      {retracted ? (
        <aside className="note correction" role="note" aria-label="Taken back by its source">
          <p>
            <strong>
              {article.source?.name ?? 'Its source'} took this article back{retracted.day ? ` on ${dayWords(retracted.day)}` : ''}.
            </strong>{' '}
            <bdi>{retracted.reason}</bdi>{' '}
            {retracted.url ? (
              <a href={retracted.url} rel="nofollow noopener">
                Its notice
              </a>
            ) : null}
          </p>
          <p className="quiet">
            Its figures stay on record, and count for nothing any more. Noted by {actorWords(retracted.by)}, <At instant={retracted.at} />,
            log entry {retracted.entry}.
          </p>
        </aside>
      ) : null}
      {withheld ? (
        <aside className="note correction" role="note" aria-label="Withheld for legal reasons">
          <p>
            <strong>The text of this article is withheld for legal reasons.</strong> <bdi>{withheld.reason}</bdi>
          </p>
          <p className="quiet">
            Its figures stay, without their words. Withheld by {actorWords(withheld.by)}, <At instant={withheld.at} />, log entry{' '}
            {withheld.entry}. SHA-256 of the text: <code className="hash">{textHash}</code>
          </p>
        </aside>
      ) : null}
    </>
  );
}

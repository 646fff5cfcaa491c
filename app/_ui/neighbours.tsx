import type { Neighbours } from '@/db/published';
import { figureWithNoun, listWords, type PublicSource, type Silence } from '@/lib/publication';

/** So many sources are named in a sentence; the rest opens below. */
const MOST_NAMED = 8;

/** Who has no number for a question, and how that was counted. */
export function WhoHasNot({ silence }: { silence: Silence }) {
  return (
    <section id="silent">
      <h2>Who has not reported</h2>
      <p>{silence.sentence}</p>
      <dl className="facts">
        {silence.none.length > 0 ? (
          <>
            <dt>No number</dt>
            <dd>
              <Names sources={silence.none} />
            </dd>
          </>
        ) : null}
        {silence.notThen.length > 0 ? (
          <>
            <dt>None of that date</dt>
            <dd>
              <Names sources={silence.notThen} />
            </dd>
          </>
        ) : null}
      </dl>
      <p className="quiet">{silence.basis}</p>
    </section>
  );
}

const Names = ({ sources }: { sources: PublicSource[] }) => (
  <>
    {sources.slice(0, MOST_NAMED).map(({ id, name }, index) => (
      <span key={id}>
        {index > 0 ? ', ' : ''}
        <a href={`/sources/${id}`}>{name}</a>
      </span>
    ))}
    {sources.length > MOST_NAMED ? ` and ${sources.length - MOST_NAMED} more` : ''}
  </>
);

/** Questions near this one, and what its speakers said on others. */
export function Related({ related, said }: Pick<Neighbours, 'related' | 'said'>) {
  if (related.length + said.length === 0) return null;
  return (
    <section id="related">
      <h2>Related</h2>
      {related.length > 0 ? (
        <ul>
          {related.map(({ title, path }) => (
            <li key={path}>
              <a href={path}>{title}</a>
            </li>
          ))}
        </ul>
      ) : null}
      {said.length > 0 ? (
        <>
          <h3>By the same speakers</h3>
          <ul>
            {said.map((claim) => (
              <li key={claim.id}>
                {claim.speaker?.name}: <a href={`/claims/${claim.id}`}>{figureWithNoun(claim)}</a>{' '}
                <span className="quiet">
                  {listWords([claim.article.source?.name ?? 'a source not named'])}, on “{claim.question}”
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

import { MeasureTable } from '@/app/_ui/measure-card';
import { Noted } from '@/app/_ui/noted';
import { demoWords, Pieces } from '@/app/_ui/words';
import type { SpeakerRecord } from '@/db/published';
import { countWords, dayWords, listWords, measurePage, type PublicClaim, unique, writtenIn } from '@/lib/publication';

const KIND_WORDS: Record<SpeakerRecord['kind'], string> = { person: 'Speaker', body: 'Speaker · body', role: 'Speaker · no name given' };

/** So many other names and posts are told. */
const MOST_CALLED = 8;

/** What somebody said, as far as it is accepted, and which questions that answers. Counts only: no score. */
export function SpeakerView({ record }: { record: SpeakerRecord }) {
  const { name, kind, called, total, claims } = record;
  const pages = record.measures.map(measurePage);
  const outlets = unique(claims.map(({ article }) => article.source?.name ?? 'a source not named'));
  return (
    <>
      <header>
        <p className="kicker">{KIND_WORDS[kind]}</p>
        <h1>{name}</h1>
        <p className="lede">
          {countWords(total, 'claim')}, reported by {listWords(outlets.slice(0, 5))}
          {outlets.length > 5 ? ' and others' : ''}.
        </p>
        {called.length > 0 ? <p className="quiet">Named as {listWords(called.slice(0, MOST_CALLED))}.</p> : null}
        {kind === 'role' ? <p className="note">These words name nobody in particular: each article may mean somebody else.</p> : null}
      </header>
      <section>
        <h2>What was said</h2>
        <ul className="said">
          {claims.map((claim) => (
            <Said key={claim.id} claim={claim} />
          ))}
        </ul>
        {total > claims.length ? (
          <p className="quiet">
            The latest {claims.length} of {total} claims.
          </p>
        ) : null}
      </section>
      <section>
        <h2>Questions this answers</h2>
        <MeasureTable pages={pages} caption={`${countWords(pages.length, 'measure')}, with the figures of all speakers`} />
      </section>
    </>
  );
}

function Said({ claim }: { claim: PublicClaim }) {
  const { article, speaker, quote } = claim;
  return (
    <li>
      <span className="quote" {...writtenIn(article.language)}>
        “{quote.cutBefore ? '… ' : ''}
        <Pieces pieces={quote.pieces} href={(id) => `/claims/${id}`} />
        {quote.cutAfter ? ' …' : ''}”
      </span>{' '}
      <span className="quiet">
        {speaker?.role ? `${speaker.name}, ${speaker.role}` : speaker?.name}
        {speaker?.inferred ? ' (inferred: named nearby, not with the figure)' : ''}, in{' '}
        <a href={`/articles/${article.id}#c-${claim.id}`}>{article.source?.name ?? 'a source not named'}</a>
        {article.agency ? `, text of ${article.agency.name}` : ''}, {article.publishedAt ? dayWords(article.publishedAt) : 'no date'}
        {demoWords(article)}
        <Noted article={article} />
      </span>
    </li>
  );
}

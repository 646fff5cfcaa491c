import { MeasureTable } from '@/app/_ui/measure-card';
import { Noted } from '@/app/_ui/noted';
import { Report } from '@/app/_ui/report';
import { Twins } from '@/app/_ui/twins';
import { VerdictCounts } from '@/app/_ui/verdict-counts';
import { demoWords, Pieces } from '@/app/_ui/words';
import type { SpeakerRecord } from '@/db/published';
import {
  countWords,
  dayWords,
  listWords,
  measurePage,
  type PublicClaim,
  rolesOverTime,
  twinsOf,
  unique,
  verdictCounts,
  writtenIn,
} from '@/lib/publication';

const KIND_WORDS: Record<SpeakerRecord['kind'], string> = { person: 'Speaker', body: 'Speaker · body', role: 'Speaker · no name given' };

/** So many other names and posts are told. */
const MOST_CALLED = 8;

/** What somebody said, as far as it is accepted, and which questions that answers. Counts only: no score. */
export function SpeakerView({ record }: { record: SpeakerRecord }) {
  const { name, kind, called, total, claims } = record;
  const pages = record.measures.map(measurePage);
  const roles = rolesOverTime(claims);
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
      <VerdictCounts counts={verdictCounts(pages, ({ claim }) => claim.speakerId === record.id)} questions={pages.length} />
      {roles.length > 1 ? (
        <section id="roles">
          <h2>Posts over time</h2>
          <dl className="facts">
            {roles.slice(0, MOST_CALLED).map(({ role, years }) => (
              <div key={role} className="fact">
                <dt>{years === '' ? 'no date' : years}</dt>
                <dd>{role}</dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
      <section>
        <h2>What was said</h2>
        <ul className="said">
          {claims.map((claim) => (
            <Said key={claim.id} claim={claim} />
          ))}
        </ul>
        {total > claims.length ? (
          <p className="quiet">
            The latest {claims.length} of {total} claims. <a href={`/claims?speaker=${record.id}`}>All of them</a>
          </p>
        ) : null}
      </section>
      <section>
        <h2>Questions this answers</h2>
        <MeasureTable pages={pages} caption={`${countWords(pages.length, 'measure')}, with the figures of all speakers`} />
      </section>
      <section id="reuse">
        <h2>Reuse</h2>
        <Twins twins={twinsOf('speakers', `/speakers/${record.id}`)} />
      </section>
      <Report path={`/speakers/${record.id}`} />
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

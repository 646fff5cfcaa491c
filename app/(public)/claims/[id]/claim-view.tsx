import { NotedInFull } from '@/app/_ui/noted';
import { Notices } from '@/app/_ui/notices';
import { At, GivenVerdict, Quote } from '@/app/_ui/words';
import type { Verdict } from '@/lib/adjudication';
import {
  appearance,
  type ByHandView,
  type ClaimPage,
  type ClaimReview,
  claimReviewed,
  dayWords,
  liveLink,
  type Site,
  VERDICT_WORDS,
  writtenIn,
} from '@/lib/publication';

/** The stripe beside the conclusion; its word stands next to it. */
const STRIPE: Record<Verdict, 'accepted' | 'none' | 'reported'> = {
  ...{ supported: 'accepted', consistent: 'accepted', contradicted: 'none' },
  ...{ outdated: 'reported', 'different-measure': 'reported', unverifiable: 'reported', withdrawn: 'reported' },
};

/** Who said what, in its place in the text, how it was read, where it stands. Asserts nothing itself. */
export function ClaimView({ page, review, site }: { page: ClaimPage; review: ClaimReview | null; site: Site }) {
  const { row, claim, measure, position } = page;
  const live = liveLink(claim);
  const others = position?.rows.filter((member) => member.id !== claim.id) ?? [];
  return (
    <>
      <header>
        <Notices page={measure} />
        <NotedInFull article={claim.article} />
        <p className="kicker">
          Claim · <a href={measure.path}>{measure.title}</a>
        </p>
        <h1>{page.title}</h1>
        <div className="answer" data-form={STRIPE[row.verdict ?? 'unverifiable']}>
          <p className="sentence">
            {row.verdict ? (
              <>
                <GivenVerdict verdict={row.verdict} status={measure.answer.status} /> {measure.decision.ruling?.oneLine}
              </>
            ) : row.contested ? (
              'No ruling yet. This figure is contested.'
            ) : (
              'No ruling yet.'
            )}
          </p>
          <p className="quiet">
            {row.source}, published {row.published}; figure as of {row.asOf}
          </p>
        </div>
      </header>
      <section id="quote">
        <h2>In context</h2>
        {claim.article.demoNote ? <p className="note">{claim.article.demoNote}</p> : null}
        <Quote passage={page.context} language={claim.article.language} cite={claim.article.url} />
        <p className="quiet">
          <a href={`/articles/${claim.article.id}#c-${claim.id}`}>
            {claim.article.title === null ? 'The article' : <bdi {...writtenIn(claim.article.language)}>{claim.article.title}</bdi>}
          </a>
          , {row.source}
          {claim.article.byline ? `, ${claim.article.byline}` : ''}
          {claim.article.agency ? `, text of ${claim.article.agency.name}` : ''}
          {live ? (
            <>
              {' · '}
              <a className="original" href={live} rel="noopener">
                original at these words
              </a>
            </>
          ) : null}
        </p>
      </section>
      <section id="reading">
        <h2>How it was read</h2>
        <dl className="facts">
          {page.reading.map((line) => (
            <div key={line.field} className="fact">
              <dt>{line.field}</dt>
              <dd>
                {line.field === 'Said by' && claim.speakerId ? <a href={`/speakers/${claim.speakerId}`}>{line.value}</a> : line.value}{' '}
                {line.basis ? (
                  <span className="basis" data-basis={line.basis}>
                    {line.basis}
                  </span>
                ) : null}
                {line.note ? <span className="quiet"> {line.note}</span> : null}
              </dd>
            </div>
          ))}
        </dl>
        <p className="quiet">
          {claim.byHand?.act === 'added' ? 'Added by a person, read' : 'Read'} by machine, engine version {claim.article.engine}, and
          accepted by {page.acceptedBy}, <At instant={claim.acceptedAt} />. “said”: in the words; “inferred”: concluded from nearby;
          “supplied”: ours.
        </p>
        {page.byHand ? <ReadByHand view={page.byHand} /> : null}
      </section>
      <section id="standing">
        <h2>Where it stands</h2>
        {position ? (
          <p>
            Position {position.letter}: {position.label}
            {position.accepted ? ', the accepted one' : ''}.
          </p>
        ) : (
          <p>
            It stands in no position:{' '}
            {row.retracted ? 'its source took it back.' : 'it is compatible with the others, or nothing contradicts it.'}
          </p>
        )}
        {others.length > 0 ? (
          <ul>
            {others.map((other) => (
              <li key={other.id}>
                <a href={other.path}>{other.figureNoun}</a> <span className="quiet">{other.source}</span>
              </li>
            ))}
          </ul>
        ) : null}
        <p>
          <a href={measure.path}>All claims of this measure</a>
          {measure.record.case ? (
            <>
              {' · '}
              <a href={`/cases/${measure.record.case.id}`}>The case</a>
            </>
          ) : null}
        </p>
      </section>
      {review && row.verdict ? <Review page={page} site={site} /> : null}
    </>
  );
}

/** Who read it otherwise than the machine, when and why, with what the machine had read. */
function ReadByHand({ view }: { view: ByHandView }) {
  return (
    <aside className="note" role="note" aria-label="Read by hand">
      <p>
        {view.who}, <At instant={view.at} />
        {view.reason ? (
          <>
            : “<bdi>{view.reason}</bdi>”
          </>
        ) : (
          '.'
        )}
      </p>
      {view.machine.length > 0 ? (
        <dl className="facts">
          {view.machine.map((line) => (
            <div key={line.field} className="fact">
              <dt>{line.field}, as the machine read it</dt>
              <dd>
                <bdi>{line.value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="quiet">The machine had read no claim here.</p>
      )}
    </aside>
  );
}

/** The same as the page's ClaimReview, in words: what machines are told, readers see. */
function Review({ page, site }: { page: ClaimPage; site: Site }) {
  const { claim, row, measure } = page;
  const ruling = measure.decision.ruling;
  if (!ruling || !row.verdict) return null;
  const { word, rating } = VERDICT_WORDS[row.verdict];
  return (
    <section id="review">
      <h2>This review, as sent to machines</h2>
      <dl className="facts">
        <dt>Claim</dt>
        <dd>{claimReviewed(claim, word)}</dd>
        {claim.speaker && !claim.speaker.inferred ? (
          <>
            <dt>Made by</dt>
            <dd>{claim.speaker.name}</dd>
          </>
        ) : null}
        <dt>Appeared in</dt>
        <dd>
          <a className="original" href={appearance(claim, site)}>
            {appearance(claim, site)}
          </a>
        </dd>
        <dt>Rating</dt>
        <dd>
          {word}
          {rating === null ? '' : ` (${rating} on a scale of 1 to 5)`}
        </dd>
        <dt>Because</dt>
        <dd>{ruling.oneLine}</dd>
        <dt>Reviewed by</dt>
        <dd>
          {site.name}, {dayWords(ruling.publishedAt)}; method and scale on the <a href="/method#ratings">method page</a>
        </dd>
        <dt>Address</dt>
        <dd>
          {site.url}
          {row.path}
        </dd>
      </dl>
    </section>
  );
}

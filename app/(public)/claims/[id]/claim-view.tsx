import { Evidence } from '@/app/_ui/decision';
import { History } from '@/app/_ui/history';
import { NotedInFull } from '@/app/_ui/noted';
import { Notices } from '@/app/_ui/notices';
import { Report } from '@/app/_ui/report';
import { At, GivenVerdict, Quote } from '@/app/_ui/words';
import type { Verdict } from '@/lib/adjudication';
import { type ByHandView, type ClaimPage, type ClaimReview, gatheredChanges, liveLink, type Site, writtenIn } from '@/lib/publication';
import { Review } from './review';

/** The stripe beside the conclusion; its word stands next to it. */
const STRIPE: Record<Verdict, 'accepted' | 'none' | 'reported'> = {
  ...{ supported: 'accepted', consistent: 'accepted', contradicted: 'none' },
  ...{ outdated: 'reported', 'different-measure': 'reported', unverifiable: 'reported', withdrawn: 'reported' },
};

/** So many of the claims that it cannot stand beside are named. */
const MOST_AGAINST = 5;

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
        <p className="quiet">
          {claim.article.withheld ? 'The text is kept and shown nowhere.' : 'Found word for word in the stored text.'} First seen by us{' '}
          <At instant={claim.article.addedAt} />, SHA‑256 <code className="hash">{claim.article.textHash}</code>
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
          {claim.byHand?.act === 'added' ? 'Added by a person, read' : 'Read'} by machine, the reader of this site, version{' '}
          {claim.article.engine}, and accepted by {page.acceptedBy}, <At instant={claim.acceptedAt} />. “said”: in the words; “inferred”:
          concluded from nearby; “supplied”: ours.
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
        {page.against.length > 0 ? (
          <>
            <h3>It cannot stand beside</h3>
            <ul>
              {page.against.slice(0, MOST_AGAINST).map(({ row: other, kind, explanation }) => (
                <li key={other.id}>
                  <a href={other.path}>{other.figureNoun}</a> <span className="quiet">in {other.source}</span>: <strong>{kind}</strong>.{' '}
                  {explanation}
                </li>
              ))}
            </ul>
            {page.against.length > MOST_AGAINST ? (
              <p className="quiet">and {page.against.length - MOST_AGAINST} others, on the page of the measure</p>
            ) : null}
          </>
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
      {row.verdict && measure.decision.ruling ? (
        <section id="evidence">
          <h2>Evidence</h2>
          <Evidence ruling={measure.decision.ruling} />
        </section>
      ) : null}
      {review && row.verdict ? <Review page={page} site={site} /> : null}
      <section id="history">
        <h2>History</h2>
        <History changes={gatheredChanges(page.history)} />
        <p className="quiet">
          <a href={`/measures/${measure.record.id}/history`}>Every edition of its measure</a>, any two of which can be compared.
        </p>
      </section>
      <Report path={row.path} />
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

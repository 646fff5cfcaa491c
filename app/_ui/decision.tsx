import type { Decision, DismissalView, RulingView } from '@/lib/publication';
import { CERTAINTY_WORDS, countWords, REACHED_WORDS } from '@/lib/publication';
import { At, VerdictChip } from './words';

/** A published ruling: verdict for each position, reason, evidence, who ruled and who confirmed, by role. `isTold`: the steps beside it say that already. */
export function Ruling({ ruling, heading, isTold = false }: { ruling: RulingView; heading: string; isTold?: boolean }) {
  return (
    <div className="ruling">
      <h3>{heading}</h3>
      <ul>
        {ruling.verdicts.map((entry) => (
          <li key={entry.label}>
            {entry.label} <VerdictChip verdict={entry.verdict} />
            {entry.accepted ? ' accepted value' : ''}
          </li>
        ))}
      </ul>
      <p>
        <strong>{ruling.reason}.</strong>
        {ruling.certainty && ` ${CERTAINTY_WORDS[ruling.certainty].sentence}`}
      </p>
      <p className="rationale">{ruling.rationale}</p>
      {ruling.dissent && (
        <>
          <h4>What speaks against it</h4>
          <p className="rationale">{ruling.dissent}</p>
        </>
      )}
      <h4>Evidence</h4>
      <Evidence ruling={ruling} />
      <p className="quiet">
        {isTold ? null : (
          <>
            Ruled by {ruling.ruledBy}, <At instant={ruling.ruledAt} />. Confirmed and published by a second person, {ruling.publishedBy},{' '}
            <At instant={ruling.publishedAt} />.{' '}
          </>
        )}
        {REACHED_WORDS[ruling.reached]}
      </p>
    </div>
  );
}

/** What a ruling rests on, papers before press, or the word that none was found. */
export const Evidence = ({ ruling }: { ruling: RulingView }) =>
  ruling.evidence.length > 0 ? (
    <ul className="evidence">
      {ruling.evidence.map((item) => (
        <li key={item.url}>
          {/^https?:\/\//i.test(item.url) ? (
            <a href={item.url} rel="nofollow noopener">
              {item.url}
            </a>
          ) : (
            item.url
          )}
          {item.note ? (
            <>
              {' '}
              — <bdi>{item.note}</bdi>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  ) : (
    <p>{ruling.noEvidence ? 'None found; the reviewer looked and said so.' : 'None given.'}</p>
  );

/** Why there is no ruling: somebody found that nothing conflicts, and says why in public. */
export function Dismissal({ dismissal }: { dismissal: DismissalView }) {
  return (
    <div className="ruling">
      <p className="rationale">{dismissal.reason}</p>
      <p className="quiet">
        Dismissed by {dismissal.by}, <At instant={dismissal.at} />. The figures stand as they were reported; no ruling was made on any of
        them. A new article that contradicts them opens the case again.
      </p>
    </div>
  );
}

/** The steps from text to page, automated ones labelled with tool and version. */
export function Steps({ decision }: { decision: Decision }) {
  const { ruling } = decision;
  return (
    <ol className="steps">
      <li>
        <strong>Read, grouped and compared</strong> by machine: the reader of this site, version {decision.engines.join(', ')}, by the{' '}
        <a href="/method">published tables</a>. It proposes; it decides nothing.
      </li>
      {decision.acceptedBy.map((act) => (
        <li key={`${act.at} ${act.who}`}>
          <strong>Accepted</strong>: {countWords(act.claims, 'reading')} checked against the text by {act.who}, <At instant={act.at} />.
        </li>
      ))}
      {ruling ? (
        <>
          <li>
            <strong>Ruled</strong> by {ruling.ruledBy}, <At instant={ruling.ruledAt} />.
          </li>
          <li>
            <strong>Published</strong> by a second person, {ruling.publishedBy}, <At instant={ruling.publishedAt} />: nobody publishes a
            ruling of their own.
          </li>
        </>
      ) : (
        <li>
          {decision.withdrawal ? (
            <>
              <strong>Withdrawn</strong>: what was published was taken back by {decision.withdrawal.by},{' '}
              <At instant={decision.withdrawal.at} />: <bdi>{decision.withdrawal.reason}</bdi>
            </>
          ) : decision.dismissal ? (
            <>
              <strong>Dismissed</strong> as no conflict by {decision.dismissal.by}, <At instant={decision.dismissal.at} />.
            </>
          ) : (
            <>
              <strong>No ruling</strong> is published.
            </>
          )}
        </li>
      )}
    </ol>
  );
}

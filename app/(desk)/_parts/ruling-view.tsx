import { At, VerdictChip } from '@/app/_ui/words';
import type { CaseSheet, SheetRuling } from '@/db/desk';
import { CERTAINTY_WORDS, figureWithNoun, REASON_WORDS, unique } from '@/lib/publication';
import { membersOf, sameClaims } from './differences';
import { letterOf } from './words';

interface Props {
  sheet: CaseSheet;
  ruling: SheetRuling;
  title: string;
  isNameless?: boolean;
  /** Its reader may split off what by this ruling answers another question. */
  splits?: boolean;
}

/** A ruling as it was made. Its positions go by their figures, and by a letter only where one of today holds the same claims. */
export function RulingView({ sheet, ruling, title, isNameless, splits }: Props) {
  return (
    <section className="ruling" aria-label={title}>
      <h2>{title}</h2>
      {!isNameless && (
        <p className="quiet">
          By {ruling.byName}, <At instant={ruling.at} />
        </p>
      )}
      <ul className="verdict-list">
        {ruling.positions.map((claims, index) => (
          <li key={claims.join()} data-accepted={ruling.accepted === index || undefined}>
            <Letter today={sheet.row.positions.findIndex((position) => sameClaims(position.claims, claims))} />{' '}
            {unique(membersOf(sheet, claims).map(figureWithNoun)).join(', ')} <VerdictChip verdict={ruling.verdicts[index]!} />
            {ruling.accepted === index && <strong> accepted</strong>}
            {splits && ruling.verdicts[index] === 'different-measure' && (
              <>
                {' '}
                <a href={`/review/measures/${sheet.measure.id}/split?${claims.map((id) => `claim=${id}`).join('&')}`}>
                  Split it off<span className="visually-hidden"> this measure</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
      <p>
        <span className="quiet">Why they differ: </span>
        {REASON_WORDS[ruling.reasonCode]}
      </p>
      {ruling.certainty && (
        <p>
          <span className="quiet">How sure: </span>
          {CERTAINTY_WORDS[ruling.certainty].word.toLowerCase()}
        </p>
      )}
      <p className="rationale">{ruling.rationale}</p>
      {ruling.dissent && (
        <p className="rationale">
          <span className="quiet">Against it: </span>
          {ruling.dissent}
        </p>
      )}
      <Evidence ruling={ruling} />
    </section>
  );
}

const Letter = ({ today }: { today: number }) => (today < 0 ? null : <b>{letterOf(today)}</b>);

function Evidence({ ruling }: { ruling: SheetRuling }) {
  if (ruling.evidence.length === 0) return <p className="quiet">Evidence: none found.</p>;
  return (
    <ul>
      {ruling.evidence.map(({ url, note }) => (
        <li key={`${url} ${note}`}>
          <a href={url} rel="noreferrer noopener">
            {url}
          </a>
          {note && (
            <>
              : <bdi>{note}</bdi>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
